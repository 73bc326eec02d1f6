-- One of some reports refers to the entity.
-- 1: JSON array of report ids
AND entity.n IN (
  SELECT referred.value FROM json_each(?) asked
  JOIN report ON report.id = asked.value
  JOIN json_each(report.entities) referred
)
