-- What reports say of each edge, the reports of a page; then those reports.
-- 1: JSON array of edge ids, 2: those of /*conditions*/ on one, 3: number of rows
WITH said AS MATERIALIZED (
  SELECT edge.id AS of, claim.day_key, claim.report, claim.body
  FROM json_each(?) asked
  JOIN edge ON edge.id = asked.value
  JOIN claim ON claim.edge = edge.n AND (claim.day_key, claim.report) IN (
    SELECT one.day_key, one.report
    FROM claim one
    WHERE one.edge = edge.n
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
