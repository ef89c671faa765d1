quick-add-word-positive = green
quick-add-word-decision = yellow
quick-add-word-friction = red
quick-add-title = Quick add
quick-add-close = Close quick add
quick-add-hint = Buy > Queue at the till @store !red #anna
quick-add-keys = Enter adds · Tab completes · Esc closes
quick-add-completions = Ways to go on
# $place (String) - such as "Buy, step 3, Store"
quick-add-preview = New touchpoint in { $place }
# $place (String) - such as "Buy, step 3, Store"
quick-add-goes-to = Goes to { $place }
# $stage (String) - name of the stage, or that it is new
# $step (String) - such as "step 3"
# $lane (String) - name of the lane, or that it is new
quick-add-place = { $stage }, { $step }, { $lane }
# $name (String) - of the stage
quick-add-new-stage = new stage “{ $name }”
# $number (Number) - which step of the map
quick-add-step = step { $number }
# $number (Number) - which step of the map
quick-add-new-step = new step { $number }
# $number (Number) - which step of the map
# $action (String) - the customer action
quick-add-new-action = new step { $number } “{ $action }”
# $name (String) - of the lane
quick-add-new-lane = new lane “{ $name }”
quick-add-from-library = from the library
# $title (String) - of the touchpoint
quick-add-added = Added “{ $title }”
# $count (Number) - how many
quick-add-added-many = { $count ->
    [one] Added { $count } touchpoint
   *[other] Added { $count } touchpoints
}
quick-add-kind-stage = Stage
quick-add-kind-step = Step
quick-add-kind-library = From the library
quick-add-kind-lane = Lane
quick-add-kind-owner = Owner
quick-add-kind-channel = Channel
quick-add-kind-mark = Mark
