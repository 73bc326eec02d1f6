-- Changes of counters.
INSERT INTO counter (name, value)
VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = value + excluded.value;
