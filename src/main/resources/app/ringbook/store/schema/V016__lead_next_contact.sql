-- When a lead is contacted next.
ALTER TABLE lead ADD COLUMN next_contact_at ${moment};
CREATE INDEX lead_next_contact ON lead (state, next_contact_at, id);
