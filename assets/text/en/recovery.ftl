# $when (String) - a moment
recovered-never-saved = This project was never saved. It was kept on this computer: { $when }.
# $file (String) - name of the file
# $when (String) - a moment
recovered-ahead = Your unsaved changes to { $file } were kept on this computer: { $when }. The file is as you left it.
# $file (String) - name of the file
# $when (String) - a moment
recovered-stale = Your unsaved changes to { $file } were kept on this computer: { $when }. The file was changed since, so this is a copy: saving asks for a name.
# $file (String) - name of the file
# $when (String) - a moment
recovered-gone = Your unsaved changes to { $file } were kept on this computer: { $when }. The file is not there any more: saving asks for a name.
recovered-keep = Keep mine
recovered-show-saved = Show the saved file
recovered-differs = What differs
recovered-waits = Your unsaved version waits on the start screen.
# $count (Number) - how many
recovered-others = { $count ->
    [one] Unsaved work on { $count } more project waits on the start screen.
   *[other] Unsaved work on { $count } more projects waits on the start screen.
}
recovered-title = Recovered work
recovered-more = It was unsaved when the program or the computer stopped. It stays here until you save or discard it.
recovered-no-file = Never saved
recovered-open = Open
# $title (String) - of the project
recovered-open-name = Open recovered “{ $title }”
recovered-discard = Discard
# $title (String) - of the project
recovered-discard-name = Discard recovered “{ $title }”
# $title (String) - of the project
recovered-discard-title = Discard the unsaved work on “{ $title }”?
recovered-discard-body = This version is nowhere else. It cannot be brought back.
# $file (String) - name of the file
recovered-copy = { $file } (copy)
# $why (String) - what the system said
recovered-not-kept = Unsaved work cannot be kept for recovery ({ $why }). Save soon.
differs-title = What differs
differs-none = Your version and the saved file say the same.
# $what (String) - a list of changes
differs-body = Compared with the saved file, your version has: { $what }.
restarted = An error inside Touchline ended it, and it started again with your work.
# $path (String) - the report
error-lost-report = A report was written to { $path }.
# $file (String) - name of the file
conflict-title = { $file } was changed meanwhile
conflict-body = Another program or person saved the file since you opened it, and you have changes too. What you do not take is kept among the earlier versions of the file.
conflict-copy = Save mine as a copy…
conflict-theirs = Take theirs
conflict-overwrite = Overwrite
# $time (String) - on the clock
moment-today = Today, { $time }
# $time (String) - on the clock
moment-yesterday = Yesterday, { $time }
# $day (String) - in words
# $time (String) - on the clock
moment-date = { $day }, { $time }
