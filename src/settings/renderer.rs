//! What shows the window on the screen, and which of it the program has died of.

use super::SettingsFile;
use crate::file::lock::Lock;

/// What shows the window on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// Vulkan, Metal, Direct3D.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl Renderer {
    /// What it is called on the command line and in the settings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wgpu => "wgpu",
            Self::Glow => "glow",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        [Self::Wgpu, Self::Glow].into_iter().find(|renderer| renderer.word() == word)
    }

    /// The one to fall back to.
    pub fn other(self) -> Self {
        match self {
            Self::Wgpu => Self::Glow,
            Self::Glow => Self::Wgpu,
        }
    }
}

impl SettingsFile {
    /// Notes beside the settings that a renderer is being tried. A note that was left says that the
    /// program died of it. `None` where another window is trying it, or where nothing is kept.
    pub fn trial(&self, renderer: Renderer) -> Option<Lock> {
        let note = self.0.as_deref()?.with_file_name(format!("trying-{}", renderer.word()));
        Lock::take(&note).ok()?
    }

    /// Whether the program died of trying a renderer.
    pub fn has_died_of(&self, renderer: Renderer) -> bool {
        let Some(trial) = self.trial(renderer) else {
            return false;
        };
        let has_died = trial.was_left();
        if !has_died {
            trial.remove();
        }
        has_died
    }
}
