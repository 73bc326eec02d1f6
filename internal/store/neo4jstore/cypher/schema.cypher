// The constraints and indexes, one statement between semicolons; each may be
// repeated. The key of a list and the id that settles ties are one property
// (nameSort, daySort, reportsSort, sort), so that a page is one walk along an index.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT referent_id IF NOT EXISTS FOR (n:Referent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;

CREATE RANGE INDEX entity_by_name IF NOT EXISTS FOR (n:Entity) ON (n.type, n.nameSort);
CREATE RANGE INDEX entity_by_day IF NOT EXISTS FOR (n:Entity) ON (n.type, n.daySort);
CREATE RANGE INDEX entity_by_reports IF NOT EXISTS FOR (n:Entity) ON (n.type, n.reportsSort);
CREATE RANGE INDEX report_by_text IF NOT EXISTS FOR (n:Report) ON (n.sha256, n.id);
CREATE RANGE INDEX referent_by_entity IF NOT EXISTS FOR (n:Referent) ON (n.entity, n.day);
CREATE RANGE INDEX mention_by_entity IF NOT EXISTS FOR ()-[m:MENTIONED_IN]-() ON (m.of, m.sort);
CREATE RANGE INDEX claim_by_edge IF NOT EXISTS FOR (n:Claim) ON (n.edge);
CREATE RANGE INDEX evidence_by_edge IF NOT EXISTS FOR (n:Evidence) ON (n.of, n.sort);

CREATE FULLTEXT INDEX entity_terms IF NOT EXISTS FOR (n:Entity) ON EACH [n.terms]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
{{range edgeTypes}}
CREATE CONSTRAINT {{.}}_id IF NOT EXISTS FOR ()-[e:{{.}}]-() REQUIRE e.id IS UNIQUE;
CREATE RANGE INDEX {{.}}_out IF NOT EXISTS FOR ()-[e:{{.}}]-() ON (e.from, e.sort);
CREATE RANGE INDEX {{.}}_in IF NOT EXISTS FOR ()-[e:{{.}}]-() ON (e.to, e.sort);
{{end}}
