-- The list of customers sorted by the last contact; most rows of an import have none.
CREATE INDEX customer_last_contact ON customer (last_contact_at, id);
