-- Customers that look like one and are not, and why; the lower id stands first.
CREATE TABLE different_customer (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  other_id BIGINT NOT NULL REFERENCES customer (id),
  reason VARCHAR(500) NOT NULL,
  author VARCHAR(200) NOT NULL,
  decided_at ${moment} NOT NULL
);
CREATE INDEX different_customer_one ON different_customer (customer_id, other_id);
CREATE INDEX different_customer_other ON different_customer (other_id);
