-- Which entries of the journal tell of a record: of its own row or of rows that hang on it. A run of ids written
-- together is one row as long as it stays within one bucket of ids, so that an import adds hardly any.
CREATE TABLE journal_row (
  table_name VARCHAR(40) NOT NULL,
  bucket BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  first_id BIGINT NOT NULL,
  last_id BIGINT NOT NULL,
  PRIMARY KEY (table_name, bucket, sequence)
);

-- Deleted records that can be put back: where the rows lie in the journal's entry that has inserted this row.
CREATE TABLE trash (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  record_table VARCHAR(40) NOT NULL,
  record_id BIGINT NOT NULL,
  name VARCHAR(500) NOT NULL,
  belonged_to VARCHAR(500),
  children INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  deleted_at ${moment} NOT NULL,
  author VARCHAR(200) NOT NULL
);
CREATE INDEX trash_deleted ON trash (deleted_at, id);
