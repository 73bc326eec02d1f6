-- What is held of a report.
-- 1: report id
SELECT text, sentences, reading FROM report WHERE id = ?;
