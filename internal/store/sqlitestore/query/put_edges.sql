-- Edges, in the place of those with their numbers.
INSERT OR ROLLBACK INTO edge (n, id, type, source, target, day_key, role, evidence, body, tally)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (n) DO UPDATE SET (day_key, role, evidence, body, tally) =
  (excluded.day_key, excluded.role, excluded.evidence, excluded.body, excluded.tally);
