package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNoticeIsFresh holds that NOTICE.md names what is linked, and nothing else.
func TestNoticeIsFresh(t *testing.T) {
	all, err := linked()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 15 {
		t.Fatalf("only %d modules", len(all))
	}
	have, err := os.ReadFile("../../NOTICE.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), string(notice(all))); diff != "" {
		t.Errorf("NOTICE.md is stale; go run ./internal/notice writes it:\n%s", diff)
	}
	var texts strings.Builder
	if err := printTexts(&texts, all); err != nil || !strings.Contains(texts.String(), "go-graphviz") {
		t.Errorf("the licences lack go-graphviz: %v", err)
	}
}

func TestCalled(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted,\nfree of charge":                          "MIT",
		"Redistribution and use in source and binary\nforms":                     "BSD-2-Clause",
		"Redistribution and use in source and binary forms. Neither the name of": "BSD-3-Clause",
		"Apache License\nVersion 2.0":                                            "Apache-2.0",
		"All rights reserved.":                                                   "",
	} {
		if got := called(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
