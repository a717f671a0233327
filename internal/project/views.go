package project

import (
	"strings"

	"slotmemo/internal/model"
	"slotmemo/internal/source"
)

// views reads the snapshots that memo.yaml asks for. Whether what they name
// exists is checked later, when the model is known.
func (d *decoder) views(e entry) []model.View {
	var views []model.View
	seen := map[string]source.Pos{}
	if e.val.kind != list && e.val.kind != null {
		d.report(e.val.pos, notList, e.key)
		return nil
	}
	if len(e.val.items) > maxSnapshots {
		d.report(e.val.items[maxSnapshots].pos, tooManySnapshots, maxSnapshots)
		e.val.items = e.val.items[:maxSnapshots]
	}
	for _, item := range e.val.items {
		v := d.view(item)
		if v.ID == "" {
			continue
		}
		if first, twice := seen[v.ID]; twice {
			d.problems = append(d.problems, source.Problem{Pos: v.Pos, Message: idTwice, Args: []any{v.ID}, See: first})
			continue
		}
		seen[v.ID] = v.Pos
		views = append(views, v)
	}
	return views
}

func (d *decoder) view(item value) model.View {
	v := model.View{Pos: item.pos, Layout: "map"}
	if item.kind != mapping {
		d.report(item.pos, noSnapshotID)
		return v
	}
	shown, before := false, len(d.problems)
	d.fields(item, []field{
		{key: "id", read: func(e entry) { v.ID, v.Pos = d.text(e), e.val.pos }},
		{key: "caption", read: func(e entry) { v.Caption = d.text(e) }},
		{key: "message", read: func(e entry) { v.Message = d.text(e) }},
		{key: "show", read: func(e entry) { shown = true; v.Show = d.show(e) }},
		{key: "hide", read: func(e entry) { v.Hide = d.texts(e) }},
		{key: "layout", read: func(e entry) {
			v.Layout = d.oneOf(e, map[string]string{"map": "map", "pinned": "pinned", "fresh": "fresh"},
				source.Choice{"map", "pinned", "fresh"}, "map")
		}},
		{key: "alt", read: func(e entry) { v.Alt = d.text(e) }},
		{key: "description", read: func(e entry) { v.Description = d.text(e) }},
	})
	switch {
	case v.ID == "":
		d.report(item.pos, noSnapshotID)
	case !d.folderID(v.Pos, v.ID, false):
		v.ID = ""
	case !shown || len(v.Show) == 0 && len(d.problems) == before:
		d.report(v.Pos, noShow, v.ID)
	case v.Caption == "":
		d.warn(v.Pos, noCaption, v.ID)
	}
	return v
}

var selectorKeys = source.Choice{
	"{all: true}", "{loop: […]}", "{domain: […]}", "{factor: {id, in, out}}",
	"{path: {from, to}}", "{actor: …}", "{effect: {of, at}}", "{change: {since}}",
}

// show reads selectors: "all", a map of them, or a list of such maps.
func (d *decoder) show(e entry) []model.Selector {
	var all []model.Selector
	switch e.val.kind {
	case scalar:
		if s := strings.ToLower(d.text(e)); s != "all" && s != "alles" {
			d.near(e.val.pos, s, []string{"all"}, badShow, selectorKeys)
			return nil
		}
		return []model.Selector{{Pos: e.val.pos, All: true}}
	case list:
		for _, item := range e.val.items {
			all = append(all, d.show(entry{e.key, e.pos, item})...)
		}
		return all
	case mapping:
		d.selectors(e.val, &all)
		return all
	}
	d.report(e.val.pos, badShow, selectorKeys)
	return nil
}

func (d *decoder) selectors(v value, all *[]model.Selector) {
	add := func(s model.Selector) { *all = append(*all, s) }
	// Those that take a map may be given several times, in a list.
	each := func(e entry, read func(e entry)) {
		if e.val.kind != list {
			read(e)
			return
		}
		for _, item := range e.val.items {
			read(entry{e.key, e.pos, item})
		}
	}
	d.fields(v, []field{
		{key: "all", read: func(e entry) {
			if d.oneOf(e, yesNo, source.Choice{"true"}, "no") == "yes" {
				add(model.Selector{Pos: e.val.pos, All: true})
			}
		}},
		{key: "loop", also: []string{"loops"}, read: func(e entry) { add(model.Selector{Pos: e.val.pos, Loops: d.texts(e)}) }},
		{key: "domain", also: []string{"domains"}, read: func(e entry) { add(model.Selector{Pos: e.val.pos, Domains: d.texts(e)}) }},
		{key: "factor", read: func(e entry) { each(e, func(e entry) { add(d.neighbourhood(e)) }) }},
		{key: "path", read: func(e entry) { each(e, func(e entry) { add(d.path(e)) }) }},
		{key: "actor", read: func(e entry) {
			each(e, func(e entry) { add(model.Selector{Pos: e.val.pos, Actor: d.text(e)}) })
		}},
		{key: "effect", read: func(e entry) { add(d.effect(e)) }},
		{key: "change", read: func(e entry) { add(d.change(e)) }},
	})
}

var yesNo = map[string]string{"true": "yes", "yes": "yes", "ja": "yes", "false": "no", "no": "no", "nee": "no"}

// maxSteps is how far around a factor a snapshot may reach.
const maxSteps = 20

func (d *decoder) neighbourhood(e entry) model.Selector {
	n := &model.Neighbourhood{In: 1, Out: 1}
	s := model.Selector{Pos: e.val.pos, Factor: n}
	if e.val.kind == scalar {
		n.ID = d.text(e)
		return s
	}
	if !d.isMap(e, "id, in, out") {
		return s
	}
	d.fields(e.val, []field{
		{key: "id", read: func(e entry) { n.ID, s.Pos = d.text(e), e.val.pos }},
		{key: "in", read: func(e entry) { n.In = d.whole(e, 0, maxSteps, 1) }},
		{key: "out", read: func(e entry) { n.Out = d.whole(e, 0, maxSteps, 1) }},
	})
	d.need(e, "id", n.ID)
	return s
}

func (d *decoder) path(e entry) model.Selector {
	p := &model.Path{}
	s := model.Selector{Pos: e.val.pos, Path: p}
	if !d.isMap(e, "from, to") {
		return s
	}
	d.fields(e.val, []field{
		{key: "from", read: func(e entry) { p.From = d.text(e) }},
		{key: "to", read: func(e entry) { p.To = d.text(e) }},
	})
	d.need(e, "from", p.From)
	d.need(e, "to", p.To)
	return s
}

func (d *decoder) effect(e entry) model.Selector {
	f := &model.EffectAt{At: -1}
	s := model.Selector{Pos: e.val.pos, Effect: f}
	if !d.isMap(e, "of, at") {
		return s
	}
	d.fields(e.val, []field{
		{key: "of", read: func(e entry) { f.Of = d.texts(e) }},
		{key: "at", read: func(e entry) { f.At = d.number(e, 0, maxHorizon, 0) }},
	})
	d.need(e, "of", strings.Join(f.Of, " "))
	if f.At < 0 {
		d.need(e, "at", "")
	}
	return s
}

func (d *decoder) change(e entry) model.Selector {
	s := model.Selector{Pos: e.val.pos}
	if e.val.kind == scalar {
		s.Change = d.text(e)
		return s
	}
	if !d.isMap(e, "since") {
		return s
	}
	d.fields(e.val, []field{{key: "since", read: func(e entry) { s.Change, s.Pos = d.text(e), e.val.pos }}})
	d.need(e, "since", s.Change)
	return s
}

func (d *decoder) need(e entry, part, given string) {
	if given == "" {
		d.report(e.val.pos, missingPart, e.key, part)
	}
}
