-- Imports find the customers of another system by their key there.
CREATE INDEX customer_external_key ON customer (external_key);

-- One row an import. Its changes carry the journal group 'import-<id>'.
CREATE TABLE import_run (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  started_at ${moment} NOT NULL,
  finished_at ${moment},
  file_name VARCHAR(500) NOT NULL,
  file_sha256 VARCHAR(64) NOT NULL,
  sheet VARCHAR(200),
  target VARCHAR(20) NOT NULL,
  source VARCHAR(200),
  policy VARCHAR(20) NOT NULL,
  column_match ${text} NOT NULL,
  state VARCHAR(20) NOT NULL,
  rows_done BIGINT NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_new BIGINT NOT NULL,
  rows_updated BIGINT NOT NULL,
  rows_same BIGINT NOT NULL,
  rows_duplicate BIGINT NOT NULL,
  rows_refused BIGINT NOT NULL
);
