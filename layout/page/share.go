package page

import "slotmemo/internal/document"

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
		t.w = min(t.w, max(most+gaps, t.widestGroup()))
		return
	}
	if t.s.column.x == textX && (least+gaps > t.w || most > 2*(t.w-gaps)) {
		t.x, t.w = left, fullWidth
	}
	room := t.w - gaps
	if least >= room {
		for i := range t.columns {
			t.columns[i].w = t.columns[i].least * room / least
		}
		return
	}
	t.spread(room, least)
	t.settle()
}

// widestGroup gives the width of the longest name of a group of rows.
func (t *tabling) widestGroup() Pt {
	w := Pt(0)
	for _, row := range t.b.Rows {
		w = max(w, t.s.fonts.Width(t.headStyle.face, t.headStyle.size, document.Plain(row.Group))+0.1)
	}
	return w
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

// guess estimates the height of the table in lines. A cell takes a tenth more
// than its text would fill; a column in which a word must be divided pays for
// that, and one whose cells don't quite fill their lines pays a trifle, so that
// of equal heights the evener table counts.
func (t *tabling) guess() float64 {
	step := max(1, len(t.b.Rows)/sampled)
	sum := 0.0
	for j := 0; j < len(t.b.Rows); j += step {
		lines := 1.0
		for i := range t.columns {
			c := &t.columns[i]
			if w := c.cells[j]; w > c.w {
				n := float64(int(w*1.1/c.w) + 1)
				lines = max(lines, n)
				sum += n * 0.01
			}
		}
		sum += lines
	}
	for i := range t.columns {
		if c := &t.columns[i]; c.w < c.min {
			sum += 0.5 + 0.05*float64(len(t.b.Rows)/step)
		}
	}
	return sum
}
