package extract

import (
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// alphabets write Kazakh in Latin letters: those of 2021, 2018 and 2017, what people type
// with digraphs, and without any mark, which many words cannot be told apart by.
var alphabets = map[string]*strings.Replacer{
	"2021":     latinWriter("а a ә ä б b в v г g ғ ğ д d е e ё io ж j з z и i й i к k қ q л l м m н n ң ñ о o ө ö п p р r с s т t у u ұ ū ү ü ф f х h һ h ц ts ч tş ш ş щ ştş ъ - ы y і ı ь - э e ю iu я ia"),
	"2018":     latinWriter("а a ә á б b в v г g ғ ǵ д d е e ё io ж j з z и ı й ı к k қ q л l м m н n ң ń о o ө ó п p р r с s т t у ý ұ u ү ú ф f х h һ h ц ts ч ch ш sh щ sh ъ - ы y і i ь - э e ю ıý я ıa"),
	"2017":     latinWriter("а a ә a' б b в v г g ғ g' д d е e ё io ж j з z и i' й i' к k қ q л l м m н n ң n' о o ө o' п p р r с s т t у y' ұ u ү u' ф f х h һ h ц ts ч c' ш s' щ s' ъ - ы y і i ь - э e ю i'y' я i'a"),
	"digraphs": latinWriter("а a ә ä б b в v г g ғ gh д d е e ё yo ж zh з z и i й y к k қ q л l м m н n ң ng о o ө ö п p р r с s т t у u ұ ū ү ü ф f х kh һ h ц ts ч ch ш sh щ sh ъ - ы y і i ь - э e ю yu я ya"),
	"ASCII":    latinWriter("а a ә a б b в v г g ғ g д d е e ё yo ж zh з z и i й y к k қ q л l м m н n ң n о o ө o п p р r с s т t у u ұ u ү u ф f х kh һ h ц ts ч ch ш sh щ sh ъ - ы y і i ь - э e ю yu я ya"),
}

func latinWriter(pairs string) *strings.Replacer {
	var all []string
	fields := strings.Fields(pairs)
	for i := 0; i < len(fields); i += 2 {
		cyrillic, latin := fields[i], strings.Trim(fields[i+1], "-")
		capital := latin
		if latin != "" {
			capital = capitalised(latin)
		}
		all = append(all, cyrillic, latin, strings.ToUpper(cyrillic), capital)
	}
	return strings.NewReplacer(all...)
}

// TestLatinAlphabets writes the Kazakh reports made up for the second check in Latin
// letters: about the same named things must be found, where they stand in the text.
func TestLatinAlphabets(t *testing.T) {
	x := newExtractor(t)
	for alphabet, write := range alphabets {
		same, got, want := 0, 0, 0
		for _, report := range files(t, "testdata/own/*.txt") {
			if report.Language != civic.Kazakh {
				continue
			}
			expected := namedThings(x.Extract(report))
			latin := report
			latin.Text, latin.Title = write.Replace(report.Text), write.Replace(report.Title)
			reading := x.Extract(latin)
			checkReading(t, reading)
			found := namedThings(reading)
			for key := range found {
				if expected[key] {
					same++
				} else {
					t.Logf("%s: %s is new", alphabet, key)
				}
			}
			for key := range expected {
				if !found[key] {
					t.Logf("%s: %s is missing", alphabet, key)
				}
			}
			got, want = got+len(found), want+len(expected)
		}
		f1 := 2 * float64(same) / float64(got+want)
		t.Logf("alphabet of %s: %d of %d named things, F1 %.3f", alphabet, same, want, f1)
		if least := map[bool]float64{false: 0.9, true: 0.7}[alphabet == "ASCII"]; f1 < least {
			t.Errorf("alphabet of %s: F1 %.3f, want %.1f", alphabet, f1, least)
		}
	}
}

// namedThings are the named things of a reading, by type and what tells them apart.
func namedThings(r civic.Reading) map[string]bool {
	found := map[string]bool{}
	for _, ref := range r.Referents {
		if ref.Type.IsNamed() && ref.Type != civic.TypeReport {
			found[string(ref.Type)+" "+ref.Props.KatoCode+" "+kaz.Fold(ref.Names[0].Text)] = true
		}
	}
	return found
}
