package audit

// A pageOf is a page with what it inherits.
type pageOf struct {
	dict      dict
	num       int  // of the object; 0 if the page has none of its own
	index     int  // from 1
	inherited dict // Resources, MediaBox and CropBox, its own or from above
	resources dict
	box       [4]float64 // crop box, else media box, in points; zeros if it has none
	annots    array      // references
}

// pageList are the pages of a file in order.
type pageList []*pageOf

const maxPages = 100_000

// readPages walks the page tree.
func (f *file) readPages() pageList {
	w := pageWalk{f: f, seen: map[int]bool{}}
	w.walk(f.root()["Pages"], dict{}, 0)
	return w.pages
}

// byObject returns the index of each page by the number of its object.
func (l pageList) byObject() map[int]int {
	at := map[int]int{}
	for _, p := range l {
		if p.num != 0 {
			at[p.num] = p.index
		}
	}
	return at
}

type pageWalk struct {
	f     *file
	pages pageList
	seen  map[int]bool
}

func (w *pageWalk) walk(v any, inherited dict, depth int) {
	r, _ := v.(ref)
	if depth > maxDepth || r.num != 0 && w.seen[r.num] || len(w.pages) > maxPages {
		return
	}
	w.seen[r.num] = true
	d := w.f.dict(v)
	if d == nil {
		return
	}
	all := dict{}
	for _, k := range []name{"Resources", "MediaBox", "CropBox"} {
		if own, ok := d[k]; ok {
			all[k] = own
		} else if old, ok := inherited[k]; ok {
			all[k] = old
		}
	}
	if kids := w.f.array(d["Kids"]); kids != nil && w.f.name(d["Type"]) != "Page" {
		for _, k := range kids {
			w.walk(k, all, depth+1)
		}
		return
	}
	w.add(d, r.num, all)
}

func (w *pageWalk) add(d dict, num int, all dict) {
	p := &pageOf{dict: d, num: num, index: len(w.pages) + 1, inherited: all, resources: w.f.dict(all["Resources"]), annots: w.f.array(d["Annots"])}
	box, ok := w.f.rectangle(all["CropBox"])
	if !ok {
		box, _ = w.f.rectangle(all["MediaBox"])
	}
	p.box = box
	w.pages = append(w.pages, p)
}

// rectangle reads four numbers, smaller corner first.
func (f *file) rectangle(v any) (box [4]float64, ok bool) {
	a := f.array(v)
	if len(a) < 4 {
		return box, false
	}
	for i := range box {
		if box[i], ok = f.number(a[i]); !ok {
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
