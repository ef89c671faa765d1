inspector = Inspector
inspector-positive = Positive
inspector-decision = Decision
inspector-friction = Friction
inspector-unmarked = No mark
inspector-mixed = Mixed
inspector-not-set = Not set
inspector-none = None
inspector-touchpoint = Touchpoint
# $count (Number) - how many are selected
inspector-touchpoints = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
inspector-touchpoints-note = A change here changes all of them, in one step.
inspector-title = Title
inspector-place = Place
# $stage (String) - name of the stage
# $step (Number) - number of the step
# $lane (String) - name of the lane
inspector-place-cell = { $stage }, step { $step }, { $lane }
inspector-place-inbox = In the inbox
inspector-channel = Channel
inspector-channel-hint = Web, phone, shop…
inspector-control = Control
inspector-period = Period
inspector-emotion = Emotion
# $value (String) - what the mark counts for, such as "+1"
inspector-counts-as = Counts as { $value }, from its mark
inspector-counts-not = Does not count: no emotion and no mark
inspector-owner = Owner
inspector-owner-hint = Who looks after it
inspector-moment = Moment of truth
inspector-moment-note = Makes or breaks the relationship
inspector-notes = Notes
inspector-notes-hint = Add notes
inspector-leads = Where it leads
inspector-leads-hint = Drag the handle at the card’s edge to where customers go next.
inspector-leads-not-decision = These links wait until this is marked as a decision.
inspector-leads-no-positive = No positive outcome yet.
inspector-leads-no-friction = No outcome with friction yet.
inspector-leads-waiting = Waiting in the inbox
inspector-comes-from = Comes from
inspector-label = Label
inspector-label-hint = Why they go there
inspector-share = Share
# $title (String) - title of the touchpoint that the link leads to
inspector-label-of = Label of the link to { $title }
# $title (String) - title of the touchpoint that the link leads to
inspector-share-of = Share that goes to { $title }, in percent
# $title (String) - title of the touchpoint that the link leads to
inspector-remove-link = Remove the link to { $title }
inspector-link = Link
inspector-from = From
inspector-to = To
inspector-target-mark = The outcome is
inspector-step = Step
# $number (Number) - which step of the map
# $stage (String) - name of the stage
inspector-step-of = Step { $number } · { $stage }
inspector-action = Customer action
inspector-action-hint = What does the customer do?
inspector-action-alone = No touchpoint matches this action yet.
inspector-cards = Touchpoints here
inspector-cards-none = None yet.
# $count (Number) - how many more
inspector-more = and { $count } more
inspector-stage = Stage
inspector-name = Name
inspector-steps = Steps
# $number (Number) - which step of the map
inspector-step-empty = Step { $number }, no action yet
inspector-lane = Lane
inspector-role = Role
inspector-role-note = The lines of interaction and visibility are drawn from the roles.
inspector-map = Map
inspector-persona = Persona
inspector-persona-add = Add persona
# $name (String) - name of the persona
inspector-persona-delete-name = Delete persona { $name }
inspector-persona-notes = About this persona
inspector-personas = Personas
inspector-personas-none = Whose journeys are these? Add a persona for each kind of customer.
inspector-numbers = Numbers
inspector-stages = Stages
inspector-lanes = Lanes
inspector-placed = On the map
inspector-waiting = In the inbox
inspector-project = Project
inspector-project-open = Project and personas…
inspector-cell = Empty cell
inspector-cell-note = Press Enter to add a touchpoint here, or drag one from the library.
inspector-loop = Meant to lead back
inspector-loop-back = It leads back to an earlier step.
inspector-loop-on = It does not lead back any more.
# $sum (Number) - in percent
inspector-leads-shares = The shares add up to { $sum } %: more than everybody.
