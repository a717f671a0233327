package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"runtime"
	"strconv"

	"golang.org/x/sync/errgroup"
)

// A ref is the number of an object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// A file collects objects and writes them: streams by themselves, all others in
// object streams, which makes a tagged file less than half as large.
type file struct {
	objects    []object
	root, info ref
}

type object struct {
	body     string // of a stream: the entries of its dictionary besides Length and Filter
	data     []byte // of a stream, as it is read
	stream   bool
	readable bool // a stream that is not deflated
}

func (f *file) reserve() ref {
	f.objects = append(f.objects, object{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, body string) { f.objects[r-1].body = body }

func (f *file) add(body string) ref {
	r := f.reserve()
	f.set(r, body)
	return r
}

func (f *file) stream(entries string, data []byte) ref {
	r := f.reserve()
	f.objects[r-1] = object{body: entries, data: data, stream: true}
	return r
}

func (f *file) readable(entries string, data []byte) ref {
	r := f.stream(entries, data)
	f.objects[r-1].readable = true
	return r
}

// id is made of what the file says, before deflating: the same memo keeps its
// id even if the library that deflates gives other bytes one day.
func (f *file) id() string {
	h := sha256.New()
	for i, o := range f.objects {
		fmt.Fprintf(h, "%d %d %d\n%s", i, len(o.body), len(o.data), o.body)
		h.Write(o.data)
	}
	return fmt.Sprintf("<%X>", h.Sum(nil)[:16])
}

// perObjectStream is the number of objects in an object stream. A reader
// inflates a whole stream to get at one object; 200 keep that below a
// millisecond, and 1000 save no more than one per cent.
const perObjectStream = 200

// place is where an object stands: at an offset, or at an index in a stream.
type place struct {
	in    ref // object stream; 0: by itself
	where int
}

func (f *file) write(w io.Writer) error {
	id := f.id()
	places := make([]place, len(f.objects), len(f.objects)*5/4)
	places = f.pack(places)
	packed, err := deflateAll(f.objects)
	if err != nil {
		return err
	}
	out := &counter{w: w}
	out.print("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for i, o := range f.objects {
		if !o.stream {
			continue
		}
		places[i].where = out.n
		filter := " /Filter /FlateDecode"
		if o.readable {
			filter = ""
		}
		out.printf("%d 0 obj\n<<%s%s /Length %d>>\nstream\n", i+1, o.body, filter, len(packed[i]))
		out.write(packed[i])
		out.print("\nendstream\nendobj\n")
	}
	f.writeXref(out, places, id)
	return out.err
}

// pack puts the objects that are no streams in object streams.
func (f *file) pack(places []place) []place {
	n := len(f.objects)
	for next := 0; next < n; {
		var head, body bytes.Buffer
		stream := f.reserve()
		count := 0
		for ; next < n && count < perObjectStream; next++ {
			o := &f.objects[next]
			if o.stream {
				continue
			}
			fmt.Fprintf(&head, "%d %d ", next+1, body.Len())
			body.WriteString(o.body)
			body.WriteByte('\n')
			o.body = ""
			places[next] = place{in: stream, where: count}
			count++
		}
		first := head.Len()
		head.Write(body.Bytes())
		f.objects[stream-1] = object{
			body: fmt.Sprintf("/Type /ObjStm /N %d /First %d", count, first), data: head.Bytes(), stream: true,
		}
		places = append(places, place{})
	}
	return places
}

// writeXref writes the cross-reference stream, which is the trailer too.
func (f *file) writeXref(out *counter, places []place, id string) {
	start := out.n
	table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF} // object 0: free
	for _, p := range append(places, place{where: start}) {
		if p.in == 0 {
			table = append(table, 1, byte(p.where>>24), byte(p.where>>16), byte(p.where>>8), byte(p.where), 0, 0)
		} else {
			table = append(table, 2, byte(p.in>>24), byte(p.in>>16), byte(p.in>>8), byte(p.in), byte(p.where>>8), byte(p.where))
		}
	}
	data, err := deflate(nil, table)
	if err != nil {
		out.err = err
		return
	}
	out.printf("%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID [%s %s] /Filter /FlateDecode /Length %d>>\nstream\n",
		len(places)+1, len(places)+2, f.root, f.info, id, id, len(data))
	out.write(data)
	out.printf("\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
}

// deflateAll deflates the streams, on every core: each gives the same bytes
// wherever it is done.
func deflateAll(objects []object) ([][]byte, error) {
	packed := make([][]byte, len(objects))
	var g errgroup.Group
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		g.Go(func() error {
			var z *zlib.Writer
			for i := worker; i < len(objects); i += workers {
				o := objects[i]
				switch {
				case !o.stream:
					continue
				case o.readable:
					packed[i] = o.data
					continue
				case z == nil:
					z, _ = zlib.NewWriterLevel(io.Discard, zlib.BestCompression)
				}
				var err error
				if packed[i], err = deflate(z, o.data); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return packed, g.Wait()
}

func deflate(z *zlib.Writer, data []byte) ([]byte, error) {
	var b bytes.Buffer
	if z == nil {
		z, _ = zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is a right one: no error
	}
	z.Reset(&b)
	if _, err := z.Write(data); err != nil {
		return nil, fmt.Errorf("deflate: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("deflate: %w", err)
	}
	return b.Bytes(), nil
}

// A counter counts the bytes that it writes and keeps the first error.
type counter struct {
	w   io.Writer
	n   int
	err error
}

func (c *counter) write(b []byte) {
	if c.err != nil {
		return
	}
	n, err := c.w.Write(b)
	c.n += n
	c.err = err
}

func (c *counter) print(s string)                 { c.write([]byte(s)) }
func (c *counter) printf(format string, a ...any) { c.write(fmt.Appendf(nil, format, a...)) }
