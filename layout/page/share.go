package page

// share divides the width over the columns. If every cell fits in one line,
// each column gets what its widest cell needs, and the table is as narrow as
// that. Else the widths are those that make the table least high. A table that
// stays high in the text column takes the margin column too.
func (t *tabling) share() {
	gaps := t.gap * Pt(max(0, len(t.columns)-1))
	least, most := Pt(0), Pt(0)
	for i := range t.columns {
		least += t.columns[i].least
		most += t.columns[i].most
	}
	if most+gaps <= t.w {
		for i := range t.columns {
			t.columns[i].w = t.columns[i].most
		}
		t.w = min(t.w, max(most+gaps, t.heading))
		return
	}
	if t.s.column.x == textX && (least+gaps > t.w || most > 2*(t.w-gaps) || t.data) {
		t.x, t.w = left, fullWidth
	}
	if most+gaps <= t.w {
		for i := range t.columns {
			t.columns[i].w = t.columns[i].most
		}
		t.w = most + gaps
		t.x = max(left, textX+measure-t.w)
		return
	}
	room := t.w - gaps
	if least >= room {
		t.squeeze(room)
		return
	}
	t.spread(room, least)
	t.settle()
}

// spread gives each column its least width and a share of the rest, in
// proportion to what its widest cell wants besides.
func (t *tabling) spread(room, least Pt) {
	wants := Pt(0)
	for i := range t.columns {
		wants += t.columns[i].most - t.columns[i].least
	}
	for i := range t.columns {
		c := &t.columns[i]
		c.w = c.least + (c.most-c.least)*(room-least)/wants
	}
}

// settle moves width from one column to another as long as that makes the table
// less high, in steps that get smaller. It tries a bounded number of moves on a
// sample of the rows.
func (t *tabling) settle() {
	height := t.guess()
	for _, step := range []Pt{32, 16, 8, 4} {
		for range 24 {
			from, to, best := -1, -1, height
			for i := range t.columns {
				if t.columns[i].w-step < t.columns[i].least {
					continue
				}
				for j := range t.columns {
					if i == j || t.columns[j].w >= t.columns[j].most {
						continue
					}
					t.move(i, j, step)
					if h := t.guess(); h < best-1e-9 {
						from, to, best = i, j, h
					}
					t.move(j, i, step)
				}
			}
			if from < 0 {
				break
			}
			t.move(from, to, step)
			height = best
		}
	}
}

func (t *tabling) move(from, to int, step Pt) {
	t.columns[from].w -= step
	t.columns[to].w += step
}

// sampled is the number of rows that settle looks at.
const sampled = 48

// guess estimates the height of the table in lines, filling the lines of each
// cell with words one after the other. A column in which a word must be divided
// pays for that, and each line a trifle, so that of equal heights the table with
// fewer lines counts.
func (t *tabling) guess() float64 {
	rows := len(t.columns[0].cells)
	step := max(1, rows/sampled)
	space := t.s.fonts.Width(t.row.face, t.row.size, " ")
	sum := 0.0
	for j := 0; j < rows; j += step {
		most := 1
		for i := range t.columns {
			n, divided := fillWords(t.columns[i].cells[j], t.columns[i].w, space)
			most = max(most, n)
			sum += 0.01*float64(n) + 0.3*float64(divided)
		}
		sum += float64(most)
	}
	return sum
}

// fillWords gives the number of lines that words fill, and how many of them are
// wider than the line.
func fillWords(words []Pt, w, space Pt) (lines, divided int) {
	x := Pt(0)
	for i, word := range words {
		switch {
		case i > 0 && x+space+word <= w:
			x += space + word
		default:
			lines++
			x = word
			for x > w && w > 0 {
				divided++
				lines++
				x -= w
			}
		}
	}
	return lines, divided
}
