package snapshot

import (
	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// All shows the whole model, or its domains where it is too large for one picture.
type All struct{}

var yesNo = map[string]string{"true": "yes", "yes": "yes", "ja": "yes", "false": "no", "no": "no", "nee": "no"}

func readAll(d *yamltree.Decoder, e yamltree.Entry) Selector {
	if d.OneOf(e, yesNo, source.Choice{"true"}, "no") != "yes" {
		return nil
	}
	return &All{}
}

func (*All) check(*checker)  {}
func (*All) home() string    { return HomeLandscape }
func (*All) section() string { return "" }

func (*All) choose(c *choice) {
	c.tell("subject_all")
	c.groups = true
	if o := newOverview(c.in); o != nil && len(c.in.View.Show) == 1 {
		c.overview = o
		return
	}
	for _, f := range c.in.Model.Factors {
		c.addFactor(f.ID, core)
	}
	for _, r := range c.in.Model.Relations {
		c.addRelation(r.ID, core)
	}
}
