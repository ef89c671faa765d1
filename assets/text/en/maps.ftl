### Several maps: what each is for, what both have in common.

maps-purpose = Scenario, goal, owner…
maps-state = Shows
maps-state-none = Not said
maps-scenario = Scenario
maps-scenario-hint = In which situation
maps-goal = Goal
maps-goal-hint = What the customer wants to reach
maps-owner-hint = Who looks after the map
maps-advice = One map is rarely enough. Draw at least four or five, one for each kind of customer.
maps-advice-close = Do not say this again
maps-same = Same as
maps-same-by-name = The stage of the same name
# $stage (String) - name of a stage
# $map (String) - title of the map that it is on
maps-same-of = { $stage } · { $map }
maps-same-note = When maps are compared, same stages stand above each other.
matching-proposals = These may serve it:
# $title (String) - title of the touchpoint
matching-add = Add { $title } at this step
matching-no-action = These touchpoints serve no customer action yet: write what the customer does.
action-show-compare = Compare maps
# $count (Number) - how many maps are compared
compare-choose = { $count ->
    [one] { $count } map
   *[other] { $count } maps
}
# $most (Number) - how many maps at most
compare-hint = Two to { $most }, above each other on the stages that they share
compare-choose-more = Choose one more map at least.
compare-too-few = There is one map only. Give another kind of customer a map on the same stages:
# $map (String) - title of the map
# $snapshot (String) - name of the review
compare-at-review = { $map } · { $snapshot }
compare-no-stage = no such stage
compare-no-emotion = nothing felt yet
compare-contrasts = Green for one, red for another
compare-no-contrasts = No touchpoint is green on one of these maps and red on another.
# $title (String) - title of the touchpoint
# $mark (String) - its mark
# $map (String) - title of the map
compare-on-map = { $title }: { $mark } on { $map }
