-- The complete customer: what most customers have nothing of stands in rows of its own.

-- One row for a customer of whom any of it is known; its id is the customer's.
CREATE TABLE customer_profile (
  id BIGINT PRIMARY KEY REFERENCES customer (id),
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  legal_name VARCHAR(500),
  legal_name_key VARCHAR(500),
  credit_code VARCHAR(40),
  different_reason VARCHAR(500),
  life_cycle VARCHAR(20) NOT NULL,
  life_cycle_manual BOOLEAN NOT NULL,
  life_cycle_at ${moment},
  contracts INTEGER NOT NULL,
  qualification VARCHAR(60),
  size_rating VARCHAR(60),
  timing VARCHAR(60),
  progress VARCHAR(60),
  key_customer BOOLEAN NOT NULL,
  needs ${text},
  pains ${text},
  expectations ${text},
  custom ${text}
);
CREATE INDEX customer_profile_legal_name ON customer_profile (legal_name_key);
CREATE INDEX customer_profile_credit_code ON customer_profile (credit_code);
CREATE INDEX customer_profile_key ON customer_profile (key_customer, id);

CREATE TABLE department (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  name VARCHAR(200) NOT NULL
);
CREATE INDEX department_customer ON department (customer_id, id);

ALTER TABLE contact ADD COLUMN department_id BIGINT REFERENCES department (id);
ALTER TABLE contact ADD COLUMN birthday DATE;
ALTER TABLE contact ADD COLUMN custom ${text};
CREATE INDEX contact_department ON contact (department_id);

-- Addresses beside the one in the customer's row.
CREATE TABLE customer_address (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  kind VARCHAR(20) NOT NULL,
  country VARCHAR(100),
  region VARCHAR(200),
  city VARCHAR(200),
  address VARCHAR(1000),
  postal_code VARCHAR(40)
);
CREATE INDEX customer_address_customer ON customer_address (customer_id, id);

CREATE TABLE customer_need (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  product VARCHAR(300) NOT NULL,
  importance VARCHAR(20) NOT NULL,
  detail ${text},
  met BOOLEAN NOT NULL
);
CREATE INDEX customer_need_customer ON customer_need (customer_id, id);
CREATE INDEX customer_need_product ON customer_need (product, met);

-- The files themselves lie in the data folder, under their stored name.
CREATE TABLE customer_file (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  name VARCHAR(500) NOT NULL,
  stored_name VARCHAR(200) NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  added_at ${moment} NOT NULL,
  author VARCHAR(200) NOT NULL
);
CREATE INDEX customer_file_customer ON customer_file (customer_id, id);
CREATE INDEX customer_file_stored ON customer_file (stored_name);

-- Fields that users define. Their values stand in the column custom of the record's row, by field_key.
CREATE TABLE custom_field (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  object VARCHAR(20) NOT NULL,
  field_key VARCHAR(60) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  label VARCHAR(200) NOT NULL,
  options ${text},
  formula VARCHAR(1000),
  position INTEGER NOT NULL,
  archived BOOLEAN NOT NULL,
  UNIQUE (object, field_key)
);

ALTER TABLE lead ADD COLUMN custom ${text};
