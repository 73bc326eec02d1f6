-- A page of a list of entities, merged from the sorted lists of its types.
-- 1: those of /*arms*/, 2: number of rows
SELECT entity.id, entity.type, entity.body,
  (SELECT min(id) FROM report WHERE sha256 = entity.sha256), found.key
FROM (
  /*arms*/
  ORDER BY 2 /*order*/, 3 /*order*/
  LIMIT ?
) found
JOIN entity ON entity.n = found.n
ORDER BY found.key /*order*/, found.id /*order*/;
