package kaz

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for _, text := range []string{
		"Жиын өтті.|Оған С. Ж. Әбенов келді.",
		"«Жасыл ел – жастар үшін!» Жалпыұлттық қозғалысы құрылды.|Ол жұмысын бастады.",
		"Бұл туралы ALMA.KZ хабарлады.|Дерек ALMA.KZ.|Кейін толықтырылды.",
		"– Келіңіздер! – деді ол.",
		"– Жол салынады, – деді әкім.|– Келер жылы бітеді.",
		"Семей қ. Абай көш. тұрғыны келді.",
		"Нан, сүт, т.б.|Содан кейін базар жабылды.",
		"Он сказал: «Приходите. Ждём вас».|И ушёл.",
		"В 2024 г. в Астане открыли школу.|Её строили два года.",
		"Кім келді?|Ешкім.",
		"1. Бірінші мәселе",
		"Ол «Бәрі болады.»|Сосын кетті.",
	} {
		want := strings.Split(text, "|")
		text = strings.Join(want, " ")
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, s.In(text))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Sentences(%q):\n%s", text, diff)
		}
	}
}
