# $file (String) - name of the file
outside-reloaded = { $file } was changed by somebody else. You see it as it is now.
# $file (String) - name of the file
outside-taken = You see { $file } as it is now. Your version is among its earlier versions.
# $file (String) - name of the file
outside-unreadable = { $file } was changed by somebody else and cannot be read now. Your version stays open.
# $file (String) - name of the file
outside-gone = { $file } cannot be reached: its folder or disk is gone. Go on working, your work is kept on this computer.
# $file (String) - name of the file
outside-no-file = { $file } is not there any more. Your work is kept on this computer; saving writes the file anew.
# $file (String) - name of the file
outside-gone-unkept = { $file } cannot be reached, and your work cannot be kept on this computer. Save it somewhere else.
# $file (String) - name of the file
outside-back = { $file } is back.
# $file (String) - name of the file
outside-back-saving = { $file } is back, and your changes are saved to it.
# $file (String) - name of the file
conflict-bar = { $file } was changed by somebody else, and you have changes too. What you do not take is kept among its earlier versions.
status-away = File out of reach · safe on this computer
status-away-waits = Saved as soon as the file is back · safe on this computer
status-away-unkept = File out of reach · not saved anywhere
status-no-file = File gone · safe on this computer
# $user (String) - name of a person
# $host (String) - name of a computer
# $file (String) - name of the file
# $since (String) - a moment
held-by = { $user } on { $host } has { $file } open since { $since }.
# $host (String) - name of a computer
# $file (String) - name of the file
# $since (String) - a moment
held-on = somebody on { $host } has { $file } open since { $since }.
# $file (String) - name of the file
# $since (String) - a moment
held-here = you have { $file } open in another Touchline window since { $since }.
# $file (String) - name of the file
held-title = { $file } is open elsewhere
# $who (String) - a sentence: who has it open since when
held-body = { $who } If you both edit it, whoever saves second is asked which version to keep.
held-look = Open read-only
held-copy = Open a copy
held-edit = Edit all the same
# $who (String) - a sentence: who has it open since when
read-only-held = Read-only: { $who }
# $file (String) - name of the file
# $format (Number) - of the file
read-only-newer = Read-only: a newer version of Touchline made { $file } (format { $format }). You see what this version knows of it. Edit it with the newer version, or save a copy here.
read-only-copy = Save as a copy…
read-only-refused = This project is read-only. Save it as a copy to change it.
# $format (Number) - of the file
save-error-newer = a newer version of Touchline made this file (format { $format }), and it is not written over; choose another name
