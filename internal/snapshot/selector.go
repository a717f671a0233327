package snapshot

import (
	"strings"

	"slotmemo/internal/source"
	"slotmemo/internal/yamltree"
)

// A Selector chooses factors and relations of a model. It is one of *All, *Loop,
// *Domain, *Factor, *Path, *Actor, *Effect or *Change, and each has a file of its
// own. A new one is a new file and a line in kinds.
type Selector interface {
	check(c *checker) // turns names into ids; reports what the project doesn't have
	choose(c *choice) // adds what it shows, and what the words call it
	home() string     // id of the chapter where it stands, see View.Home
	section() string  // of the chapter on effects, see View.Kind
}

// A kind is how a selector is written in memo.yaml.
type kind struct {
	key  string
	also []string // other names of the key
	form string   // an example, for messages
	many bool     // a list gives several selectors
	read func(d *yamltree.Decoder, e yamltree.Entry) Selector
}

// kinds returns the selectors in the order in which messages name them. read
// returns nil if nothing is chosen (all: false, domain: []).
func kinds() []kind {
	return []kind{
		{key: "all", form: "{all: true}", read: readAll},
		{key: "loop", also: []string{"loops"}, form: "{loop: […]}", read: readLoop},
		{key: "domain", also: []string{"domains"}, form: "{domain: […]}", read: readDomain},
		{key: "factor", form: "{factor: {id, in, out}}", many: true, read: readFactor},
		{key: "path", form: "{path: {from, to}}", many: true, read: readPath},
		{key: "actor", form: "{actor: …}", many: true, read: readActor},
		{key: "effect", form: "{effect: {of, at}}", read: readEffect},
		{key: "change", form: "{change: {since}}", read: readChange},
	}
}

func forms() source.Choice {
	var all source.Choice
	for _, k := range kinds() {
		all = append(all, k.form)
	}
	return all
}

// readSelectors reads selectors: "all", a map of them, or a list of such maps.
func readSelectors(d *yamltree.Decoder, e yamltree.Entry) []Selector {
	switch e.Val.Kind {
	case yamltree.Scalar:
		if s := strings.ToLower(d.Text(e)); s != "all" && s != "alles" {
			d.Near(e.Val.Pos, s, []string{"all"}, badShow, forms())
			return nil
		}
		return []Selector{&All{}}
	case yamltree.List:
		var all []Selector
		for _, item := range e.Val.Items {
			all = append(all, readSelectors(d, yamltree.Entry{Key: e.Key, Pos: e.Pos, Val: item})...)
		}
		return all
	case yamltree.Map:
		return readKinds(d, e.Val)
	}
	d.Report(e.Val.Pos, badShow, forms())
	return nil
}

func readKinds(d *yamltree.Decoder, v yamltree.Value) []Selector {
	var all []Selector
	var fields []yamltree.Field
	for _, k := range kinds() {
		one := func(e yamltree.Entry) {
			if s := k.read(d, e); s != nil {
				all = append(all, s)
			}
		}
		read := one
		if k.many {
			read = func(e yamltree.Entry) { d.Each(e, one) }
		}
		fields = append(fields, yamltree.Field{Key: k.key, Also: k.also, Read: read})
	}
	d.Fields(v, fields)
	return all
}
