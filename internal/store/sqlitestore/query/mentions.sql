-- Where reports mention each entity, the reports of a page; then those reports.
-- 1: JSON array of entity ids, 2: those of /*conditions*/ on one, 3: number of rows
WITH said AS MATERIALIZED (
  SELECT entity.id AS of, appearance.day_key, appearance.report, appearance.body
  FROM json_each(?) asked
  JOIN entity ON entity.id = asked.value
  JOIN appearance ON appearance.entity = entity.n AND (appearance.day_key, appearance.report) IN (
    SELECT one.day_key, one.report
    FROM appearance one
    WHERE one.entity = entity.n AND one.body IS NOT NULL
    /*conditions*/
    ORDER BY one.day_key /*order*/, one.report /*order*/
    LIMIT ?
  )
)
SELECT of, day_key, report, body, '', '', NULL FROM said
UNION ALL
SELECT '', '', report.id, entity.body, report.text, report.sentences,
  (SELECT min(id) FROM report same WHERE same.sha256 = report.sha256)
FROM report
JOIN entity ON entity.id = report.id
WHERE report.id IN (SELECT report FROM said);
