action-show-checklist = Checklist
checklist-bar = Tasks of the project
checklist-search = Search the tasks
checklist-by-touchpoint = By touchpoint
checklist-by-owner = By owner
checklist-by-day = By date
# $order (String) - by what tasks are ordered
checklist-order = Order: { $order }
checklist-order-list = as listed
checklist-order-day = by date
checklist-order-state = by state
checklist-order-text = by text
checklist-open = Open only
# $done (Number) - how many tasks are done
# $count (Number) - how many there are
checklist-done = { $done } of { $count } done
# $count (Number) - how many tasks
checklist-late = { $count } overdue
checklist-overdue = Overdue
checklist-week = Within a week
checklist-later = Later
checklist-nothing = No task fits. Search for something else, or show those that are done too.
checklist-empty = No tasks yet. Select a touchpoint and add what is to be done about it in the inspector.
