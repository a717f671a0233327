package prose

import (
	"math"
	"strconv"
	"strings"
)

// Years writes a length of time in figures: "1 jaar", "0,5 jaar", "3 jaar".
func (p Prose) Years(v float64) string {
	if v == 1 {
		return "1" + hard + p.words.Get("year")
	}
	return p.Short(v) + hard + p.words.Get("years")
}

// After writes a moment in figures: "na 3 jaar".
func (p Prose) After(v float64) string { return p.words.Get("after") + hard + p.Years(v) }

// Term says a length of time as running text does, to ten in words: "drie
// maanden", "een half jaar", "één jaar", "anderhalf jaar", "tien jaar", "12
// jaar". What is no whole number of years or, below one year, of months stands
// in figures.
func (p Prose) Term(years float64) string {
	months := years * 12
	switch {
	case years == 0.5:
		return p.words.Get("year.half")
	case years == 1.5:
		return p.words.Get("year.and-a-half")
	case years >= 1 && years == math.Trunc(years):
		return p.counted(int(years), "year", "years")
	case years > 0 && years < 1 && math.Abs(months-math.Round(months)) < 1e-9:
		return p.counted(int(math.Round(months)), "month", "months")
	}
	return p.Years(years)
}

// Moment says a moment as running text does: "aan het begin", "na drie jaar".
func (p Prose) Moment(years float64) string {
	if years == 0 {
		return p.words.Get("moment.start")
	}
	return p.words.Get("after") + " " + p.Term(years)
}

// Date writes YYYY-MM-DD as people do, "16 april 2026"; what isn't such a date
// stays as it is.
func (p Prose) Date(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return s
	}
	month, err1 := strconv.Atoi(parts[1])
	day, err2 := strconv.Atoi(parts[2])
	if err1 != nil || err2 != nil || month < 1 || month > 12 {
		return s
	}
	return strconv.Itoa(day) + hard + p.row("month.names")[month-1] + hard + parts[0]
}
