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
