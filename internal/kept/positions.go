package kept

import (
	"slotmemo/internal/folder"
	"slotmemo/internal/source"
)

// Positions are the places of factors on the map, by id.
type Positions map[string]Position

// A Position is a place on the map in whole points: x to the right, y downward.
type Position struct{ X, Y float64 }

var positions = numberFile{
	name: "layout/positions.csv",
	head: []string{"id", "x", "y"},
	most: 100_000,
	step: 1,
	wrong: source.Message{
		NL: "%q is geen plaats; verwacht: een getal tussen −100000 en 100000",
		EN: "%q is no position; expected a number between −100000 and 100000",
	},
	doubled: source.Message{
		NL: "%q heeft al een plaats",
		EN: "%q has a position already",
	},
}

// ReadPositions reads the positions that a build kept or a person edited; nil
// without the file. A line that can't be read is a problem at its place, and the
// others still count. The error is that of the disk.
func ReadPositions(f *folder.Folder) (Positions, []source.Problem, error) {
	numbers, problems, err := positions.read(f)
	return positionsOf(numbers), problems, err
}

func positionsOf(numbers map[string][]float64) Positions {
	if numbers == nil {
		return nil
	}
	p := Positions{}
	for id, xy := range numbers {
		p[id] = Position{xy[0], xy[1]}
	}
	return p
}

// File returns the file of the positions, rounded to whole points: a factor that
// moves changes one line.
func (p Positions) File() File {
	numbers := map[string][]float64{}
	for id, at := range p {
		numbers[id] = []float64{at.X, at.Y}
	}
	return positions.file(numbers)
}
