### What could not be done, and what was put right. Each begins small and ends without a full stop,
### since it may stand inside another sentence.

# $words (String) - one of the messages below, its first letter made a capital
message-sentence = { $words }.
# $what (String) - what is wrong
# $path (String) - with which file
message-with-path = { $what }: { $path }
# $map (String) - title of the map
# $what (String) - what is wrong there
message-in-map = map “{ $map }”: { $what }
# $line (Number) - in the file
# $what (String) - what is wrong there
message-at-line = line { NUMBER($line, useGrouping: "false") }: { $what }
# $line (Number) - in the file
# $column (Number) - in the line
# $what (String) - what is wrong there
message-at-column = line { NUMBER($line, useGrouping: "false") }, column { NUMBER($column, useGrouping: "false") }: { $what }

open-error-folder = this is a folder; choose a file inside it
open-error-not-a-file = this is a device or a pipe, not a file
# $size (Number) - megabytes
# $most (Number) - megabytes
open-error-too-large = the file has { $size } MB; a project file has at most { $most } MB
open-error-empty = the file is empty; if it had content, open an earlier copy of it
open-error-lost = the file has lost its content, in whole or in part; open an earlier copy of it
open-error-utf16 = the file was saved as UTF-16; save it again as UTF-8 in the editor that made it
open-error-not-utf8 = this is not UTF-8 text; it is not a project file, or it is damaged, or it was saved in another encoding
open-error-merge-marker = the file was merged and has a conflict here; choose one of the two sides in a text editor and remove the lines with <<<<<<<, ======= and >>>>>>>
# $format (Number) - of the file
open-error-newer = the file was made by a newer version of Touchline (format { $format }) and was left as it is; open it with that version, or a newer one

# $what (String) - why
save-error = could not save: { $what }
save-error-changed = the file was changed by another program or person since it was opened
save-error-differs = the text of the project does not say the same as the project; please report this
# $why (String) - what the system said
save-error-no-copy = the folder takes no new file, and no copy of the file could be kept before writing over it ({ $why })
# $why (String) - what the system said
save-error-not-kept = no copy of the file as it is now could be kept before writing over it ({ $why })
# $why (String) - what the system said
save-error-torn = { $why }, while the file was written in its place; the file may be damaged now, and what it was is among its earlier versions

reason-no-file = there is no such file
reason-unreadable = you may not read this file
reason-no-folder = there is no such folder
reason-forbidden = you may not write here
reason-exists = there is a file of this name already
reason-disk-full = the disk is full
reason-read-only-disk = this disk can only be read
reason-too-large = this disk does not take a file of this size
reason-bad-name = this disk does not take a file of this name
reason-not-a-folder = a part of the path is not a folder
reason-folder = this is a folder
reason-in-use = another program is using the file
reason-read-only-file = the file can only be read
reason-links-in-circle = these symbolic links lead in a circle
reason-defect = an error inside the program

mistake-not-a-project = this is not a Touchline project; a project begins with ( and its fields
mistake-ends = the file ends in the middle; a part of it is missing, or a bracket was not closed
mistake-open-text = the text that begins here has no quote at its end, or the rest of the file is missing
# $what (String) - one of the things below
mistake-expected = { $what } is needed here
mistake-goes-on = the project ends before this; remove what follows
# $found (String) - name of the field
# $possible (String) - a list of names
mistake-unknown-field = there is no field “{ $found }” here; possible are { $possible }
# $field (String) - its name
mistake-missing-field = the field “{ $field }” is missing in what ends here
# $field (String) - its name
mistake-repeated-field = the field “{ $field }” stands here twice; remove one
# $found (String) - a word of the file
# $possible (String) - a list of words
mistake-unknown-word = “{ $found }” is not known here; possible are { $possible }
mistake-number-too-large = this number is too large
mistake-too-deep = there are too many brackets inside brackets here
mistake-bad-escape = what follows the \ is not known here; write \\ for a backslash itself
mistake-open-comment = a comment that begins with /* was not closed by */
expected-list = a list in [ ]
expected-list-end = ] at the end of the list
expected-yes-or-no = true or false
expected-comma = a comma
expected-whole-number = a whole number
expected-end = ) at the end
expected-table = a list of keys and values in {"{"} {"}"}
expected-colon = a colon
expected-table-end = {"}"} at the end
expected-group = a group of fields in ( )
expected-text = a text in quotes
expected-straight-quotes = a text in straight quotes, like "this",
expected-word = a word without quotes
expected-value = a value
expected-other-count = another number of values
expected-other = something else that a project has

note-checksum = the file was changed outside Touchline, or damaged; look it over
note-no-header = the first line does not say that Touchline wrote the file, so it could not be told whether the file is whole
note-salvaged = this is what could be read of a damaged file, as a new project; look it over, and save it under another name
note-reviews-left-out = not all of what its reviews kept could be brought back; the file still has it
note-merged = two versions of the file were merged outside Touchline; look it over
# $format (Number) - of the file
note-newer = a newer version of Touchline wrote the file (format { $format }); all of it can be read and is kept

# $code (String) - of a touchpoint, such as T4
# $title (String) - its title
repair-card = touchpoint { $code } “{ $title }”
repair-link = a link
# $label (String) - of the link
repair-link-named = the link “{ $label }”
# $noun (String) - maps, stages, steps, lanes, touchpoints, links or personas
# $name (String) - of the later one
repair-repeated-id = two { $noun } had the same id; the later one, “{ $name }”, has a new id
# $title (String) - of a touchpoint
# $old (String) - its code in the file
# $new (String) - its code now
repair-code = the code { $old } of touchpoint “{ $title }” could not be kept; the code is { $new } now
# $title (String) - of a touchpoint
# $new (String) - its code now
repair-no-code = touchpoint “{ $title }” had no code; it has { $new } now
# $next (String) - a code
repair-counter = the counter of codes did not fit the touchpoints; the next code is { $next } now
repair-persona = its persona is not in the project; the map has no persona now
# $code (String) - of a touchpoint
repair-title = touchpoint { $code } had no title; it is called “Untitled” now
# $card (String) - touchpoint T4 “Reviews”
repair-step = { $card } was on a step that is missing; it is in the inbox now
# $card (String) - touchpoint T4 “Reviews”
repair-lane = { $card } was in a lane that is missing; it is in the inbox now
# $card (String) - touchpoint T4 “Reviews”
repair-place = { $card } had no place; it is in the inbox now
# $card (String) - touchpoint T4 “Reviews”
repair-rank = the order of { $card } in its place could not be read; it was given one
# $card (String) - touchpoint T4 “Reviews”
# $value (String) - a number
repair-emotion = { $card } had the emotion { $value }, which is not between −2 and +2; it has none now
# $link (String) - a link
repair-broken-link = { $link } led from or to a touchpoint that is missing; it was removed
# $link (String) - a link
# $code (String) - of a touchpoint
repair-link-to-itself = { $link } led from { $code } to itself; it was removed
# $link (String) - a link
# $from (String) - code of a touchpoint
# $to (String) - code of a touchpoint
repair-repeated-link = { $link } led from { $from } to { $to } a second time; it was removed
# $link (String) - a link
# $share (String) - a number
repair-share = { $link } had a share of { $share } %, which is not between 0 and 100 %; it has none now
# $card (String) - the touchpoint
# $value (String) - what it was
repair-score = { $card } had a rating of { $value }, which is not between 1 and 5; it has none now
# $title (String) - the touchpoint, as it was called then
# $value (String) - what it was
repair-audit-score = in an audit, “{ $title }” had a rating of { $value }, which is not between 1 and 5; it has none now
# $code (String) - the touchpoint's
repair-task = a task of { $code } had no text; it is called “Untitled” now
# $date (String) - as it stands in the file
repair-date = the date “{ $date }” could not be read; it was removed
# $date (String) - as it stands in the file
# $now (String) - the day it is now
repair-date-now = the date “{ $date }” could not be read; it is { $now } now
# $weeks (String) - how many the file says
repair-rhythm = a review every { $weeks } weeks is not possible; the project has no rhythm now

# $noun (String) - maps, stages, steps, lanes, touchpoints, links or personas
# $id (String) - in the file
problem-repeated-id = two { $noun } have the same id { $id }
# $code (String) - of a touchpoint
problem-repeated-code = two touchpoints have the code { $code }
# $code (String) - of a touchpoint
problem-code-ahead = the code { $code } was not given out yet
problem-persona = its persona is not in the project
# $code (String) - of a touchpoint
problem-title = touchpoint { $code } has no title
# $code (String) - of a touchpoint
problem-step = touchpoint { $code } is on a step that is missing
# $code (String) - of a touchpoint
problem-lane = touchpoint { $code } is in a lane that is missing
# $label (String) - of the link
problem-broken-link = the link “{ $label }” leads from or to a touchpoint that is missing
# $code (String) - of a touchpoint
problem-link-to-itself = a link leads from { $code } to itself
# $from (String) - code of a touchpoint
# $to (String) - code of a touchpoint
problem-repeated-link = two links lead from { $from } to { $to }
# $label (String) - of the link
# $share (String) - a number
problem-share = the link “{ $label }” has a share of { $share } %, over 100 %
# $code (String) - the touchpoint's
problem-task = a task of { $code } has no text
# $code (String) - the touchpoint's
problem-repeated-task = two tasks of { $code } have the same id
# $weeks (String) - how many
# $most (String) - how many are possible
problem-rhythm = a review every { $weeks } weeks is not possible; 1 to { $most } are
# $noun (String) - maps, stages, steps, lanes, touchpoints, links or personas
# $count (Number) - how many there are
# $limit (Number) - how many are possible
problem-too-many = { $count } { $noun } are more than the { $limit } that are possible
# $noun (String) - which text
# $characters (Number) - how many it has
# $limit (Number) - how many are possible
problem-too-long = a { $noun ->
    [project-title] project title
    [persona-name] persona name
    [map-title] map title
    [stage-name] stage name
    [customer-action] customer action
    [lane-name] lane name
    [touchpoint-title] touchpoint title
    [link-label] link label
    [snapshot-name] snapshot name
   *[other] { $noun }
} has { $characters } characters, more than the { $limit } that are possible

# $noun (String) - map, stage, step, lane, touchpoint, link or persona
refusal-missing = this { $noun } is not in the project any more
# $noun (String) - map, stage, step, lane, touchpoint, link or persona
refusal-repeated = this { $noun } is in the project already
refusal-title = a touchpoint needs a title
refusal-task = a task needs a text
# $weeks (Number) - how many were asked for
refusal-rhythm = a review every { $weeks } weeks is not possible
refusal-link-to-itself = a link leads to another touchpoint
refusal-repeated-link = this link is there already
refusal-share = a share is at most 100 %
# $noun (String) - maps, stages, steps, lanes, touchpoints, links, personas or codes
# $limit (Number) - how many are possible
refusal-too-many = more than { $limit } { $noun } are not possible
# $limit (Number) - how many are possible
refusal-too-long = more than { $limit } characters are not possible here

# $scale (String) - a number
# $min (String) - a number
# $max (String) - a number
export-error-scale = a scale of { $scale } is not possible; it can be from { $min } to { $max }
# $width (Number) - in pixels
# $height (Number) - in pixels
# $fits (String) - a scale
export-error-too-large = the picture would be { NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } pixels, which is too large; the largest scale that fits is { $fits }
export-error-no-scale = the map is too large for a picture, at any scale
export-error-cancelled = the export was cancelled
# $why (String) - what the system said
export-error-write = could not write: { $why }
