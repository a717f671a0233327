package pdfread

// A Page is a page with what it inherits.
type Page struct {
	Dict      Dict
	Number    int  // of the object; 0 if the page has none of its own
	Index     int  // from 1
	Inherited Dict // Resources, MediaBox and CropBox, its own or from above
	Resources Dict
	Box       [4]float64 // crop box, else media box, in points; zeros if it has none
	Annots    Array      // references
}

// Pages are the pages of a file in order.
type Pages []*Page

const maxPages = 100_000

// Pages walks the page tree.
func (f *File) Pages() Pages {
	w := pageWalk{f: f, seen: map[int]bool{}}
	w.walk(f.root()["Pages"], Dict{}, 0)
	return w.pages
}

// ByObject returns the index of each page by the number of its object.
func (l Pages) ByObject() map[int]int {
	at := map[int]int{}
	for _, p := range l {
		if p.Number != 0 {
			at[p.Number] = p.Index
		}
	}
	return at
}

type pageWalk struct {
	f     *File
	pages Pages
	seen  map[int]bool
}

func (w *pageWalk) walk(v any, inherited Dict, depth int) {
	r, _ := v.(Ref)
	if depth > MaxDepth || r.Number != 0 && w.seen[r.Number] || len(w.pages) > maxPages {
		return
	}
	w.seen[r.Number] = true
	d := w.f.Dict(v)
	if d == nil {
		return
	}
	all := Dict{}
	for _, k := range []Name{"Resources", "MediaBox", "CropBox"} {
		if own, ok := d[k]; ok {
			all[k] = own
		} else if old, ok := inherited[k]; ok {
			all[k] = old
		}
	}
	if kids := w.f.Array(d["Kids"]); kids != nil && w.f.Name(d["Type"]) != "Page" {
		for _, k := range kids {
			w.walk(k, all, depth+1)
		}
		return
	}
	w.add(d, r.Number, all)
}

func (w *pageWalk) add(d Dict, num int, all Dict) {
	p := &Page{Dict: d, Number: num, Index: len(w.pages) + 1, Inherited: all, Resources: w.f.Dict(all["Resources"]), Annots: w.f.Array(d["Annots"])}
	box, ok := w.f.Rectangle(all["CropBox"])
	if !ok {
		box, _ = w.f.Rectangle(all["MediaBox"])
	}
	p.Box = box
	w.pages = append(w.pages, p)
}

// Rectangle reads four numbers, smaller corner first.
func (f *File) Rectangle(v any) (box [4]float64, ok bool) {
	a := f.Array(v)
	if len(a) < 4 {
		return box, false
	}
	for i := range box {
		if box[i], ok = f.Number(a[i]); !ok {
			return [4]float64{}, false
		}
	}
	if box[0] > box[2] {
		box[0], box[2] = box[2], box[0]
	}
	if box[1] > box[3] {
		box[1], box[3] = box[3], box[1]
	}
	return box, true
}
