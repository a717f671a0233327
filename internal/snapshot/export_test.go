package snapshot

// Forms gives how each selector is written, for tests of the documentation.
var Forms = forms
