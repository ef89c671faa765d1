//! How the window looks by choice: theme, size of the interface, motion. The settings say, or the
//! desktop where they leave it to the system. And what of it is remembered.

use super::{
    App,
    desktop::Wishes,
    job::{Job, Poll},
    settings_dialog::Folders,
    style,
};
use crate::{
    settings::{MotionChoice, ThemeChoice},
    theme::Theme,
};
use egui::Context;
use std::{path::Path, time::Duration};

/// So long is waited for the settings when the window is gone.
const PATIENCE: Duration = Duration::from_secs(2);

impl App {
    pub(super) fn set_theme(&mut self, ctx: &Context, theme: ThemeChoice) {
        self.settings.theme = theme;
        ctx.set_theme(preference(theme));
    }

    /// Another size of the interface, in percent.
    pub(super) fn set_interface_scale(&mut self, ctx: &Context, percent: u16) {
        self.settings.interface_scale = percent;
        ctx.set_zoom_factor(f32::from(percent) / 100.0);
    }

    /// The next size of the interface; at the end it stays.
    pub(super) fn step_interface_scale(&mut self, ctx: &Context, is_larger: bool) {
        if let Some(percent) = self.settings.next_scale(is_larger) {
            self.set_interface_scale(ctx, percent);
        }
    }

    /// Where the desktop says what it wants, the window follows.
    pub(super) fn follow_desktop(&mut self, ctx: &Context) {
        let Wishes { theme, less_motion } = self.host.desktop.wishes();
        let fallback = theme.map_or(egui::Theme::Light, style::egui_theme);
        if ctx.options(|options| options.fallback_theme) != fallback {
            ctx.options_mut(|options| options.fallback_theme = fallback);
        }
        self.canvas.slides = match self.settings.motion {
            MotionChoice::System => !less_motion,
            MotionChoice::On => true,
            MotionChoice::Off => false,
        };
    }

    /// Where the program keeps what is not a project.
    pub(super) fn folders(&self) -> Folders {
        let settings = self.host.settings.path().and_then(Path::parent);
        Folders {
            settings: settings.map(Path::to_owned),
            data: self.host.files.data().map(Path::to_owned),
        }
    }

    /// Remembers what changed; sizes only at the end, not at each move of an edge.
    pub(super) fn write_settings(&mut self, ctx: &Context) {
        if let Some((width, height)) = ctx.input(|input| window_size(input.viewport())) {
            // As large as it would be at the interface's normal size, which a window opens with.
            let scale = ctx.zoom_factor();
            self.settings.window = Some(((width * scale).round(), (height * scale).round()));
        }
        // One at a time, and the newest last: a disk may be slow.
        if !self.has_remembered() || self.settings == self.written {
            return;
        }
        let mut comparable = self.settings.clone();
        comparable.window = self.written.window;
        comparable.library.width = self.written.library.width;
        comparable.inspector.width = self.written.inspector.width;
        if comparable != self.written {
            self.written = self.settings.clone();
            let (file, settings) = (self.host.settings.clone(), self.settings.clone());
            let job = Job::start(&self.host.worker, move |_| file.save(&settings));
            self.errands.remembering = Some(job);
            self.has_remembered();
        }
    }

    /// Whether no settings are being written.
    fn has_remembered(&mut self) -> bool {
        match self.errands.remembering.as_ref().map(Job::poll) {
            None => return true,
            Some(Poll::Running) => return false,
            Some(Poll::Done(Ok(()))) => {}
            Some(Poll::Done(Err(_)) | Poll::Lost) => {
                self.toasts.say(self.text.toast_settings_not_saved(), None);
            }
        }
        self.errands.remembering = None;
        true
    }

    /// The window is gone: what is left to be written.
    pub(super) fn leave(&mut self) {
        if let Some(job) = &self.errands.remembering {
            job.wait(PATIENCE);
        }
        if self.settings != self.written
            && let Err(error) = self.host.settings.save(&self.settings)
        {
            log::warn!("the settings could not be saved: {error}");
        }
    }
}

/// Which theme egui is to follow.
pub fn preference(theme: ThemeChoice) -> egui::ThemePreference {
    match theme {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Always(Theme::Light) => egui::ThemePreference::Light,
        ThemeChoice::Always(Theme::Dark) => egui::ThemePreference::Dark,
    }
}

/// The size that the window should have next time: not that of a maximised one.
fn window_size(viewport: &egui::ViewportInfo) -> Option<(f32, f32)> {
    let is_whole = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
    let rect = viewport.inner_rect.filter(|_| !is_whole)?;
    (rect.width() >= 1.0).then(|| (rect.width().round(), rect.height().round()))
}
