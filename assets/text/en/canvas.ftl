canvas-name = Journey map
canvas-drop-here = Drop here
canvas-no-map = This project has no map yet
canvas-no-map-hint = A map is one customer’s journey: stages and steps from left to right, lanes from top to bottom.
canvas-empty-map = An empty map
canvas-empty-map-hint = Drag a touchpoint here to begin. Or lay out stages (the columns) and lanes (the rows) first.
canvas-no-cards = Drag a touchpoint here, or press T and type. Or begin with what the customer does: double-click a step above.
canvas-no-cards-inbox = Drag a touchpoint from the inbox here
canvas-mark-it = How does it go for the customer?
canvas-zoom-control = Zoom
# $percent (Number) - how large the map is shown
canvas-zoom-level = { $percent } %
canvas-fit = Fit
canvas-mini-map = Mini-map
canvas-text-field = Edit text
# $code (String) - the touchpoint's short code
# $title (String) - its title
# $mark (String) - its mark in words
# $place (String) - where it stands
canvas-card-name = { $code } { $title }, { $mark }, { $place }
# $stage (String) - the stage's name
# $step (Number) - which step of the map
# $lane (String) - the lane's name
canvas-card-place = { $stage }, step { $step }, { $lane }
canvas-mark-none = no mark
canvas-mark-positive = positive
canvas-mark-decision = decision
canvas-mark-friction = friction
# $name (String) - the stage's name
canvas-stage-name = Stage { $name }
# $name (String) - the lane's name
canvas-lane-name = Lane { $name }
# $number (Number) - which step of the map
# $action (String) - what the customer does there
canvas-step-name = Step { $number } { $action }
