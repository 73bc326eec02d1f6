-- Full texts of reports.
-- 1: JSON array of ids
SELECT report.id, report.text
FROM json_each(?) asked
JOIN report ON report.id = asked.value;
