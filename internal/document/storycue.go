package document

// Cues of the pictures that tell one thing. They stand apart from those of a
// map, with which a Figure of either kind may share a key.
const (
	CueOthers      Cue = iota + 64 // a factor that the picture isn't about
	CueUpward                      // filled triangle
	CueDownward                    // open triangle
	CueCloser                      // round with a tick: a goal comes nearer
	CueFarther                     // square with a cross: a goal moves away
	CueTravels                     // a wider arrow lets more points through
	CueRising                      // plain band: what it carries rises
	CueFalling                     // hatched band: what it carries falls
	CueOwnChip                     // filled chip: the reader's own
	CuePartnerChip                 // open chip: somebody else's
	CueEffectLine                  // small line of an effect over time
	CueBefore                      // open dot: as it was
	CueAfter                       // filled dot: as it is
	CueDropped                     // dotted: there no more
	CueFixed                       // filled ring: a rank that no shift changes
	CueLoose                       // open ring: a rank that may change
	CueIdentity                    // the line of one intervention: KeyEntry.Rank
	CueSigned                      // a number and what it counts: KeyEntry.Sample
	CueWhisker                     // a range
)
