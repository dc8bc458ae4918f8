-- What came of a call, chosen while it goes on, waits with the note for the call's end.
ALTER TABLE call_draft ADD COLUMN result VARCHAR(60);
