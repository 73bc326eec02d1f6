package kaz

import "strings"

// The sounds of Kazakh that decide which shape of a suffix follows.
const (
	backVowels    = "аоұыё" + "яю"
	frontVowels   = "әеөүіэ"
	neutralVowels = "иу"
	foreign       = "вфхһцчщъьэюяё"
)

// sound is the kind of sound that a stem ends in: a column of the suffix table.
type sound byte

const (
	vowel     sound = 'V'
	glide     sound = 'G'
	lateral   sound = 'L'
	nasal     sound = 'N'
	sibilant  sound = 'Z'
	voiceless sound = 'T'
)

// finalSound is the kind of sound that stem ends in; a soft or hard sign is silent.
func finalSound(stem string) sound {
	switch r := lastRune(strings.TrimRight(stem, "ьъ")); {
	case strings.ContainsRune(backVowels+frontVowels, r):
		return vowel
	case strings.ContainsRune("рйуи", r):
		return glide
	case r == 'л':
		return lateral
	case strings.ContainsRune("мнң", r):
		return nasal
	case strings.ContainsRune("зж", r):
		return sibilant
	}
	return voiceless
}

// harmony says which shapes of a suffix agree with the vowels before it.
type harmony byte

const (
	back   harmony        = 1 << iota // таулар
	front                             // көлдер
	either = back | front             // su and би, foreign words: Георгтың, Йорктің
)

// harmonyOf is decided by the last vowel that is not и or у; a word without one,
// a foreign one and one that is not spelt in Kazakh letters take either shape. So does a
// word with к or г behind its last back vowel, as only loans have: банк, банктің.
func harmonyOf(stem string) harmony {
	if strings.ContainsAny(stem, foreign) || strings.HasPrefix(stem, "й") {
		return either
	}
	h, neutral, frontConsonant := either, false, false
	for _, r := range stem {
		switch {
		case strings.ContainsRune(backVowels, r):
			h, neutral, frontConsonant = back, false, false
		case strings.ContainsRune(frontVowels, r):
			h, neutral, frontConsonant = front, false, false
		case r == 'и':
			neutral = true
		case r == 'к' || r == 'г':
			frontConsonant = true
		case r < 'Ѐ' || strings.ContainsRune("0123456789", r):
			return either
		}
	}
	if neutral || frontConsonant && h == back {
		return either
	}
	return h
}
