### Words that are drawn on the map itself, and so on every export of it.

# What the business controls, in the small line of a card.
map-direct = direct
# What the business does not control.
map-indirect = indirect
# The small line under a lane's name.
map-front-stage = front stage
map-back-stage = back stage
map-support = support
# The small word in a stage's header.
map-before = before
map-during = during
map-after = after
map-service = service
# Header of the row of what the customer does.
map-actions = Customer actions
# Header of the emotion curve, and where its points come from.
map-emotion = Emotion
map-emotion-source = from the marks
# At the right end of the blueprint's lines.
map-interaction = line of interaction
map-visibility = line of visibility
# $share (Number) - how many of a hundred customers take this way
map-share = { $share } %
# Whether a map shows what is or what is meant to be.
map-as-is = As is
map-to-be = To be
# Legend of an exported map.
sheet-positive = Positive
sheet-decision = Decision
sheet-friction = Friction
sheet-unmarked = Not yet marked
sheet-moment-of-truth = Moment of truth
# Under the title of an exported map.
# $scenario (String) - the situation of the customer
sheet-scenario = Scenario: { $scenario }
# $goal (String) - what the customer wants to reach
sheet-goal = Goal: { $goal }
# $owner (String) - who looks after the map
sheet-owner = Owner: { $owner }
# How many tasks a card has, in its small line.
# $count (Number) - how many tasks
map-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
# $done (Number) - how many of them are done
# $count (Number) - how many tasks
map-tasks-done = { $done } of { $count } { $count ->
    [one] task
   *[other] tasks
}
