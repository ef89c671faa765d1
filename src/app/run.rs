//! Opens the window: with the renderer that worked last, else with the other. A renderer that did
//! not live to show its first pictures is not tried first again.

use super::{App, Host, Worker, crash, desktop::Desktop, dialog::Dialog, pace::Pace, picker};
use crate::{
    file::{Files, lock::Lock},
    font::Fonts,
    settings::{Renderer, Settings, SettingsFile},
    text,
};
use std::{
    cell::Cell,
    io::IsTerminal,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
};

/// So many frames are shown before a renderer counts as working.
const TRIAL: u8 = 3;

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// What the system said about it.
    #[error(
        "there is no display to open the window on ({0}); the command line works without one: \
         touchline --help"
    )]
    NoDisplay(String),
    /// Each renderer that was tried, and what became of it.
    #[error(
        "this computer's graphics cannot show the window ({}); a newer graphics driver may help, \
         and the command line works without a window: touchline --help",
        said(.0)
    )]
    NoGraphics(Vec<(Renderer, String)>),
    /// It came upon a defect of its own too often, or could not be started again.
    #[error(
        "Touchline came upon an error inside it and ended; what was unsaved is kept and is opened \
         at the next start{}",
        report_in_words()
    )]
    Panicked,
}

/// The window while it is open.
struct Running {
    app: App,
    renderer: Renderer,
    /// Says to later starts that this renderer was being tried; removed when it has shown enough.
    trial: Option<Lock>,
    frames: u8,
    pace: Pace,
}

/// Opens the window, on a file if one is given, and comes back when it is closed.
///
/// `forced` is the only renderer to try.
pub fn run(file: Option<&Path>, forced: Option<Renderer>) -> Result<(), RunError> {
    let files = Files::of_user();
    let watch = crash::Watch::begin(&files);
    let shown = Cell::new(None);
    let opened = catch_unwind(AssertUnwindSafe(|| run_any(file, forced, &files, &watch, &shown)));
    let Err(error) = opened.unwrap_or_else(|_| again(forced, &watch, shown.get())) else {
        return Ok(());
    };
    // Whoever clicked an icon sees no terminal.
    if !matches!(error, RunError::NoDisplay(_)) && !std::io::stderr().is_terminal() {
        let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error);
        dialog.set_title("Touchline").set_description(error.to_string()).show();
    }
    Err(error)
}

/// After a panic: a new process goes on. What drew the window then is not tried first again, if it
/// was its panic.
fn again(
    forced: Option<Renderer>,
    watch: &crash::Watch,
    shown: Option<Renderer>,
) -> Result<(), RunError> {
    if let Some(renderer) = shown.filter(|_| watch.renderer_died()) {
        drop(SettingsFile::of_user().trial(renderer));
    }
    let forced = forced.filter(|_| !watch.renderer_died());
    let arguments = forced.map(|renderer| ["--renderer", renderer.word()]);
    let arguments = arguments.as_ref().map_or(&[][..], |words| words);
    if watch.restart(arguments) { Ok(()) } else { Err(RunError::Panicked) }
}

fn run_any(
    file: Option<&Path>,
    forced: Option<Renderer>,
    files: &Files,
    watch: &crash::Watch,
    shown: &Cell<Option<Renderer>>,
) -> Result<(), RunError> {
    let settings_file = SettingsFile::of_user();
    let settings = settings_file.peek();
    let order = forced.map_or_else(|| order(&settings, &settings_file), |forced| vec![forced]);
    let mut failed = Vec::new();
    for renderer in order {
        let trial = settings_file.trial(renderer);
        shown.set(Some(renderer));
        let host = (files, watch, &settings_file);
        match open(file, renderer, &settings, host, trial) {
            Ok(()) => return Ok(()),
            Err(eframe::Error::WinitEventLoop(error)) => {
                // Not the renderer's fault.
                if let Some(trial) = settings_file.trial(renderer) {
                    trial.remove();
                }
                // The system's own words stand last, behind a line of somebody's source.
                let words = error.to_string();
                let words = words.rsplit_once(": ").map_or(&*words, |(_, system)| system);
                return Err(RunError::NoDisplay(one_line(words.trim_end_matches('.'))));
            }
            Err(error) => {
                log::warn!("{}: {error}", renderer.word());
                failed.push((renderer, one_line(&error.to_string())));
            }
        }
    }
    Err(RunError::NoGraphics(failed))
}

fn report_in_words() -> String {
    let report = crash::last_report();
    report.map(|path| format!(": the report is in {}", path.display())).unwrap_or_default()
}

/// Which renderers to try, the most promising first.
fn order(settings: &Settings, file: &SettingsFile) -> Vec<Renderer> {
    let first = settings.renderer.unwrap_or(Renderer::Wgpu);
    let first = if file.has_died_of(first) { first.other() } else { first };
    vec![first, first.other()]
}

fn open(
    file: Option<&Path>,
    renderer: Renderer,
    settings: &Settings,
    (files, watch, settings_file): (&Files, &crash::Watch, &SettingsFile),
    trial: Option<Lock>,
) -> eframe::Result {
    let options = eframe::NativeOptions {
        renderer: match renderer {
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            Renderer::Glow => eframe::Renderer::Glow,
        },
        persist_window: false,
        system_font_fallback: false,
        viewport: viewport(settings),
        ..eframe::NativeOptions::default()
    };
    let (file, settings) = (file.map(Path::to_owned), settings_file.clone());
    let (files, watch) = (files.clone(), watch.clone());
    let create: eframe::AppCreator<'_> = Box::new(move |cc| {
        let host = Host {
            worker: Worker::Threads(cc.egui_ctx.clone()),
            settings,
            files,
            file_dialog: Some(picker::system_dialog),
            language: text::system_language(),
            find_face: Some(Fonts::find_han),
            desktop: Desktop::watched(&cc.egui_ctx),
            today: || jiff::Zoned::now().date(),
        };
        let mut app = App::new(&cc.egui_ctx, Arc::new(Fonts::bundled()), host);
        watch.keeps(app.keeper.handle());
        app.leaving.watch(app.keeper.handle(), cc.egui_ctx.clone());
        app.begin(file);
        if crash::restarts() > 0 {
            app.toasts.say(app.text.restarted(), None);
        }
        Ok(Box::new(Running { app, renderer, trial, frames: 0, pace: Pace::default() }))
    });
    eframe::run_native("Touchline", options, create)
}

fn viewport(settings: &Settings) -> egui::ViewportBuilder {
    let (width, height) = settings.window.unwrap_or((1360.0, 860.0));
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png"));
    egui::ViewportBuilder::default()
        .with_icon(icon.unwrap_or_default())
        .with_title("Touchline")
        .with_app_id("touchline")
        .with_inner_size([width, height])
        .with_min_inner_size([800.0, 480.0])
}

fn said(failed: &[(Renderer, String)]) -> String {
    let each = failed.iter().map(|(renderer, why)| format!("{}: {why}", renderer.word()));
    each.collect::<Vec<_>>().join("; ")
}

/// What a driver says, on one line and not longer than a few.
fn one_line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

impl eframe::App for Running {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        if self.pace.keep_back(&mut input.events, ctx.text_edit_focused()) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.before_frame(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.frame(ui);
        if matches!(self.app.dialog, Some(Dialog::About(_))) {
            crash::provoke("window");
        }
        if self.frames < TRIAL {
            self.frames += 1;
            ui.ctx().request_repaint();
        } else if let Some(trial) = self.trial.take() {
            trial.remove();
            self.app.settings.renderer = Some(self.renderer);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.leave();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renderer_that_died_is_not_tried_first_again() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = SettingsFile::at(folder.path().join("settings.conf"));
        let mut settings = Settings::default();
        let both = [Renderer::Wgpu, Renderer::Glow];
        assert_eq!(order(&settings, &file), both);
        // It is being tried by a window that lives.
        let living = file.trial(Renderer::Wgpu);
        assert_eq!(order(&settings, &file), both);
        // That window died.
        drop(living);
        assert_eq!(order(&settings, &file), [Renderer::Glow, Renderer::Wgpu]);
        assert_eq!(order(&settings, &file), [Renderer::Glow, Renderer::Wgpu], "looking is free");
        settings.renderer = Some(Renderer::Glow);
        assert_eq!(order(&settings, &file), [Renderer::Glow, Renderer::Wgpu]);
        // Forced, it works again.
        if let Some(trial) = file.trial(Renderer::Wgpu) {
            trial.remove();
        }
        settings.renderer = Some(Renderer::Wgpu);
        assert_eq!(order(&settings, &file), both);
        Ok(())
    }

    #[test]
    fn what_a_driver_says_fits_a_line() {
        assert_eq!(one_line("a\n  b\tc"), "a b c");
        assert_eq!(one_line(&"я".repeat(300)).chars().count(), 201);
    }
}
