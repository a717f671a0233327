package html

// exploreData gives the data of the model for the script.
func (w *writer) exploreData() (string, error) {
	return "", nil
}
