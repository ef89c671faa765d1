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
