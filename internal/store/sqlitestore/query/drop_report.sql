-- 1: report id
DELETE FROM report WHERE id = ?;
