//! The window: one frame, read from top to bottom.

pub mod canvas;
pub mod job;
pub mod minimap;
pub mod painter;
pub mod style;
pub mod text_field;

use crate::{font::Fonts, text::Language};
use std::{path::PathBuf, sync::Arc};

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("the window could not be opened: {0}")]
pub struct RunError(String);

/// The window's state.
pub struct App {
    fonts: Arc<Fonts>,
    text: Arc<crate::text::Text>,
}

/// Opens the window, on a file if one is given, and comes back when it is closed.
pub fn run(file: Option<PathBuf>) -> Result<(), RunError> {
    let start = |renderer| {
        let file = file.clone();
        let options = eframe::NativeOptions {
            renderer,
            persist_window: false,
            system_font_fallback: false,
            viewport: egui::ViewportBuilder::default()
                .with_title("Touchline")
                .with_app_id("touchline")
                .with_inner_size([1280.0, 800.0])
                .with_min_inner_size([800.0, 500.0]),
            ..eframe::NativeOptions::default()
        };
        eframe::run_native(
            "Touchline",
            options,
            Box::new(move |cc| Ok(Box::new(App::new(&cc.egui_ctx, file)))),
        )
    };
    start(eframe::Renderer::Wgpu).or_else(|error| {
        log::warn!("wgpu: {error}; trying OpenGL");
        start(eframe::Renderer::Glow).map_err(|error| RunError(error.to_string()))
    })
}

impl App {
    fn new(ctx: &egui::Context, _file: Option<PathBuf>) -> Self {
        let fonts = Arc::new(Fonts::bundled());
        style::set_up(ctx);
        style::set_fonts(ctx, &fonts);
        Self { fonts, text: Arc::new(Language::En.load()) }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        egui::CentralPanel::default().show(ui, |ui| {
            ui.label(self.text.untitled());
        });
        let _ = &self.fonts;
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }
}
