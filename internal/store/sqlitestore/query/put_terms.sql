-- Words of names.
INSERT INTO term (rowid, terms)
VALUES (?, ?);
