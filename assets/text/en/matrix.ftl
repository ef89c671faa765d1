action-show-matrix = Priority matrix
matrix-empty = There are no touchpoints yet. Add some to the map: here they are put in order by what they bring and what they take.
matrix-none-placed = Drag touchpoints here from the right: up for a large impact, to the right for much effort.
matrix-none-left = Nothing fits the filter.
matrix-quick-wins = Quick wins
matrix-big-projects = Big projects
matrix-fill-ins = Fill-ins
matrix-leave-it = Leave it
matrix-all = All
matrix-maps = Maps
matrix-this-map = This map
matrix-all-maps = All maps
matrix-waiting = Without values
matrix-waiting-none = All have impact and effort.
matrix-ranked = By priority
matrix-unknown = unknown
# $card (String) - code and title
# $impact (String) - 1 to 5
# $effort (String) - 1 to 5
# $quadrant (String) - which quarter of the matrix
matrix-card = { $card }, impact { $impact }, effort { $effort }, { $quadrant ->
    [quick-win] quick win
    [big-project] big project
    [fill-in] fill-in
   *[other] leave it
}
# $card (String) - code and title
# $impact (String) - 1 to 5, or unknown
# $effort (String) - 1 to 5, or unknown
matrix-card-waiting = { $card }, impact { $impact }, effort { $effort }
# $count (Number) - how many
# $impact (Number) - 1 to 5
# $effort (Number) - 1 to 5
matrix-more = { $count ->
    [one] { $count } more with impact { $impact } and effort { $effort }
   *[other] { $count } more with impact { $impact } and effort { $effort }
}
# $impact (Number) - 1 to 5
# $effort (Number) - 1 to 5
matrix-listed = Impact { $impact }, effort { $effort }
matrix-list-all = List all again
