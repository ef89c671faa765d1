toast-saved-in-place = Saved. The folder takes no new file, so the file was written over after a copy was kept in its earlier versions.
toast-not-kept-full = Saved, but the version before it could not be kept: the disk with the earlier versions is full.
# $reason (String) - why, in words
toast-not-kept = Saved, but the version before it could not be kept: { $reason }.
# $reason (String) - why, in words
toast-saved-unsure = Written, but the disk did not confirm it ({ $reason }): a power cut could bring the version before it back.
step-restore = Bring back another version
action-earlier-versions = Earlier versions…
error-save-again = Try again
error-save-elsewhere = Save elsewhere…
open-failed-left = Unsaved work on this file was kept on this computer.
open-failed-open-left = Open unsaved work
open-failed-versions = Earlier versions of this file were kept on this computer.
# $cards (Number) - touchpoints that can be read
# $stages (Number) - stages that can be read
open-failed-salvage = { $cards ->
    [one] { $cards } touchpoint
   *[other] { $cards } touchpoints
} and { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
} of it can be read and brought back as a new project. The file stays as it is.
open-failed-bring-back = Bring back what can be read
versions-title = Earlier versions
versions-looking = Looking…
versions-none = There is no earlier version yet. From now on each save keeps the version before it.
# $reason (String) - why
versions-failed = The earlier versions could not be listed: { $reason }.
versions-more = Each save keeps the version before it on this computer: the last 20, and the last of each day for two weeks.
versions-bring-back = Bring it back
versions-open-copy = Open as a copy
versions-same = The same as now
# $changes (String) - a list of changes
versions-since = Since then: { $changes }
# $count (Number) - touchpoints
versions-cards = { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
versions-unreadable = This version cannot be read
# $when (String) - a moment
toast-brought-back = This is the version of { $when } again.
difference-and = ,{" "}
# $count (Number) - touchpoints
difference-added = { $count ->
    [one] { $count } touchpoint added
   *[other] { $count } touchpoints added
}
# $count (Number) - touchpoints
difference-gone = { $count } gone
# $count (Number) - touchpoints
difference-moved = { $count } moved
# $count (Number) - touchpoints
difference-marked = { $count } marked otherwise
# $count (Number) - touchpoints
difference-edited = { $count } edited
difference-other = other things changed

# $title (String) - of the project
slow-save-title = “{ $title }” is still being saved
slow-save-body = The disk or the network drive does not answer. You can wait, save the project somewhere else, or leave: your work is kept on this computer and waits on the start screen.
slow-save-wait = Keep waiting
slow-save-leave = Leave, keep the work here
