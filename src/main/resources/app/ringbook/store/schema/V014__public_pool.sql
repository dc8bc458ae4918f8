-- Customers that fall to the public pool soon, and who gave up or claimed which one, and why.
CREATE TABLE pool_warning (
  id BIGINT PRIMARY KEY REFERENCES customer (id),
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  owner VARCHAR(200) NOT NULL,
  falls_at ${moment} NOT NULL
);
CREATE INDEX pool_warning_owner ON pool_warning (owner, falls_at, id);

CREATE TABLE pool_entry (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  row_crc BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  kind VARCHAR(20) NOT NULL,
  person VARCHAR(200) NOT NULL,
  reason VARCHAR(500),
  at ${moment} NOT NULL
);
CREATE INDEX pool_entry_customer ON pool_entry (customer_id, at, id);
