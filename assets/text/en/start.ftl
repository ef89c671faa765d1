start-title = Touchline
start-subtitle = Journey maps, offline: drag touchpoints onto a timeline and see where customers get stuck.
start-new = New project
start-open = Open…
template-blank = Blank map
template-blank-more = Four stages and three lanes, ready for your touchpoints
template-retail = Retail in four stages
template-retail-more = 30 touchpoints of a shop wait in the inbox to be placed
template-twenty = Twenty touchpoints
template-twenty-more = From first notice to loyalty, all in place to be marked
template-blueprint = Service blueprint
template-blueprint-more = Front stage, back stage and support of a bicycle workshop
template-sample = Sample: online shop
template-sample-more = A first purchase in six steps, filled in, to look around
start-recent = Recent projects
start-recent-none = Projects that you open or save are listed here.
start-missing = not found
# $file (String) - name of the file
# $folder (String) - where it is
# $when (String) - when it was open last, or that it is not found
start-recent-name = { $file }, { $folder }, { $when }
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
