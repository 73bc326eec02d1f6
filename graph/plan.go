package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// object is a value of an answer some of whose fields may need the store.
type object interface {
	// implements lists the object's type and its interfaces, for fragments.
	implements() []string
	// ask is what the field needs of the store, nil if nothing. It holds for all
	// objects of the type that stand in the same place of an answer.
	ask(field string, args arguments) (question, error)
	// inner are the objects under a field that needs nothing of the store.
	inner(field string) []object
	// replies are where answers are left.
	replies() *answers
}

// question is one call to the store on behalf of many objects: plain data in
// exported fields, so that equal questions are known by their JSON.
type question interface {
	// put asks about all objects at once and returns what to answer each of them.
	put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error)
}

// arguments are the arguments of a field as canonical JSON.
type arguments []byte

// into reads the arguments into a struct of their names. The error wraps civic.ErrBadInput.
func (a arguments) into(v any) error {
	if err := json.Unmarshal(a, v); err != nil {
		return fmt.Errorf("%w: an argument is out of its range", civic.ErrBadInput)
	}
	return nil
}

// plan is the walk over an operation. It holds the questions of one level.
type plan struct {
	operation *graphql.OperationContext
	reader    store.Reader
	level     map[string]*request
	order     []*request // of level, as first asked
}

// request is a question with all fields of a level that ask it, and what came of it.
type request struct {
	question question
	askers   []asker
	reply    func(object) any
	err      error
}

// asker is a field selected on some objects.
type asker struct {
	field   graphql.CollectedField
	objects []object
}

// run answers everything that is selected under the objects. Failures of the store
// are left with the fields that asked.
func (p *plan) run(ctx context.Context, objects []object, selections ast.SelectionSet) {
	p.visit(objects, selections)
	for len(p.order) > 0 {
		level := p.order
		p.level, p.order = nil, nil
		p.answer(ctx, level)
	}
}

// visit notes what the selections on the objects, of one type or of several, ask of the store.
func (p *plan) visit(objects []object, selections ast.SelectionSet) {
	if len(selections) == 0 {
		return
	}
	for _, same := range byType(objects) {
		for _, field := range graphql.CollectFields(p.operation, selections, same[0].implements()) {
			p.note(asker{field, same})
		}
	}
}

// byType parts objects by their type, in the order in which the types appear.
func byType(objects []object) [][]object {
	var parts [][]object
	for _, o := range objects {
		name := o.implements()[0]
		i := slices.IndexFunc(parts, func(p []object) bool { return p[0].implements()[0] == name })
		if i < 0 {
			i, parts = len(parts), append(parts, nil)
		}
		parts[i] = append(parts[i], o)
	}
	return parts
}

// note files the field under its question, or goes on to what lies under it.
func (p *plan) note(a asker) {
	args, err := json.Marshal(a.field.ArgumentMap(p.operation.Variables))
	if err != nil {
		a.leave(nil, err)
		return
	}
	question, err := a.objects[0].ask(a.field.Name, args)
	switch {
	case err != nil:
		a.leave(nil, err)
	case question != nil:
		p.file(question, a)
	case len(a.field.Selections) > 0:
		p.visit(a.inner(), a.field.Selections)
	}
}

func (a asker) inner() []object {
	var inner []object
	for _, o := range a.objects {
		inner = append(inner, o.inner(a.field.Name)...)
	}
	return inner
}

func (p *plan) file(q question, a asker) {
	data, err := json.Marshal(q)
	if err != nil {
		a.leave(nil, err)
		return
	}
	key := fmt.Sprintf("%T%s", q, data)
	if p.level[key] == nil {
		if p.level == nil {
			p.level = map[string]*request{}
		}
		p.level[key] = &request{question: q}
		p.order = append(p.order, p.level[key])
	}
	p.level[key].askers = append(p.level[key].askers, a)
}

// answer puts the questions of a level and notes what is asked of the answers.
func (p *plan) answer(ctx context.Context, level []*request) {
	var calls sync.WaitGroup
	for _, r := range level[1:] {
		calls.Go(func() { p.put(ctx, r) })
	}
	p.put(ctx, level[0]) // most levels have no other
	calls.Wait()
	for _, r := range level {
		for _, a := range r.askers {
			p.visit(a.leave(r.reply, r.err), a.field.Selections)
		}
	}
}

// put makes the call of a request. A panic becomes the error of it.
func (p *plan) put(ctx context.Context, r *request) {
	defer func() {
		if problem := recover(); problem != nil {
			r.err = p.operation.Recover(ctx, problem)
		}
	}()
	var objects []object
	for _, a := range r.askers {
		objects = append(objects, a.objects...)
	}
	r.reply, r.err = r.question.put(ctx, p.reader, objects)
}

// leave leaves with each object what the question's reply says, or the error, and
// returns the objects in the answers.
func (a asker) leave(reply func(object) any, err error) []object {
	var inner []object
	for _, o := range a.objects {
		answer := o.replies().to(a.field.Field, reply, err, o)
		inner = append(inner, objectsIn(answer)...)
	}
	return inner
}

// answers are what the plan found for fields of one object.
type answers struct{ found []answer }

type answer struct {
	field *ast.Field
	value any
	err   error
}

func (a *answers) replies() *answers { return a }

// to is the answer to a field, kept from the first time that it is asked for: an
// object that stands in two places of an answer may bear the same field twice.
func (a *answers) to(field *ast.Field, reply func(object) any, err error, o object) any {
	for i := range a.found {
		if a.found[i].field == field {
			return a.found[i].value
		}
	}
	found := answer{field: field, err: err}
	if err == nil {
		found.value = reply(o)
	}
	a.found = append(a.found, found)
	return found.value
}

// answerTo is what the plan found for the field that is being resolved. Of the
// type's values nothing is the zero one.
func answerTo[T any](ctx context.Context, a *answers) (T, error) {
	field := graphql.GetFieldContext(ctx).Field.Field
	for i := range a.found {
		if a.found[i].field == field {
			value, _ := a.found[i].value.(T)
			return value, a.found[i].err
		}
	}
	var none T
	return none, fmt.Errorf("graph: %s.%s was not planned", field.ObjectDefinition.Name, field.Name)
}

// objectsIn lists the objects of an answer.
func objectsIn(v any) []object {
	switch v := v.(type) {
	case object:
		return []object{v}
	case []Node:
		return objectsOf(v)
	case []*Path:
		return objectsOf(v)
	}
	return nil
}

// objectsOf lists the values that are there.
func objectsOf[T object](values []T) []object {
	objects := make([]object, 0, len(values))
	for _, v := range values {
		if any(v) != nil {
			objects = append(objects, v)
		}
	}
	return objects
}

// pageOf is what a connection's field holds: its edges, or the nodes alone.
func pageOf[E, N object](field string, edges []E, nodes func() []N) []object {
	switch field {
	case "edges":
		return objectsOf(edges)
	case "nodes":
		return objectsOf(nodes())
	}
	return nil
}
