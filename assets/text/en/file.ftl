toast-saved-in-place = Saved. The folder takes no new file, so the file was written over after a copy was kept in its earlier versions.
toast-not-kept-full = Saved, but the version before it could not be kept: the disk with the earlier versions is full.
# $reason (String) - why, in words
toast-not-kept = Saved, but the version before it could not be kept: { $reason }.
step-restore = Bring back another version
