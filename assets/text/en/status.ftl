hint-canvas = Drag a touchpoint from the library · scroll to move · Ctrl + wheel to zoom
hint-canvas-empty = Add a stage and a lane, then drag touchpoints from the library onto the map
# $title (String) - title of the card
hint-card = { $title } · drag to move · 1 2 3 to mark · F2 to edit
# $title (String) - title of the card
hint-decision = { $title } · drag its handle to where customers go next
hint-handle = Drag to a card that this decision leads to
hint-header = Drag to reorder · double-click to rename
hint-link = Click to select · Delete removes the link
# $title (String) - title of the card
# $place (String) - where it would land
hint-landing = Release to place “{ $title }” in { $place } · Esc cancels
# $count (Number) - how many cards
# $place (String) - where they would land
hint-landing-many = { $count ->
    [one] Release to place { $count } card in { $place } · Esc cancels
   *[other] Release to place { $count } cards in { $place } · Esc cancels
}
hint-no-landing = Nothing changes if you release here · Esc cancels
# $count (Number) - how many cards
hint-brushing = { $count ->
    [one] { $count } card selected
   *[other] { $count } cards selected
}
hint-panning = Move the view
hint-linking = Release on a card, or choose one with the arrows · Esc cancels
# $title (String) - title of the card
hint-linking-to = Release, or press Enter, to lead to “{ $title }” · Esc cancels
hint-editing = Enter to go on · Esc leaves it as it was
# $count (Number) - how many cards
status-positive = { $count } positive
# $count (Number) - how many cards
status-decision = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
# $count (Number) - how many cards
status-friction = { $count } friction
# $count (Number) - how many cards
status-touchpoints = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
# $count (Number) - how many cards
status-inbox = { $count } in the inbox
# $percent (Number) - zoom in percent
status-zoom = Zoom { $percent } %
status-never = Not saved yet
status-saved = Saved
# $time (String) - on the clock, such as 14:32
status-saved-at = Saved { $time }
status-unsaved = Unsaved changes
status-saving = Saving…
status-opening = Opening…
# $percent (Number) - how much is done
status-exporting = Exporting… { $percent } %
status-cancel = Cancel
