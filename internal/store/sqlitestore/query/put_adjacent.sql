-- Places of edges among those of their nodes.
INSERT OR ROLLBACK INTO adjacent (node, way, day_key, id, edge, far, far_type, role)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);
