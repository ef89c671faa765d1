palette-title = Commands
palette-hint = Type a command
palette-list = Commands found
palette-nothing = No command has this name.
# Why a command cannot do anything now; behind its name.
palette-no-project = open a project first
palette-no-map = add a map first
palette-no-undo = nothing to undo
palette-no-redo = nothing to redo
palette-no-way = there is no map there
palette-no-decision = select a decision and other touchpoints first
palette-no-cards = the map has no touchpoints yet
palette-no-selected-card = select a touchpoint on the map first
palette-no-selection = select something on the map first
