package store

import (
	"fmt"

	"civicgraph/internal/civic"
)

// Check refuses a reading that is not whole: unresolved referents, claims about
// strangers or of a type that may not connect them, claims without evidence,
// spans that do not slice, anything that stands twice. The error wraps
// civic.ErrBadInput.
func Check(r *civic.Reading) error {
	if err := checkSentences(r); err != nil {
		return err
	}
	referents, err := checkReferents(r)
	if err != nil {
		return err
	}
	stood := make(map[civic.ID]bool, len(r.Claims))
	for _, c := range r.Claims {
		if err := checkClaim(r, c, referents); err != nil {
			return fmt.Errorf("claim %s %s: %w", c.Type, c.ID, err)
		}
		if stood[c.ID] {
			return fmt.Errorf("%w: claim %s stands twice", civic.ErrBadInput, c.ID)
		}
		stood[c.ID] = true
	}
	return nil
}

func checkSentences(r *civic.Reading) error {
	end := 0
	for _, s := range r.Sentences {
		if s.Start < end || !s.ValidIn(r.Report.Text) {
			return fmt.Errorf("%w: sentence %v overlaps the one before or is no part of the text", civic.ErrBadInput, s)
		}
		end = s.End
	}
	return nil
}

// CheckReadings refuses what Check refuses, and names the report.
func CheckReadings(readings []*civic.Reading) error {
	for _, r := range readings {
		if err := Check(r); err != nil {
			return fmt.Errorf("report %s: %w", r.Report.Source, err)
		}
	}
	return nil
}

func checkReferents(r *civic.Reading) (map[civic.ID]*civic.Referent, error) {
	referents := make(map[civic.ID]*civic.Referent, len(r.Referents))
	for i := range r.Referents {
		ref := &r.Referents[i]
		if err := checkReferent(r, ref); err != nil {
			return nil, fmt.Errorf("referent %s %s: %w", ref.Type, ref.ID, err)
		}
		if referents[ref.ID] != nil {
			return nil, fmt.Errorf("%w: referent %s stands twice", civic.ErrBadInput, ref.ID)
		}
		referents[ref.ID] = ref
	}
	if len(r.Referents) == 0 || r.Referents[0].Type != civic.TypeReport || r.Referents[0].Entity != r.Report.ID {
		return nil, fmt.Errorf("%w: the first referent is not the report itself", civic.ErrBadInput)
	}
	return referents, nil
}

func checkReferent(r *civic.Reading, ref *civic.Referent) error {
	switch {
	case !ref.Type.Valid():
		return fmt.Errorf("%w: unknown type", civic.ErrBadInput)
	case ref.ID == "" || ref.Entity == "" || ref.Key == "":
		return fmt.Errorf("%w: not resolved", civic.ErrBadInput)
	case ref.Type == civic.TypeReport && ref.Entity != r.Report.ID:
		return fmt.Errorf("%w: is another report", civic.ErrBadInput)
	case len(ref.Names) == 0:
		return fmt.Errorf("%w: has no name", civic.ErrBadInput)
	}
	for _, m := range ref.Mentions {
		if _, ok := SentenceOf(r.Sentences, m); !ok || !m.ValidIn(r.Report.Text) {
			return fmt.Errorf("%w: mention %v lies in no sentence", civic.ErrBadInput, m)
		}
	}
	return nil
}

func checkClaim(r *civic.Reading, c civic.Claim, referents map[civic.ID]*civic.Referent) error {
	subject, object := referents[c.Subject], referents[c.Object]
	switch {
	case c.ID == "":
		return fmt.Errorf("%w: not resolved", civic.ErrBadInput)
	case subject == nil || object == nil:
		return fmt.Errorf("%w: about a referent that the reading does not have", civic.ErrBadInput)
	case subject.Entity == object.Entity:
		return fmt.Errorf("%w: about one entity twice", civic.ErrBadInput)
	case !c.Type.Allows(subject.Type, object.Type):
		return fmt.Errorf("%w: may not lead from %s to %s", civic.ErrBadInput, subject.Type, object.Type)
	case len(c.Evidence) == 0:
		return fmt.Errorf("%w: has no evidence", civic.ErrBadInput)
	}
	for _, e := range c.Evidence {
		if err := checkEvidence(r, c.Basis, e); err != nil {
			return err
		}
	}
	return nil
}

func checkEvidence(r *civic.Reading, basis civic.Basis, e civic.Evidence) error {
	if e.Gazetteer != "" {
		if basis != civic.Background {
			return fmt.Errorf("%w: only %s rests on a gazetteer", civic.ErrBadInput, civic.Background)
		}
		return nil
	}
	if _, ok := SentenceOf(r.Sentences, e.Span); !ok || e.Span.Len() == 0 || !e.Span.ValidIn(r.Report.Text) {
		return fmt.Errorf("%w: evidence %v lies in no sentence", civic.ErrBadInput, e.Span)
	}
	return nil
}

// SentenceOf is the number of the sentence that contains the span; sentences are
// in order and do not overlap.
func SentenceOf(sentences []civic.Span, s civic.Span) (int, bool) {
	lo, hi := 0, len(sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if sentences[mid].End < s.End {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(sentences) && sentences[lo].Contains(s)
}
