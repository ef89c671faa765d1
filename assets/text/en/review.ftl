review = Review
review-owner = Owner
review-owner-hint = Who looks after the project
review-rhythm = Rhythm
review-rhythm-none = Without a schedule
review-rhythm-quarter = Each quarter
review-rhythm-half-year = Each half year
review-rhythm-year = Each year
review-rhythm-weeks = Every few weeks
review-weeks = Weeks
review-last = Last
review-next = Next
review-today = The review is due today.
# $days (Number) - how many
review-in-days = { $days ->
    [one] The review is due tomorrow.
   *[other] The review is due in { $days } days.
}
# $days (Number) - how many
review-overdue = { $days ->
    [one] The review was due yesterday.
   *[other] The review was due { $days } days ago.
}

cli-review-none = No review is due
cli-review-day = Due
cli-review-overdue = Overdue
cli-review-owner = Owner
cli-review-project = Project
cli-review-file = File
cli-review-today = today
# $days (Number) - how many
cli-review-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

action-review-now = Review now…
action-show-reviews = Reviews…
review-not-today = Not today
review-now-title = Review now
review-now-body = The maps are kept as they are now, under a name. What changes from here on can be compared with them.
review-name = Name of the review
# $day (String) - in words
review-default-name = Review of { $day }
review-keep = Keep
# $project (String) - its title
# $name (String) - name of the review
review-copy = { $project }: { $name }
reviews-title = Reviews
reviews-none = No review has been made yet. “Review now” keeps the maps as they are, so that you can see later what has changed.
# $day (String) - in words
reviews-changed = Changed since { $day }:
# $day (String) - in words
reviews-unchanged = No touchpoint has changed since { $day }.
# $map (String) - its title
reviews-map-new = { $map } (new)
# $map (String) - its title
reviews-map-gone = { $map } (gone)
reviews-added = Added
reviews-gone = Gone
reviews-moved = Moved
reviews-remarked = Marked anew
reviews-edited = Edited
# $card (String) - code and title
# $was (String) - name of a mark
# $is (String) - name of a mark
reviews-marked = Marked anew: { $card }, { $was } before, { $is } now
reviews-delete = Delete
# $day (String) - in words
sheet-reviewed = Reviewed { $day }
