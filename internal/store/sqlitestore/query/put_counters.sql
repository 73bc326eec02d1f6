-- Changes of counters.
INSERT OR ROLLBACK INTO counter (name, value)
VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = value + excluded.value;
