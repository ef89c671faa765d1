task-heading = Tasks
task-add = Add a task
task-text = What is to be done
# $number (Number) - which task of the touchpoint
task-text-of = Task { $number }
# $task (String) - its text
task-done-name = Done: { $task }
# $task (String) - its text
task-details = Details of { $task }
task-due = Due
# $day (String) - such as 4 Dec
task-overdue = Overdue, { $day }
task-state = State
task-open = Open
task-doing = In progress
task-done = Done
task-tool = Tool
task-tool-hint = What automates it
task-up = Move up
task-down = Move down
task-delete = Delete task
