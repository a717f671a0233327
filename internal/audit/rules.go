package audit

// A rule is a demand that a machine can check, with its clauses: the clause of
// the standard and, after the dash, the number under which validators list the
// test. The sentences stand in templates/LANGUAGE/audit.yaml under the same ids.
type rule struct {
	ua    string // clause of ISO 14289-1; empty: not demanded there
	a     string // clause of ISO 19005-2 and -3
	level byte   // 'b': all levels; 'u': a and u; 'a': level a only
	only  string // part of ISO 19005, if not both
}

func (r rule) clause(p Profile) string {
	if !p.isA() {
		return r.ua
	}
	if r.a == "" || r.only != "" && r.only != p.part() {
		return ""
	}
	switch r.level {
	case 'a':
		if p.level() != 'a' {
			return ""
		}
	case 'u':
		if p.level() == 'b' {
			return ""
		}
	}
	return r.a
}

var rules = map[string]rule{
	"damaged":           {ua: "6.1", a: "6.1.1", level: 'b'},
	"header":            {ua: "6.1-1", a: "6.1.2-1", level: 'b'},
	"header-comment":    {a: "6.1.2-2", level: 'b'},
	"trailer-id":        {a: "6.1.3-1", level: 'b'},
	"encrypted":         {a: "6.1.3-2", level: 'b'},
	"encryption-access": {ua: "7.16-1"},
	"after-end":         {a: "6.1.3-3", level: 'b'},
	"xref-syntax":       {a: "6.1.4-1", level: 'b'},
	"hex-odd":           {a: "6.1.6-1", level: 'b'},
	"hex-digits":        {a: "6.1.6-2", level: 'b'},
	"stream-length":     {a: "6.1.7.1-1", level: 'b'},
	"stream-lines":      {a: "6.1.7.1-2", level: 'b'},
	"stream-external":   {a: "6.1.7.1-3", level: 'b'},
	"filter-lzw":        {a: "6.1.7.2-1", level: 'b'},
	"filter-crypt":      {a: "6.1.7.2-2", level: 'b'},
	"object-lines":      {a: "6.1.9-1", level: 'b'},
	"inline-filter":     {a: "6.1.10-1", level: 'b'},
	"permissions":       {a: "6.1.12-1", level: 'b'},
	"signature-digest":  {a: "6.1.12-2", level: 'b'},
	"limit-integer":     {a: "6.1.13-1", level: 'b'},
	"limit-string":      {a: "6.1.13-3", level: 'b'},
	"limit-name":        {a: "6.1.13-4", level: 'b'},
	"limit-nesting":     {a: "6.1.13-8", level: 'b'},
	"limit-colours":     {a: "6.1.13-9", level: 'b'},
	"limit-page":        {a: "6.1.13-11", level: 'b'},

	"operator":            {a: "6.2.2-1", level: 'b'},
	"resources":           {a: "6.2.2-2", level: 'b'},
	"output-intent":       {a: "6.2.3-1", level: 'b'},
	"output-intents":      {a: "6.2.3-2", level: 'b'},
	"icc-profile":         {a: "6.2.4.2-1", level: 'b'},
	"device-rgb":          {a: "6.2.4.3-2", level: 'b'},
	"device-cmyk":         {a: "6.2.4.3-3", level: 'b'},
	"device-gray":         {a: "6.2.4.3-4", level: 'b'},
	"colorants":           {a: "6.2.4.4-1", level: 'b'},
	"transfer-function":   {a: "6.2.5-1", level: 'b'},
	"transfer-function-2": {a: "6.2.5-2", level: 'b'},
	"halftone":            {a: "6.2.5-3", level: 'b'},
	"rendering-intent":    {a: "6.2.6-1", level: 'b'},
	"image-alternates":    {a: "6.2.8.1-1", level: 'b'},
	"image-opi":           {a: "6.2.8.1-2", level: 'b'},
	"image-interpolate":   {a: "6.2.8.1-3", level: 'b'},
	"image-jpx":           {a: "6.2.8.3-1", level: 'b'},
	"form-opi":            {a: "6.2.9.1-1", level: 'b'},
	"reference-xobject":   {ua: "7.20-1", a: "6.2.9.2-1", level: 'b'},
	"postscript-xobject":  {a: "6.2.9.3-1", level: 'b'},
	"form-reuse":          {ua: "7.20-2"},
	"blend-mode":          {a: "6.2.10-1", level: 'b'},
	"blend-space":         {a: "6.2.10-2", level: 'b'},

	"cid-system":             {ua: "7.21.3.1-1", a: "6.2.11.3.1-1", level: 'b'},
	"cid-map":                {ua: "7.21.3.2-1", a: "6.2.11.3.2-1", level: 'b'},
	"cmap-embedded":          {ua: "7.21.3.3-1", a: "6.2.11.3.3-1", level: 'b'},
	"cmap-wmode":             {ua: "7.21.3.3-2", a: "6.2.11.3.3-2", level: 'b'},
	"cmap-uses":              {ua: "7.21.3.3-3", a: "6.2.11.3.3-3", level: 'b'},
	"font-embedded":          {ua: "7.21.4.1-1", a: "6.2.11.4.1-1", level: 'b'},
	"font-program":           {ua: "7.21.4.1-1", a: "6.2.11.4.1-1", level: 'b'},
	"font-glyphs":            {ua: "7.21.4.1-2", a: "6.2.11.4.1-2", level: 'b'},
	"font-cidset":            {ua: "7.21.4.2-2", a: "6.2.11.4.2-2", level: 'b'},
	"font-widths":            {ua: "7.21.5-1", a: "6.2.11.5-1", level: 'b'},
	"truetype-cmap":          {ua: "7.21.6-1", a: "6.2.11.6-1", level: 'b'},
	"truetype-encoding":      {ua: "7.21.6-2", a: "6.2.11.6-2", level: 'b'},
	"truetype-symbolic":      {ua: "7.21.6-3", a: "6.2.11.6-3", level: 'b'},
	"truetype-symbolic-cmap": {ua: "7.21.6-4", a: "6.2.11.6-4", level: 'b'},
	"text-unicode":           {ua: "7.21.7-1", a: "6.2.11.7.2-1", level: 'u'},
	"text-unicode-value":     {ua: "7.21.7-2", a: "6.2.11.7.2-2", level: 'u'},
	"text-private":           {a: "6.2.11.7.3-1", level: 'a'},
	"text-notdef":            {ua: "7.21.8-1", a: "6.2.11.8-1", level: 'b'},

	"annotation-type":    {a: "6.3.1-1", level: 'b'},
	"annotation-flags":   {a: "6.3.2-1", level: 'b'},
	"annotation-look":    {a: "6.3.3-1", level: 'b'},
	"widget-action":      {a: "6.4.1-1", level: 'b'},
	"field-action":       {a: "6.4.1-2", level: 'b'},
	"need-appearances":   {a: "6.4.1-3", level: 'b'},
	"xfa":                {a: "6.4.2-1", level: 'b'},
	"needs-rendering":    {a: "6.4.2-2", level: 'b'},
	"action":             {a: "6.5.1-1", level: 'b'},
	"action-named":       {a: "6.5.1-2", level: 'b'},
	"additional-actions": {a: "6.5.2-1", level: 'b'},

	"metadata":            {ua: "7.1-8", a: "6.6.2.1-1", level: 'b'},
	"metadata-packet":     {a: "6.6.2.1-3", level: 'b'},
	"metadata-syntax":     {ua: "7.1-8", a: "6.6.2.1-4", level: 'b'},
	"metadata-title":      {ua: "7.1-9"},
	"metadata-property":   {a: "6.6.2.3.1-1", level: 'b'},
	"metadata-value":      {a: "6.6.2.3.1-2", level: 'b'},
	"extension-schema":    {a: "6.6.2.3.3-1", level: 'b'},
	"extension-container": {a: "6.6.2.3.2-1", level: 'b'},
	"a-claim":             {a: "6.6.4-1", level: 'b'},
	"a-claim-part":        {a: "6.6.4-2", level: 'b'},
	"a-claim-level":       {a: "6.6.4-3", level: 'b'},
	"a-claim-prefix":      {a: "6.6.4-4", level: 'b'},
	"ua-claim":            {ua: "5-1"},
	"ua-claim-part":       {ua: "5-2"},
	"ua-claim-prefix":     {ua: "5-3"},

	"marked":                  {ua: "6.2-1", a: "6.7.2.2-1", level: 'a'},
	"suspects":                {ua: "7.1-4"},
	"structure":               {ua: "7.1-11", a: "6.7.3.3-1", level: 'a'},
	"structure-parent":        {ua: "7.1-12"},
	"artifact-inside":         {ua: "7.1-1"},
	"tagged-inside":           {ua: "7.1-2"},
	"untagged":                {ua: "7.1-3"},
	"parent-tree":             {ua: "7.1-3"},
	"mcid-twice":              {ua: "7.1-3"},
	"type-unmapped":           {ua: "7.1-5", a: "6.7.3.4-1", level: 'a'},
	"type-circle":             {ua: "7.1-6", a: "6.7.3.4-2", level: 'a'},
	"type-remapped":           {ua: "7.1-7", a: "6.7.3.4-3", level: 'a'},
	"display-title":           {ua: "7.1-10"},
	"language-tag":            {ua: "7.2-29", a: "6.7.4-1", level: 'a'},
	"language-outline":        {ua: "7.2-2"},
	"language-actual":         {ua: "7.2-21"},
	"language-alt":            {ua: "7.2-22"},
	"language-expansion":      {ua: "7.2-23"},
	"language-annotation":     {ua: "7.2-24"},
	"language-field":          {ua: "7.2-25"},
	"language-span-actual":    {ua: "7.2-30"},
	"language-span-alt":       {ua: "7.2-31"},
	"language-span-expansion": {ua: "7.2-32"},
	"language-metadata":       {ua: "7.2-33"},
	"language-text":           {ua: "7.2-34"},

	"table-kids":            {ua: "7.2-3"},
	"row-parent":            {ua: "7.2-4"},
	"part-parent":           {ua: "7.2-5"},
	"cell-parent":           {ua: "7.2-8"},
	"row-kids":              {ua: "7.2-10"},
	"head-twice":            {ua: "7.2-11"},
	"foot-twice":            {ua: "7.2-12"},
	"body-missing":          {ua: "7.2-13"},
	"cells-overlap":         {ua: "7.2-15"},
	"caption-place":         {ua: "7.2-16"},
	"item-parent":           {ua: "7.2-17"},
	"body-parent":           {ua: "7.2-18"},
	"list-kids":             {ua: "7.2-19"},
	"item-kids":             {ua: "7.2-20"},
	"toci-parent":           {ua: "7.2-26"},
	"toc-kids":              {ua: "7.2-27"},
	"part-kids":             {ua: "7.2-36"},
	"caption-twice":         {ua: "7.2-39"},
	"rows-uneven":           {ua: "7.2-42"},
	"figure-alt":            {ua: "7.3-1"},
	"heading-level":         {ua: "7.4.2-1"},
	"heading-twice":         {ua: "7.4.4-1"},
	"heading-kinds":         {ua: "7.4.4-2"},
	"header-scope":          {ua: "7.5-1"},
	"header-ids":            {ua: "7.5-2"},
	"formula-alt":           {ua: "7.7-1"},
	"note-id":               {ua: "7.9-1"},
	"note-id-twice":         {ua: "7.9-2"},
	"layer-name":            {ua: "7.10-1", a: "6.9-1", level: 'b'},
	"layer-state":           {ua: "7.10-2", a: "6.9-3", level: 'b'},
	"attachment-name":       {ua: "7.11-1", a: "6.8-2", level: 'b'},
	"attachment-type":       {a: "6.8-1", level: 'b', only: "3"},
	"attachment-relation":   {a: "6.8-3", level: 'b', only: "3"},
	"attachment-associated": {a: "6.8-4", level: 'b', only: "3"},
	"attachment-pdfa":       {a: "6.8-5", level: 'b', only: "2"},
	"dynamic-form":          {ua: "7.15-1"},
	"annotation-tag":        {ua: "7.18.1-1"},
	"annotation-text":       {ua: "7.18.1-2"},
	"field-name":            {ua: "7.18.1-3"},
	"trapnet":               {ua: "7.18.2-1"},
	"tab-order":             {ua: "7.18.3-1"},
	"widget-tag":            {ua: "7.18.4-1"},
	"form-kids":             {ua: "7.18.4-2"},
	"link-tag":              {ua: "7.18.5-1"},
	"link-text":             {ua: "7.18.5-2"},
	"media-type":            {ua: "7.18.6.2-1"},
	"media-alt":             {ua: "7.18.6.2-2"},
	"printer-mark":          {ua: "7.18.8-1"},
	"destination":           {ua: "7.18.5", a: "6.5.1", level: 'b'},
	"presentation":          {a: "6.10-1", level: 'b'},
	"requirements":          {a: "6.11-1", level: 'b'},
}

// remarkRules are the remarks: what no clause forbids, and auditors look at.
var remarkRules = []string{
	"contrast", "small-text", "repeated-characters", "bare-link", "empty-heading", "no-outline",
	"outline-differs", "toc-unlinked", "toc-page", "note-label", "reading-order",
	"empty-element", "figure-box", "long-alt", "title-differs", "encrypted-unread",
}

// A Gap is a clause that a machine could check and we don't, or not in full.
type Gap struct {
	Standard string `json:"standard"`
	Clause   string `json:"clause"`
	What     string `json:"what"` // what isn't checked of it
}

// NotImplemented gives the clauses that a machine could check and we don't.
func NotImplemented() []Gap {
	const ua, a = "ISO 14289-1", "ISO 19005-2"
	return []Gap{
		{ua, "7.16", "contents of encrypted files"},
		{ua, "7.21.4.1-2", "glyphs in Type 1 and CFF programs"},
		{ua, "7.21.4.2-1", "CharSet of Type 1 fonts"},
		{ua, "7.21.5-1", "widths in Type 1 and CFF programs"},
		{ua, "7.21.6-2", "glyph names that only look as if the Adobe Glyph List had them"},
		{ua, "7.21.7-1", "glyph names inside Type 1 and CFF programs"},
		{a, "6.1.8", "names in UTF-8"},
		{a, "6.1.13", "real numbers, number of objects, CIDs"},
		{a, "6.2.2-2", "resources that a page inherits"},
		{a, "6.2.4.2-2", "overprint with ICCBased CMYK"},
		{a, "6.2.4.4-2", "equal tints of separations"},
		{a, "6.2.8.3", "JPEG 2000 codestreams"},
		{a, "6.2.11.5", "widths in Type 1 and CFF programs"},
		{a, "6.4.3", "digital signatures"},
		{a, "6.6.2.3", "value types of most predefined XMP properties"},
		{a, "6.8-5", "conformance of attached PDF/A files"},
	}
}
