package document

// ForYou is what lies with one reader: a row for each intervention that is
// theirs, and with whom they do it. It has no total: effects don't add up.
type ForYou struct {
	Common
	Goals   []Node // the columns of the sparks
	Rows    []OwnRow
	Years   string // what the sparks span, told once: "0–10 jaar"
	Matrix  Matrix
	Warning string // in words; empty if there is nothing to warn for
	Rest    string // those that have no row; empty if all have one
}

// An OwnRow is an intervention with the strongest way to the goal that it moves
// most.
type OwnRow struct {
	ID     string
	Name   string
	Change string // "landelijke regie: 40 → 70"
	Nodes  []OwnedNode
	Edges  []Edge // Edges[i] leads from Nodes[i] to the next
	Sparks []Spark
	Bad    []bool // per spark: the goal moves away
}

// An OwnedNode is a node with those who hold it, at most three.
type OwnedNode struct {
	Node
	Chips []Chip
}

// MostChips is how many actors stand at a node; MostRows how many interventions
// have a row.
const (
	MostChips = 3
	MostRows  = 5
)

// A Matrix has a dot where a row and a column meet.
type Matrix struct {
	Head    string
	Columns []string
	Rows    []MatrixRow
}

// A MatrixRow is a row of a Matrix, a dot or none for each column.
type MatrixRow struct {
	Label string
	Dots  []bool
}
