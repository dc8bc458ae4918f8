-- When a call was taken from the kit's memory, and at whose desk people talked or dialled.
ALTER TABLE call_record ADD COLUMN fetched_at ${moment};
ALTER TABLE call_record ADD COLUMN taken_by VARCHAR(200);
CREATE INDEX call_record_taken ON call_record (taken_by, at, id);
