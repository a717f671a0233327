package audit

import "fmt"

// A pageOf is a page with what it inherits.
type pageOf struct {
	dict      dict
	num       int // of the object
	index     int // from 1
	resources dict
	box       [4]float64 // crop box, else media box
	annots    []any      // references
}

// readPages walks the page tree.
func (c *checker) readPages() {
	c.pageAt = map[int]int{}
	c.walkPages(c.root["Pages"], dict{}, map[int]bool{}, 0)
	if len(c.pages) == 0 {
		c.fail("damaged", 0, 0, "the file has no pages")
	}
}

func (c *checker) walkPages(v any, inherited dict, seen map[int]bool, depth int) {
	r, _ := v.(ref)
	if depth > maxDepth || r.num != 0 && seen[r.num] || len(c.pages) > 100_000 {
		return
	}
	seen[r.num] = true
	d := c.f.dict(v)
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
	if kids := c.f.array(d["Kids"]); kids != nil && c.f.name(d["Type"]) != "Page" {
		for _, k := range kids {
			c.walkPages(k, all, seen, depth+1)
		}
		return
	}
	p := &pageOf{dict: d, num: r.num, index: len(c.pages) + 1, resources: c.f.dict(all["Resources"])}
	box, ok := c.rectangle(all["CropBox"])
	if !ok {
		box, ok = c.rectangle(all["MediaBox"])
	}
	if !ok {
		c.fail("damaged", p.index, r.num, "a page without MediaBox")
	}
	p.box = box
	p.annots = c.f.array(d["Annots"])
	if media, ok := c.rectangle(all["MediaBox"]); ok {
		w, h := media[2]-media[0], media[3]-media[1]
		if w < 3 || h < 3 || w > 14400 || h > 14400 {
			c.fail("limit-page", p.index, r.num, fmt.Sprintf("%g × %g", w, h))
		}
	}
	c.pages = append(c.pages, p)
	if r.num != 0 {
		c.pageAt[r.num] = p.index
	}
}

// rectangle reads four numbers, smaller corner first.
func (c *checker) rectangle(v any) (box [4]float64, ok bool) {
	a := c.f.array(v)
	if len(a) < 4 {
		return box, false
	}
	for i := range box {
		if box[i], ok = c.f.number(a[i]); !ok {
			return box, false
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
