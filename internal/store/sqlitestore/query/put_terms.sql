-- Words of names.
INSERT OR ROLLBACK INTO term (rowid, terms)
VALUES (?, ?);
