action-find = Find on the map
action-find-next = Find next
action-find-previous = Find previous
action-search-library = Search the library
action-filter = Filter the map
action-clear-filter = Clear the filter
action-next-region = Go to the next part of the window
action-previous-region = Go to the previous part of the window
action-menu-bar = Go to the menu bar

find-bar = Find
find-hint = Find in titles, actions and notes
# $at (Number) - which of the matches is selected
# $count (Number) - how many there are
find-at = { $at } of { $count }
# $count (Number) - how many matches
find-found = { $count } found
find-nothing = Nothing found
# $count (Number) - how many matches on other maps
find-elsewhere = { $count } on other maps
# $map (String) - title of the map
# $count (Number) - how many matches on it
find-elsewhere-map = { $map } · { $count }
find-close = Close the search

filter-bar = Filter
filter-mark = Mark
filter-lane = Lane
filter-channel = Channel
filter-owner = Owner
filter-no-channel = No channel
filter-no-owner = Nobody
# $kind (String) - what is filtered by, such as "Lane"
# $name (String) - the value that is chosen, such as "Website"
filter-kind-one = { $kind }: { $name }
# $kind (String) - what is filtered by, such as "Lane"
# $count (Number) - how many values are chosen
filter-kind-many = { $kind }: { $count }
# $name (String) - a value that cards are filtered by
# $count (Number) - how many cards have it
filter-value = { $name }, { $count }
# $count (Number) - how many cards are bright
# $of (Number) - how many cards are on the map
filter-bright = { $count } of { $of }
filter-clear = Clear
filter-close = Close the filter
# $count (Number) - how many cards are bright
# $of (Number) - how many cards are on the map
status-filter = Filter: { $count } of { $of }
