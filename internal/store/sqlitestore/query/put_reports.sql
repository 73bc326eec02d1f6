-- Reports with their readings.
INSERT OR ROLLBACK INTO report (id, sha256, text, sentences, reading, entities)
VALUES (?, ?, ?, ?, ?, ?);
