package templates

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/goccy/go-yaml"
)

// A Role is what a colour is for: "ink", "soft", "plus". The theme says which
// colour that is.
type Role string

// The roles of the theme.
const (
	Ink          Role = "ink"
	Soft         Role = "soft"
	Accent       Role = "accent"
	Plus         Role = "plus"
	Minus        Role = "minus"
	Goal         Role = "goal"
	Intervention Role = "intervention"
	Faint        Role = "faint"
	Rule         Role = "rule"
	Paper        Role = "paper"
	Tint         Role = "tint"
	Watermark    Role = "watermark"
	Edge         Role = "edge"  // lines of ghosts: to be recognised, not read
	Ghost        Role = "ghost" // their stations
	None         Role = ""      // not painted
)

// Shades of plus and minus on paper, pale to strong, for areas behind ink.
var (
	Rises = [4]Role{"rise1", "rise2", "rise3", "rise4"}
	Falls = [4]Role{"fall1", "fall2", "fall3", "fall4"}
)

// A Theme says how the memo looks: colours by role, each "#rrggbb". Sizes are the
// affair of the rooms that set type.
type Theme struct {
	Light map[Role]string `yaml:"light"`
	Dark  map[Role]string `yaml:"dark"`
}

// RGB gives the light colour of a role as three numbers from 0 to 1.
func (t *Theme) RGB(role Role) (r, g, b float64) {
	s, ok := t.Light[role]
	if !ok {
		panic(fmt.Sprintf("templates: theme has no colour %q", role))
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		panic(fmt.Sprintf("templates: theme colour %q is %q", role, s))
	}
	return float64(n>>16) / 255, float64(n>>8&0xff) / 255, float64(n&0xff) / 255
}

// DefaultTheme gives the theme that is embedded. It is shared: don't change it.
var DefaultTheme = sync.OnceValue(func() *Theme {
	b, err := data.ReadFile("theme.yaml")
	if err != nil {
		panic(err)
	}
	var t Theme
	if err := yaml.Unmarshal(b, &t); err != nil {
		panic(fmt.Sprintf("templates: theme.yaml: %v", err))
	}
	return &t
})
