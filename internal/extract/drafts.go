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

// hasBase reports whether token i can be a form of one of the words.
func (s *sentence) hasBase(i int, words ...string) bool {
	return s.isWord(i) && slices.ContainsFunc(s.readings(i), func(r reading) bool { return slices.Contains(words, r.base) })
}

// kazakhDraft reads a draft whose head, «жобасы», is token i.
func (a *account) kazakhDraft(s *sentence, i int) []discussion {
	if i == 0 || !s.hasBase(i, "жоба") || !s.possessed(i) || !s.hasBase(i-1, "конституция", "заң", "кодекс") {
		return nil
	}
	first := i - 1
	for first > 0 && (s.is(first-1, "жаңа", "жаңартылған") || s.is(first-1, "салық", "еңбек", "бюджет", "жер", "су", "цифрлық", "құрылыс") && s.hasBase(first, "кодекс")) {
		first--
	}
	word := s.readings(i)[0].uncased
	name := capitalised(a.d.text(civic.Span{Start: s.tokens[first].Start, End: s.tokens[i].Start}) + word)
	return []discussion{{name: name, span: s.spanOf(first, i)}}
}

// russianDraft reads a draft whose head, «проект», is token i.
func (a *account) russianDraft(s *sentence, i int) []discussion {
	if !s.hasBase(i, "проект") {
		return nil
	}
	last := i + 1
	for last < len(s.tokens) && s.adjective(last) {
		last++
	}
	if !s.hasBase(last, "конституция", "закон", "кодекс") || !slices.ContainsFunc(s.readings(last), func(r reading) bool { return r.kase == kaz.Gen }) {
		return nil
	}
	return []discussion{{name: "Проект " + a.d.text(s.spanOf(i+1, last)), span: s.spanOf(i, last)}}
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
