package pdf

import (
	"encoding/binary"
	"math"
	"sync"
)

// sRGBProfile gives an ICC profile of sRGB (version 2, matrix and curves), made
// here from the numbers of IEC 61966-2-1, so that no foreign file is embedded.
// Source: ICC.1:2001-04, File Format for Color Profiles. Shared: don't change.
var sRGBProfile = sync.OnceValue(func() []byte {
	curve := sRGBCurve()
	tags := []table{
		{"desc", textDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.96420, 1, 0.82491)}, // D50, to which the primaries are adapted
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	directory := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start := 128 + 4 + 12*len(tags)
	curveAt := 0
	for _, t := range tags {
		at := start + len(data)
		if t.tag == "gTRC" || t.tag == "bTRC" {
			at = curveAt // the three curves are one
		} else {
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		if t.tag == "rTRC" {
			curveAt = at
		}
		directory = append(directory, t.tag...)
		directory = binary.BigEndian.AppendUint32(directory, uint32(at))
		directory = binary.BigEndian.AppendUint32(directory, uint32(len(t.data)))
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(start+len(data)))
	binary.BigEndian.PutUint32(head[8:], 0x02100000)
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1998, 2, 9, 0, 0, 0} { // a date of its own: the same each time
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.96420, 1, 0.82491)[8:])
	return append(append(head, directory...), data...)
})

func xyz(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

// sRGBCurve is the curve from a channel to light, at 1024 points.
func sRGBCurve() []byte {
	const points = 1024
	b := []byte("curv\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

func textDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // no Unicode, no Macintosh description
}
