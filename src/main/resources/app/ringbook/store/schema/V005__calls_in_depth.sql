-- What people do with a call: marks and comments on its sound, consent, keeping and erasing of the
-- recording, whom a shared number was taken for, and strangers worth a second call.

CREATE TABLE call_mark (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  call_key VARCHAR(120) NOT NULL,
  position_millis BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  note ${text},
  author VARCHAR(200) NOT NULL,
  created_at ${moment} NOT NULL
);
CREATE INDEX call_mark_call ON call_mark (call_key, position_millis, id);

CREATE TABLE recording_care (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  call_key VARCHAR(120) NOT NULL UNIQUE,
  consent VARCHAR(20),
  consent_at ${moment},
  notice VARCHAR(20),
  legal_hold BOOLEAN NOT NULL,
  erased_at ${moment},
  erased_why VARCHAR(40)
);

CREATE TABLE number_choice (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  number VARCHAR(40) NOT NULL,
  hour_band INTEGER NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  contact_id BIGINT REFERENCES contact (id),
  times INTEGER NOT NULL,
  last_at ${moment} NOT NULL
);
CREATE INDEX number_choice_number ON number_choice (number, id);
CREATE INDEX number_choice_customer ON number_choice (customer_id, id);

CREATE TABLE lead (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  name VARCHAR(500) NOT NULL,
  company VARCHAR(500),
  number_raw VARCHAR(200) NOT NULL,
  number_e164 VARCHAR(20),
  number_suffix8 VARCHAR(8) NOT NULL,
  email VARCHAR(320),
  source VARCHAR(40) NOT NULL,
  state VARCHAR(20) NOT NULL,
  note ${text},
  customer_id BIGINT REFERENCES customer (id),
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL
);
CREATE INDEX lead_state ON lead (state, created_at, id);
CREATE INDEX lead_number ON lead (number_suffix8, id);
