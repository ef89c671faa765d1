outline = Outline
action-toggle-outline = Outline
outline-lanes = Lanes
outline-no-action = No customer action
outline-folded = folded
# $count (Number) - how many stages
outline-stages = { $count ->
    [one] { $count } stage
   *[other] { $count } stages
}
