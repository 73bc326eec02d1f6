-- The numbers of what some reports refer to.
-- 1: JSON array of report ids
SELECT referred.value
FROM json_each(?) asked
CROSS JOIN report ON report.id = asked.value
CROSS JOIN json_each(report.entities) referred
