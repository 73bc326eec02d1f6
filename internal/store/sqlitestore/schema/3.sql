-- Version 3: what a walk over the graph reads lies in adjacent alone, beside what the
-- pages of neighbours read: the id of the far end and the edge's pieces of evidence.
ALTER TABLE adjacent RENAME TO adjacent_of_version_2;

CREATE TABLE adjacent (
  node     INTEGER NOT NULL,
  way      TEXT NOT NULL,
  day_key  TEXT NOT NULL,
  id       TEXT NOT NULL,
  edge     INTEGER NOT NULL,
  far      INTEGER NOT NULL,
  far_type TEXT NOT NULL,
  role     TEXT NOT NULL,
  far_id   TEXT NOT NULL,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (node, way, day_key, id)
) WITHOUT ROWID;

INSERT INTO adjacent
SELECT old.node, old.way, old.day_key, old.id, old.edge, old.far, old.far_type, old.role, entity.id, edge.evidence
FROM adjacent_of_version_2 old
CROSS JOIN entity ON entity.n = old.far
CROSS JOIN edge ON edge.n = old.edge
ORDER BY old.node, old.way, old.day_key, old.id;

DROP TABLE adjacent_of_version_2;

-- What a walk needs to know of the nodes that any number of reports can speak of.
CREATE INDEX entity_shared ON entity (n, kind, degree) WHERE type IN ('Person', 'Coalition', 'Organization', 'Place', 'Topic');
