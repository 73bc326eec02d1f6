package neo4jstore

import (
	"cmp"
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// save writes a change: first what goes, then what comes.
func (t transaction) save(c change) error {
	for _, task := range []struct {
		file string
		rows []map[string]any
	}{
		{"clear.cypher", c.clearedRows()},
		{"put_entities.cypher", c.entityRows()},
		{"report.cypher", c.reportRows()},
		{"add_edges.cypher", c.newEdgeRows()},
	} {
		if err := t.run(task.file, task.rows); err != nil {
			return err
		}
	}
	if err := t.runByType("put_edges.cypher", c.changedEdgeRows()); err != nil {
		return err
	}
	if err := t.runByType("drop_edges.cypher", c.goneEdgeRows()); err != nil {
		return err
	}
	return t.run("drop_entities.cypher", c.goneEntityRows())
}

func (c change) clearedRows() (rows []map[string]any) {
	for report := range c.final {
		if c.held[report] != nil {
			rows = append(rows, map[string]any{"id": string(report)})
		}
	}
	return rows
}

func (c change) entityRows() (rows []map[string]any) {
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		row := c.entities[id]
		rows = append(rows, entityRow(&row, c.final[id]))
	}
	return rows
}

func (c change) goneEntityRows() (rows []map[string]any) {
	for _, id := range slices.Sorted(maps.Keys(c.goneEntities)) {
		rows = append(rows, map[string]any{"id": string(id)})
	}
	return rows
}

func (c change) reportRows() (rows []map[string]any) {
	for _, report := range slices.Sorted(maps.Keys(c.final)) {
		if r := c.final[report]; r != nil {
			rows = append(rows, reportRow(r))
		}
	}
	return rows
}

func (c change) newEdgeRows() (rows []map[string]any) {
	for _, id := range slices.Sorted(maps.Keys(c.edges)) {
		if row := c.edges[id]; !c.stored[id] {
			rows = append(rows, edgeRow(&row))
		}
	}
	return rows
}

func (c change) changedEdgeRows() map[civic.EdgeType][]map[string]any {
	rows := map[civic.EdgeType][]map[string]any{}
	for id, row := range c.edges {
		if c.stored[id] {
			rows[row.Type] = append(rows[row.Type], edgeRow(&row))
		}
	}
	return rows
}

func (c change) goneEdgeRows() map[civic.EdgeType][]map[string]any {
	rows := map[civic.EdgeType][]map[string]any{}
	for id, kind := range c.goneEdges {
		if c.stored[id] {
			rows[kind] = append(rows[kind], map[string]any{"id": string(id)})
		}
	}
	return rows
}

// entityRow is the properties of an entity's node; report is what a report's own
// node is made of, nil for others.
func entityRow(row *store.EntityRow, report *civic.Reading) map[string]any {
	properties := map[string]any{
		"id": string(row.ID), "type": string(row.Type), "name": row.Name, "kind": row.Props.Kind, "status": row.Props.Status,
		"degree": row.Degree(civic.Out) + row.Degree(civic.In), "terms": termsOf(row.Terms),
		"nameSort": place(row.NameKey, row.ID), "daySort": place(row.DayKey, row.ID), "reportsSort": place(row.ReportsKey, row.ID),
		"tally": encode(row.Tally), "body": encode(row.Entity),
	}
	if row.Type.IsEvent() {
		maps.Copy(properties, eventRow(row))
	}
	if report != nil {
		properties["text"], properties["sha256"] = report.Report.Text, report.Report.SHA256
	}
	return properties
}

// eventRow is the properties that only events have.
func eventRow(row *store.EntityRow) map[string]any {
	var date civic.Date
	if row.Props.Date != nil {
		date = *row.Props.Date
	}
	return map[string]any{
		"status":   cmp.Or(row.Props.Status, civic.Held),
		"earliest": string(date.Earliest), "latest": string(date.Latest),
		"possibleFirst": string(row.PossibleFirst), "possibleLast": string(row.PossibleLast),
		"likelyFirst": string(row.LikelyFirst), "likelyLast": string(row.LikelyLast),
		"certain": row.Certain, "attendance": row.Attendance,
	}
}

// edgeRow is the properties of an edge's relationship.
func edgeRow(row *store.EdgeRow) map[string]any {
	return map[string]any{
		"id": string(row.ID), "type": string(row.Type), "from": string(row.From), "to": string(row.To),
		"sort": place(row.DayKey, row.ID), "role": row.Role, "evidence": row.Evidence,
		"tally": encode(row.Tally), "body": encode(row.Edge),
	}
}
