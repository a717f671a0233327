package audit

import "slotmemo/internal/pdfread"

// The objects of PDF under the names that the rules use.
type (
	name   = pdfread.Name
	str    = pdfread.String
	array  = pdfread.Array
	dict   = pdfread.Dict
	ref    = pdfread.Ref
	stream = pdfread.Stream
	node   = pdfread.Element
)
