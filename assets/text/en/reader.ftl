## What is said of the map to those who do not see it.

# $count (Number) - how many steps
reader-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
# $count (Number) - how many outcome links
reader-outcomes = { $count ->
    [one] { $count } outcome
   *[other] { $count } outcomes
}
reader-no-action = no customer action
reader-no-touchpoint = no touchpoint yet
# $value (String) - −2 to +2
reader-emotion = emotion { $value }
reader-moment = moment of truth
reader-notes = with notes
# $place (String) - stage, step and lane
reader-empty-cell = Empty: { $place }
# $label (String) - why customers go there
reader-link = Link “{ $label }”
reader-link-bare = Link
# $share (Number) - how many customers go there, in percent
reader-link-share = { $share } %
# $from (String) - code and title of a card
# $to (String) - code and title of a card
reader-link-way = from { $from } to { $to }
reader-link-loop = meant to lead back
reader-link-not-decision = does not start at a decision
reader-emotion-curve = Emotion
# $number (Number) - which step of the map
# $value (String) - −2 to +2
reader-emotion-step = step { $number }: { $value }

## What changed, for those who do not see it.

# $thing (String) - what was added
# $place (String) - where
reader-added = Added: { $thing }, { $place }
# $thing (String) - what was added
reader-added-bare = Added: { $thing }
# $thing (String) - what was moved
# $place (String) - where to
reader-moved = { $thing }: moved to { $place }
# $thing (String) - what was marked
# $mark (String) - its mark in words
reader-marked = { $thing }: { $mark }
# $thing (String) - what was deleted
reader-deleted = Deleted: { $thing }
# $thing (String) - what was duplicated
reader-duplicated = Duplicated: { $thing }
# $action (String) - what the customer does there; may be empty
reader-gone-step = step { $action }
reader-inbox = the inbox
# $number (Number) - which of the stages, steps or lanes
# $count (Number) - how many there are
reader-place = place { $number } of { $count }
# $count (Number) - how many cards
reader-selected = { $count ->
    [one] { $count } touchpoint selected
   *[other] { $count } touchpoints selected
}
