-- The largest numbers of entities and edges.
SELECT coalesce((SELECT max(n) FROM entity), 0), coalesce((SELECT max(n) FROM edge), 0);
