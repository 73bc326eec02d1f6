package kaz

import (
	"strings"
	"sync"
)

// dropped maps a stem that has lost its last vowel to its base: орн to орын.
var dropped = sync.OnceValue(func() map[string]string {
	bases := map[string]string{}
	for _, row := range table("kk/vowel-drop.txt") {
		stem := strings.TrimRight(row[1], "ыі")
		bases[stem] = row[0]
	}
	return bases
})

// kept holds the bases of dropped: they never keep the vowel, халық has халқы.
var kept = sync.OnceValue(func() map[string]string {
	stems := map[string]string{}
	for stem, base := range dropped() {
		stems[base] = stem
	}
	return stems
})

// voiced maps the last consonant of a base to what it becomes before a vowel.
var voiced = strings.NewReplacer("қ", "ғ", "к", "г", "п", "б")

// basesOf are the bases that can stand before a suffix beginning with a vowel as
// stem: топ for тоб, орын for орн, король for корол.
func basesOf(stem string) []string {
	bases := []string{stem}
	switch r := lastRune(stem); r {
	case 'ғ':
		bases = []string{strings.TrimSuffix(stem, "ғ") + "қ"}
	case 'г':
		bases = []string{strings.TrimSuffix(stem, "г") + "к", stem}
	case 'б':
		bases = []string{strings.TrimSuffix(stem, "б") + "п", stem}
	}
	if softened(lastRune(stem)) {
		bases = append(bases, stem+"ь")
	}
	if base, ok := changed(stem, dropped()); ok {
		bases = append([]string{base}, bases...)
	}
	return bases
}

// changed is what a table makes of a word, or of the last part of a compound, whose
// first part has three letters or more: кәсіпорын has кәсіпорны.
func changed(word string, table map[string]string) (string, bool) {
	if other, ok := table[word]; ok {
		return other, true
	}
	letters := 0
	for i := range word {
		if other, ok := table[word[i:]]; ok && letters >= 3 {
			return word[:i] + other, true
		}
		letters++
	}
	return "", false
}

// softened reports whether loans end in the consonant and a soft sign: «апрель».
func softened(r rune) bool { return strings.ContainsRune("лрнтдзс", r) }

// stemsOf are the forms that base takes before a suffix beginning with a vowel; it
// is the inverse of basesOf.
func stemsOf(base string) []string {
	stems := []string{base}
	switch lastRune(base) {
	case 'қ', 'к', 'п':
		cut := strings.TrimRight(base, "қкп")
		stems = append(stems, cut+voiced.Replace(base[len(cut):]))
	case 'ь':
		stems = append(stems, strings.TrimSuffix(base, "ь"))
	}
	if stem, ok := changed(base, kept()); ok {
		stems = append(stems, stem)
	}
	return stems
}
