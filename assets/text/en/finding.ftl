findings = Findings
action-toggle-findings = Findings
# $count (Number) - how many
status-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
findings-none = Nothing to find.
findings-none-note = Decisions without an outcome, friction without an owner, overdue tasks and the like would be listed here.
findings-none-shown = Nothing of what is looked for.
findings-kinds = What is looked for
# $count (Number) - how many kinds are switched off
findings-kinds-off = What is looked for ({ $count } off)
# $kind (String) - a kind of findings
findings-hide = Do not look for “{ $kind }”
# $kind (String) - a kind of findings
# $count (Number) - how many there are
findings-group = { $kind }, { $count }

finding-kind-review = Review due
finding-kind-overdue = Overdue tasks
finding-kind-no-outcomes = Decisions without outcomes
finding-kind-one-mark = Outcomes of one mark
finding-kind-shares = Shares over 100 %
finding-kind-backwards = Outcomes that lead back
finding-kind-no-owner = Friction without an owner
finding-kind-no-task = Friction without a task
finding-kind-no-touchpoint = Actions without a touchpoint
finding-kind-no-action = Touchpoints without an action
finding-kind-empty-stage = Stages without touchpoints
finding-kind-repeated = Twice on one step

# $day (String) - a date
finding-review = the review of the project was due on { $day }
# $thing (String) - code and title of a touchpoint
# $task (String) - what is to be done
# $day (String) - a date
finding-overdue = { $thing }: “{ $task }” was due on { $day }
# $thing (String) - code and title of a decision
finding-no-outcomes = { $thing }: a decision that leads nowhere
# $thing (String) - code and title of a decision
finding-one-mark = { $thing }: a decision whose outcomes all have the same mark
# $thing (String) - code and title of a decision
# $sum (Number) - in percent
finding-shares = { $thing }: the shares of its outcomes add up to { $sum } %
# $thing (String) - from one touchpoint to another
finding-backwards = { $thing }: an outcome that leads back
# $thing (String) - code and title of a touchpoint
finding-no-owner = { $thing }: friction that nobody owns
# $thing (String) - code and title of a touchpoint
finding-no-task = { $thing }: friction with nothing left to do about it
# $thing (String) - number and action of a step
finding-no-touchpoint = { $thing }: an action without a touchpoint
# $thing (String) - number of a step
finding-no-action = { $thing }: touchpoints without a customer action
# $thing (String) - name of a stage
finding-empty-stage = { $thing }: no touchpoints
# $thing (String) - code and title of a touchpoint
finding-repeated = { $thing }: the same touchpoint is on this step already
# $from (String) - code and title of a card
# $to (String) - code and title of a card
finding-way = { $from } → { $to }
# $day (String) - a date
finding-since = due { $day }
# $sum (Number) - in percent
finding-sum = together { $sum } %

# $count (Number) - how many files
cli-no-findings = { $count ->
    [one] No problems, no findings
   *[other] No problems, no findings in { $count } files
}
