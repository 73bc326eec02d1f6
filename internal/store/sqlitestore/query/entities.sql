-- Entities with the ids, in no order.
-- 1: JSON array of ids
SELECT entity.id, entity.type, entity.body,
  (SELECT min(id) FROM report WHERE sha256 = entity.sha256)
FROM json_each(?) asked
JOIN entity ON entity.id = asked.value;
