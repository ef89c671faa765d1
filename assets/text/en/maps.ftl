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
matching-proposals = These may serve it:
# $title (String) - title of the touchpoint
matching-add = Add { $title } at this step
matching-no-action = These touchpoints serve no customer action yet: write what the customer does.
