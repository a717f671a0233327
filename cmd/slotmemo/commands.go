package main

import "github.com/spf13/cobra"

// commands lists the commands in the order of --help.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{a.newCommand(), a.buildCommand(), a.checkCommand(), a.analyseCommand(), a.snapshotCommand()}
}
