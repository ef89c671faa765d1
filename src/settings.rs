//! What the program remembers between runs: theme, language, interface size, motion, recent files,
//! panels, window, export. One `key = value` a line. A file that makes no sense is set aside, said,
//! and never stops the start; what makes sense in it is kept.

mod renderer;

pub use renderer::Renderer;

use crate::{file::plain, text::Language, theme::Theme};
use std::{
    fmt::Write as _,
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How many recent files are remembered.
const RECENT: usize = 12;
/// How many commands of the palette.
const COMMANDS: usize = 6;

/// Everything that is remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// `None`: the system's.
    pub language: Option<Language>,
    /// How large the interface is, in percent: within [`INTERFACE_SCALES`].
    pub interface_scale: u16,
    pub motion: MotionChoice,
    /// Somebody marked a touchpoint once: it need not be said any more how.
    pub knows_marks: bool,
    /// It need not be said any more that one map is not enough.
    pub knows_maps: bool,
    /// Cards show the mean of their qualities.
    pub shows_mean: bool,
    /// The panel at the left, with the library, the outline or the findings in it.
    pub library: PanelSetting,
    pub left: LeftView,
    pub inspector: PanelSetting,
    /// Width and height of the window in points.
    pub window: Option<(f32, f32)>,
    pub export: ExportSetting,
    /// What showed the window last.
    pub renderer: Option<Renderer>,
    /// The latest first.
    pub recent: Vec<Recent>,
    /// What was chosen in the palette, the latest first.
    pub commands: Vec<String>,
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    #[default]
    System,
    Always(Theme),
}

/// Whether things slide to their new places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MotionChoice {
    /// Unless the system asks for less motion.
    #[default]
    System,
    On,
    Off,
}

/// The sizes of the interface that are gone through, in percent.
pub const INTERFACE_SCALES: [u16; 9] = [80, 90, 100, 110, 125, 140, 160, 180, 200];

/// What the panel at the left shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeftView {
    #[default]
    Library,
    Outline,
    Findings,
}

/// A panel at the side of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelSetting {
    pub is_open: bool,
    /// In points.
    pub width: f32,
}

/// What the last picture was made with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExportSetting {
    /// Pixels per map unit.
    pub scale: u32,
    pub theme: Theme,
}

/// A file that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    pub path: PathBuf,
    /// When it was opened or saved last, in seconds since 1970.
    pub seconds: u64,
}

/// A line that makes no sense.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line} of the settings makes no sense")]
pub struct SettingsError {
    /// The first such line, from 1.
    pub line: usize,
    /// What the other lines say.
    pub rest: Box<Settings>,
}

/// Where the settings are kept.
#[derive(Debug, Clone)]
pub struct SettingsFile(Option<PathBuf>);

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: None,
            interface_scale: 100,
            motion: MotionChoice::System,
            knows_marks: false,
            knows_maps: false,
            shows_mean: false,
            library: PanelSetting { is_open: true, width: 224.0 },
            left: LeftView::Library,
            inspector: PanelSetting { is_open: true, width: 288.0 },
            window: None,
            export: ExportSetting { scale: 2, theme: Theme::Light },
            renderer: None,
            recent: Vec::new(),
            commands: Vec::new(),
        }
    }
}

impl Settings {
    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path, now: SystemTime) {
        self.forget(path);
        let seconds = now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
        self.recent.insert(0, Recent { path: path.to_owned(), seconds });
        self.recent.truncate(RECENT);
    }

    /// Puts a command at the head of those that were used. Its name is one word.
    pub fn remember_command(&mut self, name: String) {
        self.commands.retain(|used| *used != name);
        self.commands.insert(0, name);
        self.commands.truncate(COMMANDS);
    }

    /// Whether the panel at the left is open and shows this.
    pub fn shows(&self, view: LeftView) -> bool {
        self.library.is_open && self.left == view
    }

    /// Takes a file out of the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }

    /// The next size of the interface, larger or smaller; `None` at the end.
    pub fn next_scale(&self, is_larger: bool) -> Option<u16> {
        let now = self.interface_scale;
        let mut scales = INTERFACE_SCALES.into_iter();
        if is_larger { scales.find(|&it| it > now) } else { scales.rfind(|&it| it < now) }
    }

    /// As text, one setting a line.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: String| {
            // Writing to a string cannot fail.
            writeln!(text, "{key} = {value}").ok();
        };
        line(
            "theme",
            match self.theme {
                ThemeChoice::System => "system".to_owned(),
                ThemeChoice::Always(theme) => theme_word(theme).to_owned(),
            },
        );
        if let Some(language) = self.language {
            line("language", language.to_string());
        }
        line("interface", self.interface_scale.to_string());
        line("motion", self.motion.word().to_owned());
        if self.knows_marks {
            line("knows", "marks".to_owned());
        }
        if self.knows_maps {
            line("knows", "maps".to_owned());
        }
        if self.shows_mean {
            line("cards", "mean".to_owned());
        }
        line("library", self.library.to_text());
        line("left", self.left.word().to_owned());
        line("inspector", self.inspector.to_text());
        if let Some((width, height)) = self.window {
            line("window", format!("{width} {height}"));
        }
        line("export", format!("{} {}", self.export.scale, theme_word(self.export.theme)));
        for name in &self.commands {
            line("command", name.clone());
        }
        if let Some(renderer) = self.renderer {
            line("renderer", renderer.word().to_owned());
        }
        for recent in &self.recent {
            // A path that is no text, or of several lines, is not remembered.
            if let Some(path) = recent.path.to_str().filter(|path| !path.contains(['\n', '\r'])) {
                line("recent", format!("{} {path}", recent.seconds));
            }
        }
        text
    }

    /// From text. A key that it does not know is left out: a later version may have written it.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let mut settings = Self { recent: Vec::new(), ..Self::default() };
        let mut first_wrong = None;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            // What was no text makes no sense.
            let pair = line.split_once('=').filter(|_| !line.contains('\u{FFFD}'));
            if pair.and_then(|(key, value)| settings.set(key.trim(), value.trim())).is_none() {
                first_wrong = first_wrong.or(Some(at + 1));
            }
        }
        settings.recent.truncate(RECENT);
        settings.commands.truncate(COMMANDS);
        match first_wrong {
            None => Ok(settings),
            Some(line) => Err(SettingsError { line, rest: Box::new(settings) }),
        }
    }

    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "theme" if value == "system" => self.theme = ThemeChoice::System,
            "theme" => self.theme = ThemeChoice::Always(theme_of(value)?),
            "language" => self.language = Some(value.parse().ok()?),
            "interface" => {
                let (least, most) = (INTERFACE_SCALES[0], INTERFACE_SCALES[8]);
                let scale = value.parse().ok().filter(|scale| (least..=most).contains(scale));
                self.interface_scale = scale?;
            }
            "motion" => self.motion = MotionChoice::of(value)?,
            "knows" if value == "marks" => self.knows_marks = true,
            "knows" if value == "maps" => self.knows_maps = true,
            "cards" if value == "mean" => self.shows_mean = true,
            "library" => self.library = PanelSetting::parse(value)?,
            "left" => self.left = LeftView::parse(value)?,
            "inspector" => self.inspector = PanelSetting::parse(value)?,
            "window" => {
                let (width, height) = value.split_once(' ')?;
                self.window = Some((length(width)?, length(height)?));
            }
            "export" => {
                let (scale, theme) = value.split_once(' ')?;
                let scale = scale.parse().ok().filter(|scale| (1..=8).contains(scale))?;
                self.export = ExportSetting { scale, theme: theme_of(theme)? };
            }
            "command" => self.commands.push(value.to_owned()),
            "renderer" => self.renderer = Some(Renderer::of(value)?),
            "recent" => {
                let (seconds, path) = value.split_once(' ')?;
                let seconds = seconds.parse().ok()?;
                self.recent.push(Recent { path: PathBuf::from(path), seconds });
            }
            _ => {}
        }
        Some(())
    }
}

impl MotionChoice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::On, Self::Off];

    fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::On => "on",
            Self::Off => "off",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.word() == word)
    }
}

impl LeftView {
    fn word(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Outline => "outline",
            Self::Findings => "findings",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Library, Self::Outline, Self::Findings].into_iter().find(|view| view.word() == word)
    }
}

impl PanelSetting {
    fn to_text(self) -> String {
        format!("{} {}", if self.is_open { "open" } else { "closed" }, self.width)
    }

    fn parse(value: &str) -> Option<Self> {
        let (state, width) = value.split_once(' ')?;
        let is_open = match state {
            "open" => true,
            "closed" => false,
            _ => return None,
        };
        Some(Self { is_open, width: length(width)? })
    }
}

impl SettingsFile {
    /// In the user's folder for settings.
    pub fn of_user() -> Self {
        let folders = directories::ProjectDirs::from("", "", "touchline");
        Self(folders.map(|folders| folders.config_dir().join("settings.conf")))
    }

    /// Where it is; `None` where the system has no folder for it.
    pub fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// Nothing is read or written: for tests.
    pub fn none() -> Self {
        Self(None)
    }

    /// At a path.
    pub fn at(path: PathBuf) -> Self {
        Self(Some(path))
    }

    /// What was remembered; with it the path where a file that makes no sense, or only in part, was
    /// put.
    pub fn load(&self) -> (Settings, Option<PathBuf>) {
        let (settings, makes_sense) = self.read();
        let broken = self.0.as_deref().filter(|_| !makes_sense);
        (settings, broken.and_then(|path| plain::set_aside(path).ok()))
    }

    /// What was remembered; the file stays as it is. For who looks before the window does.
    pub fn peek(&self) -> Settings {
        self.read().0
    }

    fn read(&self) -> (Settings, bool) {
        match self.0.as_deref().map(plain::read_text) {
            None | Some(Ok(None)) => (Settings::default(), true),
            Some(Ok(Some(text))) => match Settings::parse(&text) {
                Ok(settings) => (settings, true),
                Err(error) => (*error.rest, false),
            },
            Some(Err(_)) => (Settings::default(), false),
        }
    }

    /// Remembers the settings.
    pub fn save(&self, settings: &Settings) -> io::Result<()> {
        match &self.0 {
            Some(path) => plain::write_text(path, &settings.to_text()),
            None => Ok(()),
        }
    }
}

fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_of(word: &str) -> Option<Theme> {
    match word {
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

/// A length in points that a screen can have.
fn length(word: &str) -> Option<f32> {
    word.parse().ok().filter(|length: &f32| (1.0..=20_000.0).contains(length))
}

#[cfg(test)]
mod tests;
