dialog-cancel = Cancel
dialog-close = Close
dialog-ok = OK
# $title (String) - title of the project
unsaved-title = Save changes to “{ $title }”?
unsaved-body = Without saving, the changes since the last save are lost.
unsaved-body-never = The project has not been saved yet. Without saving, it is lost.
unsaved-save = Save
unsaved-discard = Discard changes
error-open-title = The project could not be opened
error-save-title = The project could not be saved
error-save-more = Your changes are still here. Save it somewhere else, or try again.
error-export-title = The picture could not be made
error-lost-title = Something went wrong inside the program
error-lost-body = A task ended before it was done. Your project is as it was; please try again.
# $count (Number) - how many more there are
notes-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
notes-close = Close this note

path-open-title = Open a project
path-save-title = Save the project as
path-export-title = Save the picture as
path-hung = The system’s file dialog does not answer. Type where the file is, or wait for the dialog.
path-missing = This system offers no file dialog. Type where the file is.
path-hung-save = The system’s file dialog does not answer. Type where to save, or wait for the dialog.
path-missing-save = This system offers no file dialog. Type where to save.
path-file = File
path-open = Open
path-save = Save
path-up = Folder above
# $file (String) - name of the file
path-exists = { $file } is there already.
path-replace = Replace it
# $folder (String) - path of a folder
path-no-folder = There is no folder { $folder }.
path-is-folder = This is a folder. Add the name of a file.
path-no-file = There is no such file.
dialog-filter-project = Touchline project
dialog-filter-picture = PNG picture
replace-title = Replace the file?
# $path (String) - path of the file
replace-body = { $path } is there already. Its content would be lost.
replace-replace = Replace

export-title = Export a picture
export-map = Map
export-size = Size
# $scale (Number) - how many pixels a unit has
export-scale = { $scale } ×
export-theme = Colours
export-light = Light
export-dark = Dark
# $width (Number) - in pixels
# $height (Number) - in pixels
export-pixels = { $width } × { $height } pixels
export-measuring = Measuring…
export-export = Export…

shortcuts-title = Keyboard shortcuts
about-title = Touchline
# $version (String) - of the program
about-version = Version { $version }
about-body = An offline designer for customer-journey maps. No account, no server, no network.
