action-show-numbers = Numbers
numbers-friction = Share of friction
# $percent (Number) - a share
numbers-of-marked = { $percent } % of what is marked
numbers-stretch = Longest stretch without a positive touchpoint
# $first (Number) - which step of the map
# $last (Number) - which step of the map
numbers-steps = steps { $first }–{ $last }
# $number (Number) - which step of the map
numbers-step = step { $number }
# $mean (String) - 1 to 5
numbers-mean = { $mean } of 5 on average
numbers-tasks = Tasks
# $open (Number) - how many are not done
# $done (Number) - how many are done
# $overdue (Number) - how many of those that are not done should be
numbers-tasks-counts = { $open } open, { $done } done, { $overdue } overdue

numbers-marks = Marks
numbers-stages = Marks by stage
numbers-control = Direct and indirect
numbers-control-none = Not said
numbers-inbox = In the inbox
numbers-quality-all = All six
numbers-tasks-open = Open
numbers-tasks-doing = Doing
numbers-tasks-done = Done
numbers-tasks-overdue = Overdue
# $steps (Number) - how many
numbers-stretch-steps = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}
numbers-stretch-none = Every step has a positive touchpoint.
numbers-empty = Nothing to count yet
numbers-empty-note = As soon as touchpoints stand on the map, they are summed up here.
numbers-empty-map = To the map
# $label (String) - what is counted
# $count (Number) - how many
# $all (Number) - of how many
numbers-bar = { $label }: { $count } of { $all }
# $label (String) - what is counted
# $value (String) - its value
numbers-value = { $label }: { $value }
# $words (String) - a number in words
numbers-select = { $words }. Select these touchpoints on the map
numbers-no-ratings = No quality is rated yet.
numbers-no-tasks = No tasks yet.
numbers-without-positive = Without positive
