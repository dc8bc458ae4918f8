-- Every table of rows has: id, version (optimistic lock), row_crc (CRC32C over all other columns, kept by the store).
-- ${bytes}, ${moment} and ${text}: the names of these types differ between H2 and PostgreSQL.

CREATE TABLE id_counter (
  table_name VARCHAR(40) PRIMARY KEY,
  next_id BIGINT NOT NULL
);

CREATE TABLE journal_entry (
  sequence BIGINT PRIMARY KEY,
  at ${moment} NOT NULL,
  actor VARCHAR(200) NOT NULL,
  action VARCHAR(100) NOT NULL,
  subject VARCHAR(500) NOT NULL,
  change_group VARCHAR(80),
  row_count INTEGER NOT NULL,
  undone_by BIGINT,
  payload ${bytes} NOT NULL
);
CREATE INDEX journal_entry_group ON journal_entry (change_group, sequence);

CREATE TABLE customer (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  name VARCHAR(500) NOT NULL,
  name_key VARCHAR(500) NOT NULL,
  search_key ${text} NOT NULL,
  industry VARCHAR(200),
  tier VARCHAR(10),
  source VARCHAR(200),
  tags VARCHAR(1000),
  country VARCHAR(100),
  region VARCHAR(200),
  city VARCHAR(200),
  address VARCHAR(1000),
  postal_code VARCHAR(40),
  website VARCHAR(500),
  email VARCHAR(320),
  external_key VARCHAR(200),
  note ${text},
  owner VARCHAR(200),
  next_contact_at ${moment},
  next_contact_note VARCHAR(1000),
  last_contact_at ${moment},
  do_not_call BOOLEAN NOT NULL,
  sample BOOLEAN NOT NULL,
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL
);
CREATE INDEX customer_name_key ON customer (name_key, id);
CREATE INDEX customer_next_contact ON customer (next_contact_at, id);

CREATE TABLE contact (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  name VARCHAR(300) NOT NULL,
  search_key ${text} NOT NULL,
  role VARCHAR(200),
  email VARCHAR(320),
  note ${text},
  main BOOLEAN NOT NULL,
  decides BOOLEAN NOT NULL
);
CREATE INDEX contact_customer ON contact (customer_id, id);

-- customer_id is always set; contact_id is null for the company's own number.
CREATE TABLE phone (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  contact_id BIGINT REFERENCES contact (id),
  kind VARCHAR(20) NOT NULL,
  main BOOLEAN NOT NULL,
  raw VARCHAR(200) NOT NULL,
  e164 VARCHAR(20),
  national_digits VARCHAR(40) NOT NULL,
  suffix8 VARCHAR(8) NOT NULL,
  region VARCHAR(3),
  extension VARCHAR(20)
);
CREATE INDEX phone_customer ON phone (customer_id, id);
CREATE INDEX phone_suffix8 ON phone (suffix8);

CREATE TABLE timeline_entry (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  contact_id BIGINT REFERENCES contact (id),
  kind VARCHAR(30) NOT NULL,
  at ${moment} NOT NULL,
  title VARCHAR(500) NOT NULL,
  detail ${text},
  actor VARCHAR(200) NOT NULL,
  source VARCHAR(30) NOT NULL,
  ref BIGINT
);
CREATE INDEX timeline_entry_customer ON timeline_entry (customer_id, at, id);
