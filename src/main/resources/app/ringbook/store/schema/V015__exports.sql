-- Who took which records out of the house: told to whoever asks, never taken back.
CREATE TABLE export_run (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  target VARCHAR(40) NOT NULL,
  file_name VARCHAR(500) NOT NULL,
  format VARCHAR(20) NOT NULL,
  rows_written BIGINT NOT NULL,
  narrowed VARCHAR(2000),
  author VARCHAR(200) NOT NULL,
  exported_at ${moment} NOT NULL
);
