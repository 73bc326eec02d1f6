package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// drafts finds the laws and drafts of laws that a sentence names: «Жаңа Конституция
// жобасы», «проект нового кодекса».
func (a *account) drafts(s *sentence) []discussion {
	var found []discussion
	for i := range s.tokens {
		if !s.isWord(i) {
			continue
		}
		if s.lang == civic.Russian {
			found = append(found, a.russianDraft(s, i)...)
		} else {
			found = append(found, a.kazakhDraft(s, i)...)
		}
	}
	return found
}

// hasBase reports whether token i can be a form of a word of the class.
func (s *sentence) hasBase(i int, class wordClass) bool {
	forms := s.classes()[class]
	return s.isWord(i) && forms != nil && slices.ContainsFunc(s.readings(i), func(r reading) bool { return forms.has(r.base) })
}

// kazakhDraft reads a draft whose head, «жобасы», is token i.
func (a *account) kazakhDraft(s *sentence, i int) []discussion {
	if i == 0 || !s.hasBase(i, project) || !s.possessed(i) || !s.hasBase(i-1, law) {
		return nil
	}
	first := i - 1
	for first > 0 && (s.in(first-1, renewed) || s.in(first-1, codified) && s.hasBase(first, code)) {
		first--
	}
	word := s.readings(i)[0].uncased
	name := capitalised(a.d.text(civic.Span{Start: s.tokens[first].Start, End: s.tokens[i].Start}) + word)
	return []discussion{{name: name, span: s.spanOf(first, i)}}
}

// russianDraft reads a draft whose head, «проект», is token i.
func (a *account) russianDraft(s *sentence, i int) []discussion {
	if !s.hasBase(i, project) {
		return nil
	}
	last := i + 1
	for last < len(s.tokens) && s.adjective(last) {
		last++
	}
	if !s.hasBase(last, law) || !slices.ContainsFunc(s.readings(last), func(r reading) bool { return r.kase == kaz.Gen }) {
		return nil
	}
	return []discussion{{name: capitalised(s.classes().first(project)) + " " + a.d.text(s.spanOf(i+1, last)), span: s.spanOf(i, last)}}
}

// nameDrafts makes topics of the drafts that a sentence names; at the event at which
// they were spoken of they were discussed.
func (a *account) nameDrafts(p sentenceParts, event *happening) {
	for _, t := range a.drafts(p.s) {
		if event != nil {
			a.discuss(event, t)
		}
		t.draft = true
		a.named = append(a.named, t)
	}
}
