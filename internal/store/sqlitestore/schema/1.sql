-- Version 1: the graph of one file.
--
-- A report and its reading are what is kept; everything else is a view over the
-- readings, changed in the transaction that writes one. Nodes and edges are known
-- inside the file by small numbers (entity.n, edge.n), outside it by their ids.

CREATE TABLE report (
  id        TEXT PRIMARY KEY,
  sha256    TEXT NOT NULL,
  text      TEXT NOT NULL,
  sentences BLOB NOT NULL, -- see packSpans
  reading   TEXT NOT NULL, -- JSON of civic.Reading without text and sentences
  entities  TEXT NOT NULL  -- JSON, entity.n of all that its referents are assigned to
);
CREATE INDEX report_by_text ON report (sha256, id);

CREATE TABLE entity (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  type         TEXT NOT NULL,
  name_key     TEXT NOT NULL,
  day_key      TEXT NOT NULL,
  reports_key  TEXT NOT NULL,
  kind         TEXT NOT NULL,    -- Props.Kind, or empty
  status       TEXT NOT NULL,    -- Props.Status; HELD for an event that states none
  degree       INTEGER NOT NULL, -- number of edges, both directions
  earliest     TEXT,             -- of an event the stated bounds of its date, each possibly empty; NULL for all else
  latest       TEXT,
  likely_first TEXT,             -- of an event its bounds for civic.MatchLikely
  likely_last  TEXT,
  attendance   INTEGER NOT NULL,
  sha256       TEXT,             -- of a report's text; NULL for all else
  terms        TEXT NOT NULL,    -- what term indexes
  body         BLOB NOT NULL,    -- see packEntity
  tally        TEXT NOT NULL     -- JSON of store.EntityTally
);
CREATE INDEX entity_by_name    ON entity (type, name_key, id);
CREATE INDEX entity_by_day     ON entity (type, day_key, id);
CREATE INDEX entity_by_reports ON entity (type, reports_key, id);
CREATE INDEX entity_by_bounds  ON entity (type, earliest, latest) WHERE earliest IS NOT NULL;

CREATE TABLE edge (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  type     TEXT NOT NULL,
  source   TEXT NOT NULL, -- ids of its ends
  target   TEXT NOT NULL,
  day_key  TEXT NOT NULL, -- as in adjacent
  role     TEXT NOT NULL, -- as in adjacent
  evidence INTEGER NOT NULL,
  body     BLOB NOT NULL, -- see packEdge
  tally    TEXT NOT NULL  -- JSON of store.EdgeTally
);

-- Every edge stands here twice, once for each end: way is '>' or '<' (it leads out
-- of the node, or in) and its type.
CREATE TABLE adjacent (
  node     INTEGER NOT NULL,
  way      TEXT NOT NULL,
  day_key  TEXT NOT NULL,
  id       TEXT NOT NULL, -- of the edge
  edge     INTEGER NOT NULL,
  far      INTEGER NOT NULL,
  far_type TEXT NOT NULL,
  role     TEXT NOT NULL,
  PRIMARY KEY (node, way, day_key, id)
) WITHOUT ROWID;

-- What one report says of one edge, and where it mentions one entity. Rows of one
-- edge or entity lie together, the newest report first.
CREATE TABLE claim (
  edge    INTEGER NOT NULL,
  day_key TEXT NOT NULL, -- publication of the report, newest first
  report  TEXT NOT NULL,
  body    TEXT NOT NULL, -- JSON, see testimony
  PRIMARY KEY (edge, day_key, report)
) WITHOUT ROWID;

CREATE TABLE appearance (
  entity  INTEGER NOT NULL,
  day_key TEXT NOT NULL,
  report  TEXT NOT NULL,
  body    TEXT, -- JSON, see mentions; NULL where the report refers to it without words
  PRIMARY KEY (entity, day_key, report)
) WITHOUT ROWID;

-- Words of names by entity.n, made in Go: small ASCII letters and digits.
CREATE VIRTUAL TABLE term USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = 'ascii'
);

-- How many there are of what Stats counts: 'node TYPE', 'edge TYPE', 'claims', 'evidence'.
CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
