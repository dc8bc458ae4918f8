-- The calls of a person, as they are looked for by name.
CREATE INDEX call_record_contact ON call_record (contact_id, at, id);
