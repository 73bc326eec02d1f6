package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// wording is what an event is called of which a report tells by a verb alone; wordings.txt
// of each language says it.
type wording string

const (
	meetingNoun   wording = "MEETING"
	gatheringNoun wording = "GATHERING"
	sittingNoun   wording = "SITTING"
	receptionNoun wording = "RECEPTION"
	accountNoun   wording = "ACCOUNT"

	accountName   wording = "ACCOUNTNAME"
	meetingName   wording = "MEETINGNAME"
	receptionName wording = "RECEPTIONNAME"
	convenedName  wording = "CONVENEDNAME"
	venueName     wording = "VENUENAME"
	partiesName   wording = "PARTIESNAME"
	tripName      wording = "TRIPNAME"
)

var allWordings = []wording{
	meetingNoun, gatheringNoun, sittingNoun, receptionNoun, accountNoun,
	accountName, meetingName, receptionName, convenedName, venueName, partiesName, tripName,
}

// wordings are those of a language.
type wordings map[wording]string

// readWordings reads the file of each language folder. A wording that nothing asks for
// is an error.
func readWordings(rules fs.FS) (map[civic.Language]wordings, error) {
	return eachLanguage(rules, "wordings.txt", wordings.add)
}

// add reads a line «WORDING = text».
func (w wordings) add(line string) error {
	name, text, err := entry(line, "=")
	if err != nil || name == "" {
		return err
	}
	if !slices.Contains(allWordings, wording(name)) {
		return fmt.Errorf("no wording %q", name)
	}
	w[wording(name)] = text
	return nil
}

// with is a wording around words of the report, which may be none.
func (w wordings) with(key wording, words string) string {
	return strings.TrimSpace(strings.ReplaceAll(w[key], "…", words))
}
