-- Entities, in the place of those with their numbers. What they are sorted by in
-- lists by name stays: see rename_entities.
INSERT OR ROLLBACK INTO entity (n, id, type, name_key, day_key, reports_key, kind, status, degree, earliest, latest,
  likely_first, likely_last, attendance, sha256, terms, body, tally)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (n) DO UPDATE SET (day_key, reports_key, kind, status, degree, earliest, latest,
  likely_first, likely_last, attendance, sha256, terms, body, tally) =
  (excluded.day_key, excluded.reports_key, excluded.kind, excluded.status, excluded.degree,
  excluded.earliest, excluded.latest, excluded.likely_first, excluded.likely_last, excluded.attendance,
  excluded.sha256, excluded.terms, excluded.body, excluded.tally);
