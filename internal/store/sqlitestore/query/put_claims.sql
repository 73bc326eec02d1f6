-- What a report says of edges.
INSERT INTO claim (edge, day_key, report, body)
VALUES (?, ?, ?, ?);
