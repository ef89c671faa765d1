table-bar = Table of touchpoints
table-search = Search the rows
table-all-maps = All maps
table-columns = Columns
table-filter = Filter
table-code = Code
table-mark = Mark
table-quality = Qualities
table-tasks = Tasks
table-yes = Yes
# $done (Number) - how many tasks are done
# $count (Number) - how many there are
table-done = { $done } of { $count }
# $column (String) - name of the column
# $value (String) - what stands in the cell, or nothing
table-cell = { $column }: { $value }
# $column (String) - name of the column
table-order = Order by { $column }
table-nothing = No touchpoint fits. Search for something else, or clear the filter.
table-empty = No touchpoints yet. Add one on the map: Esc leads back to it.
