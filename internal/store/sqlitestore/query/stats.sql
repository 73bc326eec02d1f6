-- All counters.
SELECT name, value FROM counter;
