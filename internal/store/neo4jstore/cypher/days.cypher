// The number of events that a filter lets through, by the bounds of their days.
{{template "filtered" .}}
RETURN n.earliest AS earliest, n.latest AS latest, count(n) AS number ORDER BY earliest, latest
