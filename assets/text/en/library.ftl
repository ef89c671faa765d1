library = Library
library-search = Find a touchpoint…
# $name (String) - what was typed
library-add = Add “{ $name }”
# $name (String) - title of the entry
# $count (Number) - how often it is on this map
library-entry-used = { $name }, used { $count } ×
# $count (Number) - how often it is on this map
library-used = ×{ $count }
library-nothing = Nothing in the library has this name.
inbox = Inbox
# $count (Number) - how many cards
inbox-count = { $count } in the inbox
inbox-empty = Cards without a place wait here.
inbox-drop = Drop here to take off the map
