-- A report with its reading, in the place of the one with its id.
INSERT OR REPLACE INTO report (id, sha256, text, sentences, reading, entities)
VALUES (?, ?, ?, ?, ?, ?);
