//! What a picture is made of: which map, how large, in which colours.

use super::{
    dialog::{Answer, buttons, main_button, modal},
    job::{Job, Poll, Worker},
    request::{Picture, Request},
    style,
};
use crate::{
    export::png,
    font::Fonts,
    layout::{self, Shows},
    message,
    model::{MapId, Project},
    text::Text,
    theme::Theme,
};
use egui::{Button, ComboBox, Context, Ui};
use std::sync::Arc;

const SCALES: [u16; 4] = [1, 2, 3, 4];

/// The dialog's state.
pub struct ExportDialog {
    project: Project,
    fonts: Arc<Fonts>,
    words: Arc<Text>,
    worker: Worker,
    map: MapId,
    scale: u16,
    theme: Theme,
    shows: Shows,
    /// Width and height in pixels or why not, for a map and a scale.
    size: Option<Result<(u32, u32), String>>,
    measuring: Option<Job<Result<(u32, u32), String>>>,
}

impl ExportDialog {
    pub fn new(
        project: Project,
        picture: Picture,
        fonts: Arc<Fonts>,
        words: Arc<Text>,
        worker: Worker,
    ) -> Self {
        let scale = SCALES.into_iter().find(|&it| f32::from(it) >= picture.options.scale);
        let mut dialog = Self {
            project,
            fonts,
            words,
            worker,
            map: picture.map,
            scale: scale.unwrap_or(2),
            theme: picture.options.theme,
            shows: picture.shows,
            size: None,
            measuring: None,
        };
        dialog.measure();
        dialog
    }

    fn picture(&self) -> Picture {
        let options = png::Options { scale: f32::from(self.scale), theme: self.theme };
        Picture { map: self.map, options, shows: self.shows }
    }

    /// Finds out how many pixels it will have, beside the window.
    fn measure(&mut self) {
        let (project, picture) = (self.project.clone(), self.picture());
        let (fonts, words) = (Arc::clone(&self.fonts), Arc::clone(&self.words));
        self.size = None;
        self.measuring = Some(Job::start(&self.worker, move |_| {
            let map = project.map(picture.map).ok_or_else(String::new)?;
            let scene =
                layout::layout(map, &fonts, &words, &mut layout::Cache::showing(picture.shows));
            let sheet = layout::sheet(&project, map, Arc::new(scene), &fonts, &words);
            png::size(&sheet, &picture.options)
                .map_err(|error| message::capitalized(&message::export(&words, &error)))
        }));
    }

    /// Draws the dialog.
    pub fn ui(&mut self, ctx: &Context, text: &Text, requests: &mut Vec<Request>) -> Answer {
        match self.measuring.as_ref().map(Job::poll) {
            Some(Poll::Done(size)) => {
                self.size = Some(size);
                self.measuring = None;
            }
            Some(Poll::Lost) => self.measuring = None,
            Some(Poll::Running) | None => {}
        }
        modal(ctx, &text.export_title(), 400.0, |ui| {
            let before = self.picture();
            self.fields_ui(ui, text);
            let after = self.picture();
            if after.map != before.map || self.scale_changed(&before) {
                self.measure();
            }
            let words = match &self.size {
                Some(Ok((width, height))) => text.export_pixels(*width, *height),
                Some(Err(why)) => why.clone(),
                None => text.export_measuring(),
            };
            ui.label(words);
            let mut answer = Answer::Waiting;
            buttons(ui, |ui| {
                let can = !matches!(self.size, Some(Err(_)));
                let label = text.export_export();
                if ui.add_enabled_ui(can, |ui| main_button(ui, label)).inner {
                    requests.push(Request::Export(after));
                    answer = Answer::Closed;
                }
                if ui.button(text.dialog_cancel()).clicked() {
                    answer = Answer::Closed;
                }
            });
            answer
        })
    }

    fn scale_changed(&self, before: &Picture) -> bool {
        (f32::from(self.scale) - before.options.scale).abs() > f32::EPSILON
    }

    fn fields_ui(&mut self, ui: &mut Ui, text: &Text) {
        let width = 72.0;
        let label = |ui: &mut Ui, words: String| {
            ui.allocate_ui_with_layout(
                egui::Vec2::new(width, 28.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_min_width(width);
                    ui.label(words).id
                },
            )
            .inner
        };
        ui.horizontal(|ui| {
            let id = label(ui, text.export_map());
            let shown = self.project.map(self.map).map(|map| map.title.clone()).unwrap_or_default();
            let combo = ComboBox::from_id_salt("export map").width(240.0).truncate();
            let combo = combo.icon(style::arrow);
            let combo = combo.selected_text(shown).show_ui(ui, |ui| {
                for map in &self.project.maps {
                    ui.selectable_value(&mut self.map, map.id, &map.title);
                }
            });
            combo.response.labelled_by(id);
        });
        ui.horizontal(|ui| {
            label(ui, text.export_size());
            for scale in SCALES {
                let button = Button::selectable(self.scale == scale, text.export_scale(scale));
                if ui.add(button).clicked() {
                    self.scale = scale;
                }
            }
        });
        ui.horizontal(|ui| {
            label(ui, text.export_theme());
            for (theme, words) in
                [(Theme::Light, text.export_light()), (Theme::Dark, text.export_dark())]
            {
                if ui.add(Button::selectable(self.theme == theme, words)).clicked() {
                    self.theme = theme;
                }
            }
        });
    }
}
