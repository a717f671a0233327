package kept

import (
	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// Bows say how far relations bow aside on the map, by id: the height of the bow
// as a part of the distance between its ends, in thousandths; 0 is straight, and
// the sign is the side.
type Bows map[string]float64

var bows = numberFile{
	name: "layout/bows.csv",
	head: []string{"id", "bow"},
	most: 1,
	step: 0.001,
	wrong: source.Message{
		NL: "%q is geen kromming; verwacht: een getal tussen −1 en 1",
		EN: "%q is no bow; expected a number between −1 and 1",
	},
	doubled: source.Message{
		NL: "%q heeft al een kromming",
		EN: "%q has a bow already",
	},
}

// ReadBows reads the bows that a build kept or a person edited; nil without the
// file. A line that can't be read is a problem at its place, and the others still
// count. The error is that of the disk.
func ReadBows(f *folder.Folder) (Bows, []source.Problem, error) {
	numbers, problems, err := bows.read(f)
	if numbers == nil {
		return nil, problems, err
	}
	b := Bows{}
	for id, n := range numbers {
		b[id] = n[0]
	}
	return b, problems, err
}

// File returns the file of the bows, rounded to thousandths: a relation that is
// drawn otherwise changes one line.
func (b Bows) File() File {
	numbers := map[string][]float64{}
	for id, bow := range b {
		numbers[id] = []float64{bow}
	}
	return bows.file(numbers)
}
