action-new = New
action-new-retail = New retail journey
action-new-twenty = New map of twenty touchpoints
action-new-blueprint = New service blueprint
action-new-sample = New from the sample
action-open = Open…
action-save = Save
action-save-as = Save as…
action-export-png = Export PNG…
action-close-project = Close project
action-quit = Quit
action-undo = Undo
action-redo = Redo
action-cut = Cut
action-copy = Copy
action-paste = Paste
action-duplicate = Duplicate
action-delete = Delete
action-select-all = Select all touchpoints
action-edit-text = Edit text
action-cancel = Cancel, or select nothing
action-add-touchpoint = Add touchpoint
action-quick-add = Quick add…
action-add-step = Add step
action-add-stage = Add stage
action-add-lane = Add lane
action-add-persona = Add persona
action-mark-positive = Mark positive
action-mark-decision = Mark decision
action-mark-friction = Mark friction
action-mark-none = No mark
action-add-link = Lead from the decision to the others
action-to-inbox = Move to the inbox
action-add-map = Add map
action-duplicate-map = Duplicate map
action-duplicate-frame = Duplicate map without touchpoints
action-rename-map = Rename map
action-delete-map = Delete map
action-next-map = Next map
action-previous-map = Previous map
action-move-map-left = Move map left
action-move-map-right = Move map right
action-walk-left = Go left
action-walk-right = Go right
action-walk-up = Go up
action-walk-down = Go down
action-walk-first = Go to the first touchpoint
action-walk-last = Go to the last touchpoint
action-extend-left = Select on the left too
action-extend-right = Select on the right too
action-extend-up = Select above too
action-extend-down = Select below too
action-move-left = Move left
action-move-right = Move right
action-move-up = Move up
action-move-down = Move down
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-zoom-to-100 = Actual size
action-zoom-to-fit = Fit the map
action-zoom-to-selection = Zoom to selection
action-theme-light = Light theme
action-theme-dark = Dark theme
action-theme-system = Theme of the system
action-language-system = Language of the system
# $language (String) - its name in itself, such as "Русский"
action-language = Language: { $language }
action-toggle-library = Library
action-toggle-inspector = Inspector
action-palette = Commands…
action-shortcuts = Keyboard shortcuts
action-context-menu = Open the menu of what is selected
action-about = About Touchline

## What new things are called until somebody names them.

new-touchpoint = New touchpoint
new-label = Why customers go there
# $number (Number) - how many stages there are then
new-stage = Stage { $number }
# $number (Number) - how many lanes there are then
new-lane = Lane { $number }
# $number (Number) - how many maps there are then
new-map = Map { $number }
# $number (Number) - how many personas there are then
new-persona = Persona { $number }
# $title (String) - of the map that is duplicated
copied-map = { $title } (copy)
stage-before = Before the purchase
stage-during = During the purchase
stage-after = After the purchase
lane-touchpoints = Touchpoints

## Where a drag would land.

# $lane (String) - name of the lane
# $step (Number) - which step of the map
place-cell = { $lane }, step { $step }
# $stage (String) - name of the stage
# $lane (String) - name of the lane
place-new-step = a new step of { $stage }, { $lane }
place-first = the first step
# $number (Number) - which stage
place-stage = stage { $number }
# $stage (String) - name of the stage
# $number (Number) - which step of the stage
place-step = step { $number } of { $stage }
# $number (Number) - which lane
place-lane = lane { $number }
