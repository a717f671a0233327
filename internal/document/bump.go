package document

// A Bump follows ranks over several criteria.
type Bump struct {
	Common
	Criteria []Criterion
	Rows     []BumpRow
	Same     string // "zelfde volgorde bij"
}

// A Criterion is a column of a Bump.
type Criterion struct {
	Label string
	Same  string // "226 van 270"; empty if it wasn't tried
}

// A BumpRow is what is ranked.
type BumpRow struct {
	ID, Label string
	Ranks     []int  // from 1, one a criterion; 0: it has none
	Fixed     []bool // no single shift changes the rank
	Strong    bool
	Rank      int // of its look
}
