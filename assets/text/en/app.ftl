language-name = English
untitled = Untitled

menu-file = File
menu-edit = Edit
menu-map = Map
menu-view = View
menu-help = Help
menu-template = New from template
menu-maps = Maps
menu-recent = Open recent
menu-recent-none = No recent projects
menu-recent-clear = Clear this list
menu-language = Language
# $step (String) - name of the step, such as "Move touchpoint"
menu-undo-step = Undo “{ $step }”
# $step (String) - name of the step, such as "Move touchpoint"
menu-redo-step = Redo “{ $step }”
menu-export = Export
menu-commands = Commands
menu-unsaved = There are unsaved changes

period-before = Before the purchase
period-during = During the purchase
period-after = After the purchase
period-service = Customer service
control-direct = Direct
control-indirect = Indirect
role-touchpoints = Touchpoints
role-front-stage = Front stage
role-back-stage = Back stage
role-support = Support
role-custom = Custom

step-edit-project = Edit project
step-add-persona = Add persona
step-edit-persona = Edit persona
step-delete-persona = Delete persona
step-add-map = Add map
step-edit-map = Edit map
step-move-map = Move map
step-delete-map = Delete map
step-add-stage = Add stage
step-edit-stage = Edit stage
step-move-stage = Move stage
step-delete-stage = Delete stage
step-add-step = Add step
step-edit-step = Edit step
step-move-step = Move step
step-delete-step = Delete step
step-add-lane = Add lane
step-edit-lane = Edit lane
step-move-lane = Move lane
step-delete-lane = Delete lane
step-add-touchpoint = Add touchpoint
step-edit-touchpoint = Edit touchpoint
step-mark-touchpoint = Mark
step-move-touchpoint = Move touchpoint
step-delete-touchpoint = Delete touchpoint
step-rate-touchpoint = Rate
step-plan-touchpoint = Feasibility
step-add-task = Add task
step-edit-task = Edit task
step-move-task = Move task
step-delete-task = Delete task
step-add-link = Add link
step-edit-link = Edit link
step-delete-link = Delete link
step-add-audit = Begin audit
step-edit-audit = Audit
step-delete-audit = Delete audit
step-edit-review = Review schedule
step-show-finding = Kinds of findings
step-add-snapshot = Review
step-rename-snapshot = Rename snapshot
step-delete-snapshot = Delete snapshot
step-cut = Cut
step-paste = Paste
step-duplicate = Duplicate

toast-undo = Undo
toast-copy-path = Copy path
toast-close = Close message
# $count (Number) - how many cards
toast-moved-to-inbox = { $count ->
    [one] { $count } card went to the inbox.
   *[other] { $count } cards went to the inbox.
}
# $count (Number) - how many cards
toast-linked = { $count ->
    [one] The decision leads to { $count } more card.
   *[other] The decision leads to { $count } more cards.
}
# $step (String) - name of the step
toast-undone = Undone: { $step }
# $step (String) - name of the step
toast-redone = Redone: { $step }
# $count (Number) - how many cards
toast-copied = { $count ->
    [one] { $count } card copied.
   *[other] { $count } cards copied.
}
# $count (Number) - how many cards
toast-pasted = { $count ->
    [one] { $count } card pasted.
   *[other] { $count } cards pasted.
}
toast-only-decisions = Outcome links start at a decision. Mark the card as a decision first.
# $count (Number) - how many cards
toast-put-in-inbox = { $count ->
    [one] The card is in the inbox: drag it to its place.
   *[other] { $count } cards are in the inbox: drag them to their places.
}
# $file (String) - name of the file
toast-exported = Exported to { $file }.
# $file (String) - name of the file
toast-settings-set-aside = Not all of the settings made sense: those that do are in use, and the file was set aside as { $file }.
toast-settings-not-saved = The settings could not be saved.
toast-export-cancelled = The export was cancelled.

tab-add = Add map
# $map (String) - title of the map
tab-menu = Options for { $map }
tab-rename = Rename
tab-duplicate = Duplicate
tab-duplicate-frame = Duplicate without touchpoints
tab-delete = Delete map
tab-name = Name of the map
