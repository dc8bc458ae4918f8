-- What is known of a lead, who looks after it, what happened to it, and which files leads came from.
ALTER TABLE lead ALTER COLUMN source SET DATA TYPE VARCHAR(200);
ALTER TABLE lead ADD COLUMN job VARCHAR(200);
ALTER TABLE lead ADD COLUMN owner VARCHAR(200);
ALTER TABLE lead ADD COLUMN do_not_call BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE lead ADD COLUMN search_key VARCHAR(2000);
CREATE INDEX lead_source ON lead (source, state, id);

CREATE TABLE lead_entry (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  lead_id BIGINT NOT NULL REFERENCES lead (id),
  at ${moment} NOT NULL,
  kind VARCHAR(20) NOT NULL,
  detail ${text},
  author VARCHAR(200) NOT NULL
);
CREATE INDEX lead_entry_lead ON lead_entry (lead_id, at, id);

CREATE TABLE lead_intake (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  file_name VARCHAR(500) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  taken_at ${moment} NOT NULL,
  added INTEGER NOT NULL,
  duplicate INTEGER NOT NULL,
  invalid INTEGER NOT NULL
);
CREATE INDEX lead_intake_file ON lead_intake (sha256, id);
