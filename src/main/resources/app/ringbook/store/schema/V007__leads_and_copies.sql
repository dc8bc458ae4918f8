-- Why a lead was rejected, whose it became, and which recordings left the house.
ALTER TABLE lead ADD COLUMN reason VARCHAR(200);
CREATE INDEX lead_customer ON lead (customer_id, id);

CREATE TABLE recording_copy (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  call_key VARCHAR(120) NOT NULL,
  file_name VARCHAR(500) NOT NULL,
  format VARCHAR(20) NOT NULL,
  bytes BIGINT NOT NULL,
  author VARCHAR(200) NOT NULL,
  copied_at ${moment} NOT NULL
);
CREATE INDEX recording_copy_call ON recording_copy (call_key, id);
