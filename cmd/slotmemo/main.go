// Command slotmemo turns a MARVEL model and the notes of expert sessions into
// the concluding memo, as PDF and HTML.
package main

func main() {}
