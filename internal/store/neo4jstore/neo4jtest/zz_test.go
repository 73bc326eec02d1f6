package neo4jtest

import (
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	a := time.Now()
	l, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Log("start", time.Since(a))
	a = time.Now()
	l.must(t, `CREATE (:A)`)
	t.Log("create", time.Since(a))
	a = time.Now()
	l.Kill()
	t.Log("kill", time.Since(a))
	a = time.Now()
	l.Restart(t.Context())
	t.Log("restart", time.Since(a))
	a = time.Now()
	l.Close()
	t.Log("close", time.Since(a))
}
