package audit

import "fmt"

// checkBoxes checks that there are pages, and their sizes.
func (c *checker) checkBoxes() {
	if len(c.pages) == 0 {
		c.fail("damaged", 0, 0, "the file has no pages")
	}
	for _, p := range c.pages {
		media, ok := c.f.Rectangle(p.Inherited["MediaBox"])
		if _, crop := c.f.Rectangle(p.Inherited["CropBox"]); !ok && !crop {
			c.fail("damaged", p.Index, p.Number, "a page without MediaBox")
		}
		w, h := media[2]-media[0], media[3]-media[1]
		if ok && (w < 3 || h < 3 || w > 14400 || h > 14400) {
			c.fail("limit-page", p.Index, p.Number, fmt.Sprintf("%g × %g", w, h))
		}
	}
}
