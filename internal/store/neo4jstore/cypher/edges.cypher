// Edges by id; those that are not there are left out.
MATCH ()-[e:{{types edgeTypes}}]->()
WHERE e.id IN $p.ids
RETURN e.body AS body
