-- A page of a list of entities that belong to some sets. If one of the sets is small
-- it is walked and sorted, else the sorted lists are walked until the page is full:
-- the limits let only one of the two happen.
-- 1: those of /*small*/, 2: those of /*walked*/, 3: number of rows, 4: those of
-- /*sets*/, 5: number of rows
WITH smallest (is_small) AS MATERIALIZED (
  SELECT /*small*/
)
SELECT entity.id, entity.type, entity.body,
  (SELECT min(id) FROM report WHERE sha256 = entity.sha256), found.key
FROM (
  SELECT * FROM (
    /*walked*/
    ORDER BY 2 /*order*/, 3 /*order*/
    LIMIT iif((SELECT is_small FROM smallest), 0, ?)
  )
  UNION ALL
  SELECT * FROM (
    /*sets*/
    ORDER BY 2 /*order*/, 3 /*order*/
    LIMIT iif((SELECT is_small FROM smallest), ?, 0)
  )
) found
JOIN entity ON entity.n = found.n
ORDER BY found.key /*order*/, found.id /*order*/;
