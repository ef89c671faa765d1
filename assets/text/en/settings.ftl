action-settings = Settings…
action-interface-larger = Larger interface
action-interface-smaller = Smaller interface
action-interface-normal = Normal interface size
action-folders = Where files are kept…

settings-title = Settings
settings-theme = Colours
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-language = Language
settings-language-system = As the system
settings-interface = Interface size
# $percent (Number) - of the normal size
settings-interface-percent = { $percent } %
settings-motion = Motion
settings-motion-system = As the system
settings-motion-on = On
settings-motion-off = Off
settings-motion-note = When a card goes to another place, it slides there.
settings-note = Panels, the size of the window, recent files and export options are remembered by themselves.
settings-folders = Where files are kept…

folders-title = Where files are kept
folders-settings = Settings
folders-data = Recovered work and earlier versions
folders-none = Not kept: this system has no folder for it.
folders-note = Your projects are where you saved them, and nowhere else.
folders-copy = Copy path

about-licences = Licences
about-plex = IBM Plex Sans, SIL Open Font License
about-lucide = Lucide icons, ISC and MIT licences

type-missing = The system has no font with simplified Chinese characters: boxes stand in their place.
type-linux = Install one, for example Noto Sans CJK (packages fonts-noto-cjk, google-noto-sans-cjk-fonts or noto-fonts-cjk), and start Touchline again.
type-windows = Add simplified Chinese under Settings › Time & language › Language & region, which brings Microsoft YaHei, and start Touchline again.
type-mac = Turn on PingFang SC in Font Book and start Touchline again.
type-close = Close the notice
# $file (String) - name of the file
toast-exported-without-chinese = Exported to { $file }, but without its Chinese characters: the system has no font for them.
