package diagram

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"slotmemo/internal/document"
	"slotmemo/layout/diagram/engine"
)

// layoutVersion is part of every key. Raise it whenever a diagram would be
// placed otherwise than before; a test notices if that is forgotten.
const layoutVersion = "11"

// A cache keeps layouts by content, one file each. It holds geometry only, no
// word of the memo. Whatever is wrong with it, a build goes on without.
type cache struct{ dir string }

// perShard bounds the files in each of the 256 folders.
const perShard = 16

func openCache(dir string) *cache {
	switch dir {
	case "-":
		return &cache{}
	case "":
		base, err := os.UserCacheDir()
		if err != nil {
			return &cache{}
		}
		dir = filepath.Join(base, "slotmemo", "layouts")
	}
	return &cache{dir}
}

// An entry is what is kept of a diagram. The lines of labels are broken again
// when it is read.
type entry struct {
	Wrap, Letters float64
	Quality       Quality
	Placed        *Placed
}

// key names all that a layout depends on.
func (c *cache) key(parts ...any) string {
	h := sha256.New()
	h.Write([]byte(layoutVersion + "\n" + engine.Version + "\n"))
	encoder := json.NewEncoder(h)
	for _, p := range parts {
		if err := encoder.Encode(p); err != nil {
			return "" // infinite numbers: not kept
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (c *cache) file(key string) string { return filepath.Join(c.dir, key[:2], key[2:]) }

// read gives what was kept under a key. A damaged file is as good as none.
func (c *cache) read(key string, into any) bool {
	if c.dir == "" || key == "" {
		return false
	}
	b, err := os.ReadFile(c.file(key))
	if err != nil {
		return false
	}
	sum, content, ok := bytes.Cut(b, []byte("\n"))
	want := sha256.Sum256(content)
	return ok && string(sum) == hex.EncodeToString(want[:]) && json.Unmarshal(content, into) == nil
}

// write keeps a value under a key. The file appears whole or not at all.
func (c *cache) write(key string, value any) {
	if c.dir == "" || key == "" {
		return
	}
	content, err := json.Marshal(value)
	if err != nil {
		return
	}
	sum := sha256.Sum256(content)
	name := c.file(key)
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	c.prune(filepath.Dir(name))
	f, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(append(append([]byte(hex.EncodeToString(sum[:])), '\n'), content...))
	if closed := f.Close(); err != nil || closed != nil || os.Rename(f.Name(), name) != nil {
		_ = os.Remove(f.Name())
	}
}

// prune removes the oldest files of a folder that has become too full.
func (c *cache) prune(dir string) {
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < perShard {
		return
	}
	type aged struct {
		name string
		time int64
	}
	var all []aged
	for _, f := range files {
		if info, err := f.Info(); err == nil {
			all = append(all, aged{f.Name(), info.ModTime().UnixNano()})
		}
	}
	slices.SortFunc(all, func(a, b aged) int { return cmp.Compare(a.time, b.time) })
	for _, a := range all[:len(all)/2] {
		_ = os.Remove(filepath.Join(dir, a.name))
	}
}

// get gives the kept layout of a diagram.
func (p *placer) get(key string, d *document.Diagram) (result, bool) {
	var e entry
	if !p.cache.read(key, &e) || e.Placed == nil {
		return result{}, false
	}
	if !p.dress(e.Placed, d, e) {
		return result{}, false
	}
	return result{placed: e.Placed, quality: e.Quality}, true
}

// put keeps a layout, without its words.
func (p *placer) put(key string, r result) {
	p.cache.write(key, entry{r.wrap, r.quality.Size, r.quality, undress(r.placed)})
}

// undress copies the geometry of a placed diagram.
func undress(p *Placed) *Placed {
	out := &Placed{Width: p.Width, Height: p.Height}
	for _, n := range p.Nodes {
		n.Node, n.Lines = document.Node{}, blank(n.Lines)
		out.Nodes = append(out.Nodes, n)
	}
	for _, e := range p.Edges {
		e.Edge = document.Edge{}
		out.Edges = append(out.Edges, e)
	}
	for _, g := range p.Groups {
		g.Group = document.Group{}
		out.Groups = append(out.Groups, g)
	}
	for _, r := range p.Rings {
		r.Ring, r.Lines = document.Ring{}, blank(r.Lines)
		out.Rings = append(out.Rings, r)
	}
	for _, k := range p.Key {
		k.KeyEntry = document.KeyEntry{}
		out.Key = append(out.Key, k)
	}
	return out
}

func blank(lines []Line) []Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Text = ""
	}
	return out
}

// dress puts the words of a diagram back into its geometry, and tells whether
// they fit each other.
func (m *measurer) dress(p *Placed, d *document.Diagram, e entry) bool {
	if len(p.Nodes) != len(d.Nodes) || len(p.Edges) != len(d.Edges) || len(p.Groups) != len(d.Groups) ||
		len(p.Rings) != len(d.Rings) || len(p.Key) != len(d.Key) {
		return false
	}
	s := m.newSketch(d, e.Letters, e.Wrap, vec{})
	ok := true
	p.ID, p.Title = d.ID, d.Title
	for i := range p.Nodes {
		p.Nodes[i].Node = d.Nodes[i]
		ok = ok && fill(p.Nodes[i].Lines, s.bodies[i].lines)
	}
	for i := range p.Rings {
		p.Rings[i].Ring = d.Rings[i]
		ok = ok && fill(p.Rings[i].Lines, s.rings[i].lines)
	}
	for i := range p.Edges {
		p.Edges[i].Edge = d.Edges[i]
	}
	for i := range p.Groups {
		p.Groups[i].Group = d.Groups[i]
	}
	for i := range p.Key {
		p.Key[i].KeyEntry = d.Key[i]
	}
	return ok
}

func fill(lines, from []Line) bool {
	if len(lines) != len(from) {
		return false
	}
	for i := range lines {
		lines[i].Text = from[i].Text
	}
	return true
}
