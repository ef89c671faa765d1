action-show-qualities = Qualities
action-show-audit = Audit
audit-about = Walk the map the way a customer does, and judge every touchpoint. Do it again at each review and see what got better.
audit-empty-map = There are no touchpoints on this map yet. Add some on the map first; then they can be rated here.
audit-by = Who
audit-by-hint = Your name
audit-date = Date
audit-begin = Begin an audit
audit-begin-note = You can stop at any time and go on later: nothing is lost.
audit-list = Audits of this map
# $judged (Number) - how many touchpoints were judged
# $of (Number) - how many there are
audit-done = Done, { $judged } of { $of }
# $judged (Number) - how many touchpoints were judged
# $of (Number) - how many there are
audit-broken-off = Not finished, { $judged } of { $of }
audit-resume = Go on
# $date (String) - day of the audit
audit-resume-of = Go on with the audit of { $date }
audit-again = Go through
# $date (String) - day of the audit
audit-again-of = Go through the audit of { $date } again
audit-look = Look at
# $date (String) - day of the audit
audit-look-of = Look at the audit of { $date }
audit-delete = Delete
# $date (String) - day of the audit
audit-delete-of = Delete the audit of { $date }
audit-delete-ask = Delete this audit? The touchpoints keep their marks and ratings.
audit-keep = Keep
# $date (String) - day of the audit
audit-date-of = Date of the audit of { $date }
# $date (String) - day of the audit
audit-by-of = Who did the audit of { $date }
audit-by-nobody = No name
# $date (String) - day of the audit
# $by (String) - who did it
audit-called = { $date } · { $by }
audit-compare = Two audits side by side
audit-compare-note = See what got better and what got worse, quality by quality.
audit-before = Earlier
audit-after = Later
audit-side-by-side = Compare
# $before (String) - the earlier audit
# $after (String) - the later audit
audit-then-now = { $before } → { $after }
audit-only-changed = Only what got better or worse
audit-says-nothing = Nothing was judged in this audit yet.
# $count (Number) - how many touchpoints
audit-worse = { $count } worse
# $count (Number) - how many touchpoints
audit-mixed = { $count } better and worse
# $count (Number) - how many touchpoints
audit-better = { $count } better
# $count (Number) - how many touchpoints
audit-same = { $count } unchanged
# $count (Number) - how many touchpoints
audit-new = { $count } only later
# $count (Number) - how many touchpoints
audit-left = { $count } only earlier
audit-mean = Mean
audit-touchpoint = Touchpoint
audit-to-list = All audits
# $at (Number) - which touchpoint
# $of (Number) - of how many
audit-progress = { $at } of { $of }
# $judged (Number) - how many touchpoints were judged
# $of (Number) - how many there are
audit-judged = { $judged } of { $of } judged
# $action (String) - what the customer does
audit-action = The customer: { $action }
audit-mark = Mark
audit-mark-about = Positive, a decision, or friction.
audit-seen = What was seen
audit-seen-hint = What did you notice?
# $score (Number) - from 1 to 5
audit-was = { $score } so far
# $mark (String) - the name of a mark
audit-was-mark = { $mark } so far
audit-back = Back
audit-next = Next
audit-as-it-is = As it is
audit-as-it-is-note = Nothing has changed: takes the mark and the ratings that the touchpoint has.
audit-as-it-is-nothing = The touchpoint has no mark and no ratings that could be taken.
audit-end = That was the last touchpoint
# $count (Number) - how many touchpoints
audit-left-out = { $count ->
    [one] { $count } touchpoint was left out. It can be judged later.
   *[other] { $count } touchpoints were left out. They can be judged later.
}
audit-finish = Finish the audit
audit-key-rate = rate and go on
audit-key-clear = not rated
audit-key-rows = quality or mark
audit-key-next = next touchpoint
audit-key-back = back
audit-key-note = what was seen
audit-key-as-it-is = as it is
audit-key-map = to the map
# $quality (String) - name of a quality
# $mean (String) - such as 2.3
quality-weakest-is = Weakest over the map: { $quality }, { $mean } of 5. Choose a heading to have its weakest touchpoints first.
quality-none-rated = Nothing is rated yet. Rate a touchpoint in the inspector, or begin an audit.
audit-key-before = • rating so far
