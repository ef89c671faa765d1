start-title = Touchline
start-subtitle = Journey maps, offline: drag touchpoints onto a timeline and see where customers get stuck.
start-new = New project
start-new-more = An empty map, ready for stages and touchpoints
start-open = Open…
start-open-more = A project file (.ron)
start-sample = Look at the sample
start-sample-more = An online shop’s first purchase, in six steps
start-recent = Recent projects
start-recent-none = Projects that you open or save are listed here.
# $name (String) - name of the project
start-forget = Remove { $name } from this list
start-drop = Drop a project file to open it
when-now = just now
# $count (Number) - how many
when-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
# $count (Number) - how many
when-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
# $count (Number) - how many
when-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
