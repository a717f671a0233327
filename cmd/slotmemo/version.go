package main

import (
	"fmt"
	"runtime/debug"
)

// version says which program this is, from what the compiler wrote into it:
// version, commit and Go version. It says the same wherever it runs.
func version(info *debug.BuildInfo) string {
	v, commit, changed := "(devel)", "", ""
	if info == nil {
		return v
	}
	if info.Main.Version != "" {
		v = info.Main.Version
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed since"
		}
	}
	if commit == "" {
		return fmt.Sprintf("%s (%s)", v, info.GoVersion)
	}
	return fmt.Sprintf("%s (commit %s%s, %s)", v, commit, changed, info.GoVersion)
}

// ownVersion is the version of the program that runs.
func ownVersion() string {
	info, _ := debug.ReadBuildInfo()
	return version(info)
}
