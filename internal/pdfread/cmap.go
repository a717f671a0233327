package pdfread

import "slices"

// A CMap says what character codes stand for.
type CMap struct {
	spaces     []codeSpace
	texts      map[int]string // bf mappings
	cids       map[int]int
	ranges     []cidRange
	Uses       string // usecmap
	WMode      int
	Registry   string
	Ordering   string
	Supplement int
}

type codeSpace struct{ bytes, low, high int }

type cidRange struct{ low, high, cid int }

const maxMappings = 1 << 20

// parseCMap reads a CMap program.
func parseCMap(b []byte) *CMap {
	m := &CMap{texts: map[int]string{}, cids: map[int]int{}}
	l := Lexer{Bytes: b, content: true}
	var stack []any
	for {
		v, ok := l.Next()
		if !ok {
			return m
		}
		k, isWord := v.(keyword)
		if !isWord {
			if len(stack) < 10_000 {
				stack = append(stack, v)
			}
			continue
		}
		m.operator(k, stack)
		stack = stack[:0]
	}
}

func (m *CMap) operator(k keyword, stack []any) {
	switch k {
	case "endcodespacerange":
		for i := 0; i+1 < len(stack); i += 2 {
			low, high := asCode(stack[i]), asCode(stack[i+1])
			s, _ := stack[i].(String)
			m.spaces = append(m.spaces, codeSpace{len(s), low, high})
		}
	case "endbfchar":
		for i := 0; i+1 < len(stack); i += 2 {
			if t, ok := stack[i+1].(String); ok {
				m.texts[asCode(stack[i])] = utf16Text(string(t))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(stack); i += 3 {
			m.bfRange(asCode(stack[i]), asCode(stack[i+1]), stack[i+2])
		}
	case "endcidchar":
		for i := 0; i+1 < len(stack); i += 2 {
			if n, ok := stack[i+1].(int); ok {
				m.cids[asCode(stack[i])] = n
			}
		}
	case "endcidrange":
		for i := 0; i+2 < len(stack); i += 3 {
			if n, ok := stack[i+2].(int); ok {
				m.ranges = append(m.ranges, cidRange{asCode(stack[i]), asCode(stack[i+1]), n})
			}
		}
	case "usecmap":
		if n, ok := last(stack).(Name); ok {
			m.Uses = string(n)
		}
	case "def":
		m.define(stack)
	}
}

func last(stack []any) any {
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

func (m *CMap) define(stack []any) {
	if len(stack) < 2 {
		return
	}
	key, _ := stack[len(stack)-2].(Name)
	switch v := stack[len(stack)-1].(type) {
	case int:
		switch key {
		case "WMode":
			m.WMode = v
		case "Supplement":
			m.Supplement = v
		}
	case String:
		switch key {
		case "Registry":
			m.Registry = string(v)
		case "Ordering":
			m.Ordering = string(v)
		}
	case Dict:
		if key == "CIDSystemInfo" {
			r, _ := v["Registry"].(String)
			o, _ := v["Ordering"].(String)
			m.Registry, m.Ordering = string(r), string(o)
			m.Supplement, _ = v["Supplement"].(int)
		}
	}
}

func asCode(v any) int {
	s, _ := v.(String)
	return BigEndian([]byte(s[:min(len(s), 4)]))
}

// bfRange reads a range of texts. Only the last byte of a code may vary in it
// (ISO 32000-1, 9.10.3): what goes beyond isn't mapped.
func (m *CMap) bfRange(low, high int, to any) {
	high = min(high, low|0xFF)
	switch to := to.(type) {
	case String:
		t := []rune(utf16Text(string(to)))
		for code := low; code <= high && len(t) > 0 && len(m.texts) < maxMappings; code++ {
			m.texts[code] = string(t)
			t = slices.Clone(t)
			t[len(t)-1]++
		}
	case Array:
		for i, v := range to {
			if s, ok := v.(String); ok && low+i <= high {
				m.texts[low+i] = utf16Text(string(s))
			}
		}
	}
}

// cid returns the CID of a code.
func (m *CMap) cid(code int) (int, bool) {
	if cid, ok := m.cids[code]; ok {
		return cid, true
	}
	for _, r := range m.ranges {
		if code >= r.low && code <= r.high {
			return r.cid + code - r.low, true
		}
	}
	return 0, false
}

// split cuts a string in codes.
func (m *CMap) split(s String, each func(code int)) {
	for i := 0; i < len(s); {
		length := 0
		for n := 1; n <= 4 && i+n <= len(s) && length == 0; n++ {
			code := BigEndian([]byte(s[i : i+n]))
			for _, space := range m.spaces {
				if space.bytes == n && code >= space.low && code <= space.high {
					length = n
					break
				}
			}
		}
		if length == 0 {
			length = min(2, len(s)-i)
		}
		each(BigEndian([]byte(s[i : i+length])))
		i += length
	}
}
