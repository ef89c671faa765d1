//! One field of the inspector: a label at the left, what it belongs to at the right. Text fields
//! keep a draft while they have the caret, emit a command at each change, and seal when it leaves.

use super::summary::Common;
use crate::{
    app::{
        date_field::{self, DateLine, date_ui},
        request::{Pane, Request},
        style, text_field,
    },
    command::Command,
    font::Weight,
    model::{Date, limit},
    theme::{Theme, Tone, type_size},
};
use egui::{Align, Align2, ComboBox, Id, Layout, Response, RichText, Stroke, TextEdit, Ui, Vec2};

/// Width of the labels in points.
const LABEL: f32 = 76.0;
const HEIGHT: f32 = 28.0;

/// The text field with the caret.
#[derive(Default)]
pub struct Fields {
    draft: Option<Draft>,
}

struct Draft {
    field: Id,
    text: String,
    /// The project's value when it was last looked at.
    base: String,
    /// A command was sent; the project's next value is ours.
    is_sent: bool,
    /// It was drawn in this frame.
    is_shown: bool,
}

/// A text field.
pub struct Line<'a> {
    /// Which field of which thing: unique in the window.
    pub id: Id,
    pub value: &'a str,
    pub hint: String,
    /// `None` for a single line; else at least so many.
    pub rows: Option<usize>,
    pub size: f32,
    pub weight: Weight,
    pub tone: Tone,
}

impl<'a> Line<'a> {
    /// A single line.
    pub fn new(id: Id, value: &'a str, hint: String) -> Self {
        Self {
            id,
            value,
            hint,
            rows: None,
            size: type_size::BODY,
            weight: Weight::Regular,
            tone: Tone::Text,
        }
    }

    /// Several lines.
    pub fn rows(self, rows: usize) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// In another tone.
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The title of what is shown, in the size of a title.
    pub fn heading(self) -> Self {
        Self { rows: Some(1), size: type_size::TITLE, weight: Weight::SemiBold, ..self }
    }
}

impl Fields {
    /// After all fields: a draft whose field is gone is ended.
    pub fn end(&mut self, pane: &mut Pane<'_>) {
        if let Some(draft) = &mut self.draft
            && !std::mem::take(&mut draft.is_shown)
        {
            self.draft = None;
            pane.push(Request::Seal);
        }
    }

    /// A text field that fills the width. `command` makes the change of a text, or nothing where
    /// the text is no value of the field (yet).
    pub fn text_ui(
        &mut self,
        ui: &mut Ui,
        line: &Line<'_>,
        pane: &mut Pane<'_>,
        command: impl Fn(String) -> Option<Command>,
    ) -> Response {
        let mut text = self.text_of(line);
        let response = quiet(ui, pane.theme, |ui| {
            let field = match line.rows {
                None => TextEdit::singleline(&mut text).return_key(None).char_limit(limit::LINE),
                // One thought over several lines.
                Some(1) => TextEdit::multiline(&mut text)
                    .desired_rows(1)
                    .return_key(None)
                    .char_limit(limit::LINE),
                Some(rows) => {
                    TextEdit::multiline(&mut text).desired_rows(rows).char_limit(limit::NOTES)
                }
            };
            ui.add(
                field
                    .id(line.id)
                    .hint_text(line.hint.as_str())
                    .font(style::font(line.weight, line.size))
                    .text_color(style::color(pane.theme, line.tone))
                    .desired_width(f32::INFINITY)
                    .min_size(Vec2::new(0.0, HEIGHT))
                    .align(if line.rows.is_none() {
                        Align2::LEFT_CENTER
                    } else {
                        Align2::LEFT_TOP
                    }),
            )
        });
        if response.changed() {
            let sent = command(text.clone());
            self.draft = Some(Draft {
                field: line.id,
                text: text.clone(),
                base: line.value.to_owned(),
                is_sent: sent.is_some(),
                is_shown: true,
            });
            if let Some(command) = sent {
                pane.run(command);
            }
        }
        // Enter takes it, and what is typed next takes its place: on the map, letters are commands.
        if line.rows.is_none_or(|rows| rows == 1)
            && response.has_focus()
            && ui.input(|input| input.key_pressed(egui::Key::Enter))
        {
            pane.push(Request::Seal);
            text_field::begin(ui, line.id, &text);
        }
        if response.lost_focus() {
            self.draft.take_if(|draft| draft.field == line.id);
            pane.push(Request::Seal);
        }
        response
    }

    /// The draft of a field, or its value. A value that changed under the draft (undo) wins.
    fn text_of(&mut self, line: &Line<'_>) -> String {
        match &mut self.draft {
            Some(draft) if draft.field == line.id => {
                draft.is_shown = true;
                if draft.base != line.value {
                    line.value.clone_into(&mut draft.base);
                    if !std::mem::take(&mut draft.is_sent) {
                        line.value.clone_into(&mut draft.text);
                    }
                }
                draft.text.clone()
            }
            _ => line.value.to_owned(),
        }
    }

    /// The title of what is shown: a field that looks like a heading.
    pub fn heading_ui(
        &mut self,
        ui: &mut Ui,
        name: String,
        line: Line<'_>,
        pane: &mut Pane<'_>,
        command: impl Fn(String) -> Option<Command>,
    ) {
        let line = line.heading();
        self.block_ui(ui, name, &line, pane, |title| command(title.replace('\n', " ")));
        ui.add_space(4.0);
    }

    /// A text field with a heading of its own above it: its text stands in line with that, the
    /// frame around it outside.
    pub fn block_ui(
        &mut self,
        ui: &mut Ui,
        name: String,
        line: &Line<'_>,
        pane: &mut Pane<'_>,
        command: impl Fn(String) -> Option<Command>,
    ) {
        let rect = ui.available_rect_before_wrap();
        let wider = egui::Rect::from_min_max(rect.min - Vec2::new(8.0, 0.0), rect.max);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(wider).id_salt(line.id));
        let response = self.text_ui(&mut child, line, pane, command).accessible_name(name);
        ui.allocate_space(Vec2::new(rect.width(), response.rect.height()));
    }

    /// A labelled text field in a row.
    pub fn line_ui(
        &mut self,
        ui: &mut Ui,
        label: String,
        line: &Line<'_>,
        pane: &mut Pane<'_>,
        command: impl Fn(String) -> Option<Command>,
    ) {
        row_ui(ui, label, pane, |ui, pane| self.text_ui(ui, line, pane, command));
    }
}

/// A label, and what it belongs to.
pub fn row_ui(
    ui: &mut Ui,
    label: String,
    pane: &mut Pane<'_>,
    field: impl FnOnce(&mut Ui, &mut Pane<'_>) -> Response,
) {
    row_of(ui, LABEL, label, pane, field);
}

/// The same, with room for labels of some width.
pub fn row_of(
    ui: &mut Ui,
    width: f32,
    label: String,
    pane: &mut Pane<'_>,
    field: impl FnOnce(&mut Ui, &mut Pane<'_>) -> Response,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let label = label_ui(ui, width, label, pane);
        field(ui, pane).labelled_by(label.id);
    });
}

/// A labelled field for a day.
pub fn date_row_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: Option<Date>,
    pane: &mut Pane<'_>,
    command: impl Fn(Option<Date>) -> Command,
) {
    row_ui(ui, name.to_owned(), pane, |ui, pane| {
        let width = ui.available_width();
        let line = DateLine { id, name, value, width };
        let (response, chosen) = quiet(ui, pane.theme, |ui| date_ui(ui, &line, pane));
        if let Some(day) = chosen {
            pane.run(command(day));
            pane.push(Request::Seal);
        }
        date_field::hold(ui, &line, pane, command);
        response
    });
}

/// A label, and a value that cannot be changed here.
pub fn value_ui(ui: &mut Ui, label: String, value: String, pane: &mut Pane<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        label_ui(ui, LABEL, label, pane);
        ui.add(egui::Label::new(value).wrap());
    });
}

fn label_ui(ui: &mut Ui, width: f32, label: String, pane: &Pane<'_>) -> Response {
    let tone = style::color(pane.theme, Tone::Secondary);
    ui.allocate_ui_with_layout(
        Vec2::new(width, HEIGHT),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_size(Vec2::new(width, HEIGHT));
            ui.add(egui::Label::new(RichText::new(label).color(tone)).truncate())
        },
    )
    .inner
}

/// A field to choose one value; a mixed one shows "Mixed".
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: Id,
    current: Option<T>,
    options: &[(T, String)],
    pane: &mut Pane<'_>,
    command: impl Fn(T) -> Command,
) -> Response {
    let shown = match current {
        Some(current) => options
            .iter()
            .find(|(value, _)| *value == current)
            .map_or_else(String::new, |(_, words)| words.clone()),
        None => pane.text.inspector_mixed(),
    };
    let width = ui.available_width();
    quiet(ui, pane.theme, |ui| {
        let opens = id.with("opens");
        ComboBox::from_id_salt(id)
            .width(width)
            .icon(style::arrow)
            .selected_text(shown)
            .truncate()
            .show_ui(ui, |ui| {
                // The arrows go on from what is chosen.
                let frame = ui.ctx().cumulative_frame_nr();
                let last = ui.data(|data| data.get_temp::<u64>(opens));
                let is_new = last.is_none_or(|last| last + 1 < frame);
                ui.data_mut(|data| data.insert_temp(opens, frame));
                for (value, words) in options {
                    let is_current = Some(*value) == current;
                    let option = ui.selectable_label(is_current, words);
                    if is_new && is_current {
                        option.request_focus();
                    }
                    if option.clicked() {
                        if !is_current {
                            pane.requests.push(Request::Run(command(*value)));
                            pane.requests.push(Request::Seal);
                        }
                        ui.close();
                    }
                }
            })
            .response
    })
}

/// A box to tick; a mixed one is neither.
pub fn checkbox_ui(
    ui: &mut Ui,
    is_set: &mut bool,
    words: String,
    is_mixed: bool,
    pane: &Pane<'_>,
) -> Response {
    let quiet = style::color(pane.theme, Tone::Quiet);
    ui.scope(|ui| {
        // The box is to be seen although nothing is in it.
        ui.visuals_mut().widgets.inactive.bg_stroke.color = quiet;
        ui.add(egui::Checkbox::new(is_set, words).indeterminate(is_mixed))
    })
    .inner
}

/// Draws a field without a frame until the pointer or the caret is in it: values look like text.
fn quiet<R>(ui: &mut Ui, theme: Theme, add: impl FnOnce(&mut Ui) -> R) -> R {
    let hovered = style::color(theme, Tone::Line);
    ui.scope(|ui| {
        let visuals = ui.visuals_mut();
        visuals.text_edit_bg_color = Some(egui::Color32::TRANSPARENT);
        visuals.widgets.inactive.bg_stroke = Stroke::NONE;
        visuals.widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
        visuals.widgets.hovered.bg_stroke = Stroke::new(1.0, hovered);
        ui.spacing_mut().button_padding.x = 8.0;
        add(ui)
    })
    .inner
}

/// The text of a value that several cards may differ in.
pub fn text_of(common: &Common<String>) -> &str {
    common.same().map_or("", String::as_str)
}
