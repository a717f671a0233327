// Command slotmemo turns a MARVEL model and the notes of expert sessions into
// the concluding memo, as PDF and HTML.
//
// This package holds flags, progress, messages and exit codes. It alone prints,
// asks the environment and exits; how anything is done stands elsewhere.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
