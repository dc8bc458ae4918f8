-- One row a call. call_key is the identity given by the line (kit, boot, call id), so that repeats change nothing.
-- match_reason is that of the match, or CHOSEN where a person said whose call it was: that is remembered for the number.
CREATE TABLE call_record (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  call_key VARCHAR(120) NOT NULL UNIQUE,
  at ${moment} NOT NULL,
  time_certain BOOLEAN NOT NULL,
  direction VARCHAR(10) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  line INTEGER NOT NULL,
  kit VARCHAR(60) NOT NULL,
  source VARCHAR(20) NOT NULL,
  number_raw VARCHAR(200) NOT NULL,
  number_e164 VARCHAR(20),
  number_suffix8 VARCHAR(8) NOT NULL,
  presentation VARCHAR(20) NOT NULL,
  verified BOOLEAN NOT NULL,
  caller_name VARCHAR(200),
  customer_id BIGINT REFERENCES customer (id),
  contact_id BIGINT REFERENCES contact (id),
  match_reason VARCHAR(40),
  ring_millis BIGINT NOT NULL,
  talk_millis BIGINT NOT NULL,
  note ${text},
  result VARCHAR(60),
  handled BOOLEAN NOT NULL,
  to_review BOOLEAN NOT NULL,
  recording_file VARCHAR(500),
  recording_millis BIGINT,
  recording_bytes BIGINT,
  recording_sha256 VARCHAR(64),
  recording_lost_millis BIGINT,
  recording_gaps ${text},
  recording_stopped VARCHAR(20)
);
CREATE INDEX call_record_at ON call_record (at, id);
CREATE INDEX call_record_customer ON call_record (customer_id, at, id);
CREATE INDEX call_record_number ON call_record (number_suffix8, at);

-- What the rep typed into the pop-up: not saved yet, or saved (with the customer chosen) before the call was over
-- and waiting for its row.
CREATE TABLE call_draft (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  call_key VARCHAR(120) NOT NULL UNIQUE,
  note ${text} NOT NULL,
  next_contact_at ${moment},
  customer_id BIGINT,
  contact_id BIGINT,
  saved BOOLEAN NOT NULL,
  updated_at ${moment} NOT NULL
);

-- Numbers that are nobody's customer: NOT_CUSTOMER or NUISANCE.
CREATE TABLE number_label (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  number VARCHAR(40) NOT NULL UNIQUE,
  label VARCHAR(20) NOT NULL,
  note VARCHAR(500)
);
