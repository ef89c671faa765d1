### What the command line says. Options and their help are in English only, as the names of the
### commands are.

# $files (String) - one or more paths
cli-wrote = Wrote { $files }
# $path (String) - the picture
# $width (Number) - in pixels
# $height (Number) - in pixels
cli-wrote-picture = Wrote { $path }: { NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } pixels
# $path (String) - what is there
cli-exists = there is something at this path already; use --force to replace it: { $path }
# $path (String) - the project
cli-same-file = the picture would replace the project itself; give it another name: { $path }
# $path (String) - the project
cli-no-map = there is no map in this project: { $path }
# $maps (String) - a list, one map a line
cli-choose-map = there are several maps; choose one with --map and its number or title:
    { $maps }
# $wanted (String) - what was asked for
# $maps (String) - a list, one map a line
cli-unknown-map = there is no map “{ $wanted }”; the maps are:
    { $maps }
# $wanted (String) - what was asked for
# $maps (String) - a list, one map a line
cli-repeated-map = several maps are called “{ $wanted }”; choose one by its number:
    { $maps }
# $count (Number) - how many
# $characters (String) - the characters, or the first of them
cli-missing-characters = { $count ->
    [one] no font on this computer has the character { $characters }; the picture shows a box for it
   *[other] no font on this computer has { $count } of the characters ({ $characters }); the picture shows boxes for them
}
# $count (Number) - how many files
cli-no-problems = { $count ->
    [one] No problems found
   *[other] No problems found in { $count } files
}
cli-opening = Opening…
# $percent (Number) - how much is done
cli-painting = Painting: { $percent } %

cli-info-title = Title
cli-info-persona = Persona
cli-info-review = Next review
cli-info-stages = Stages
cli-info-steps = Steps
cli-info-lanes = Lanes
cli-info-touchpoints = Touchpoints
cli-info-links = Links
cli-info-code = Code
cli-info-mark = Mark
cli-info-stage = Stage
cli-info-step = Step
cli-info-lane = Lane
cli-info-inbox = Inbox
# $number (Number) - of the map, from 1
# $title (String) - its title
cli-info-map = Map { $number }: { $title }
# $count (Number) - how many touchpoints
# $inbox (Number) - how many of them are in the inbox
cli-info-count = { $inbox ->
    [0] { $count }
   *[other] { $count }, of which { $inbox } in the inbox
}
cli-info-marks = Marks
# $positive (Number) - how many are marked so
# $decision (Number) - how many are marked so
# $friction (Number) - how many are marked so
# $unmarked (Number) - how many are not marked
cli-info-mark-counts = { $positive } positive, { $decision } decision, { $friction } friction, { $unmarked } not yet marked
# $mark (String) - positive, decision or friction
cli-info-mark-name = { $mark ->
    [positive] positive
    [decision] decision
   *[friction] friction
}
