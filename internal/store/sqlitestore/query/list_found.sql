-- A page of a list of entities that belong to some sets. If one of the sets is small
-- it is walked and sorted, else the sorted lists are walked until the page is full:
-- the limits let only one of the two happen.
-- 1: those of /*walked*/, 2: those of /*large*/, 3: those of /*sets*/, 4: those of /*small*/
SELECT entity.id, entity.type, entity.body,
  (SELECT min(id) FROM report WHERE sha256 = entity.sha256), found.key
FROM (
  SELECT * FROM (
    /*walked*/
    ORDER BY 2 /*order*/, 3 /*order*/
    LIMIT /*large*/
  )
  UNION ALL
  SELECT * FROM (
    /*sets*/
    ORDER BY 2 /*order*/, 3 /*order*/
    LIMIT /*small*/
  )
) found
JOIN entity ON entity.n = found.n
ORDER BY found.key /*order*/, found.id /*order*/;
