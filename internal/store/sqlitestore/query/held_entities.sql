-- What is held of some entities, with the days of the newest and the oldest other
-- report that refers to each: the oldest among those that have a day.
-- 1: report that does not count (twice), 2: JSON array of entity ids
SELECT entity.id, entity.n, entity.type, entity.name_key, entity.terms, entity.tally,
  coalesce((SELECT day_key FROM appearance
    WHERE appearance.entity = entity.n AND report <> ?
    ORDER BY day_key LIMIT 1), ''),
  coalesce((SELECT day_key FROM appearance
    WHERE appearance.entity = entity.n AND report <> ? AND day_key < '~'
    ORDER BY day_key DESC LIMIT 1), '')
FROM json_each(?) asked
JOIN entity ON entity.id = asked.value;
