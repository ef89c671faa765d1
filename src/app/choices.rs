//! Choices: a list under or over a text field, of which one is chosen with the arrows or the
//! pointer while the caret stays in the field. The palette and the completions of quick add.

use super::{mark, style};
use crate::{
    font::Weight,
    model::Mark,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use lucide_icons::Icon;
use std::ops::Range;

/// Height of a row in points.
pub const ROW_HEIGHT: f32 = 32.0;
const PADDING: f32 = 12.0;
/// Between the parts of a row.
const GAP: f32 = 8.0;

/// One of the list.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub label: String,
    /// The parts of the label that were typed, in bytes.
    pub letters: Vec<Range<usize>>,
    /// Said quietly behind the label.
    pub note: String,
    /// At the right, apart.
    pub keys: String,
    pub sign: Option<Sign>,
    pub is_disabled: bool,
}

/// What stands before a label.
#[derive(Debug, Clone, Copy)]
pub enum Sign {
    Icon(Icon),
    Mark(Option<Mark>),
}

/// The list.
#[derive(Debug, Default)]
pub struct Choices {
    rows: Vec<Choice>,
    at: Option<usize>,
    /// The chosen one is to be seen.
    scrolls: bool,
}

impl Choices {
    /// Other rows; `at` is chosen.
    pub fn set(&mut self, rows: Vec<Choice>, at: Option<usize>) {
        self.at = at.filter(|&at| at < rows.len());
        self.rows = rows;
        self.scrolls = true;
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// None is chosen any more.
    pub fn leave(&mut self) {
        self.at = None;
    }

    /// The one that is chosen.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Takes the keys that move in the list, before the field sees them. `pages`: also those that
    /// a caret uses, Home and End.
    pub fn keys(&mut self, ui: &Ui, pages: Option<usize>) {
        let Some(last) = self.rows.len().checked_sub(1) else {
            return;
        };
        let pressed =
            |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) && !self.is_empty();
        let next = |at: Option<usize>| at.filter(|&at| at < last).map_or(0, |at| at + 1);
        let before = |at: Option<usize>| at.and_then(|at| at.checked_sub(1)).unwrap_or(last);
        let mut at = self.at;
        if pressed(Key::ArrowDown) {
            at = Some(next(at));
        }
        if pressed(Key::ArrowUp) {
            at = Some(before(at));
        }
        if let Some(page) = pages {
            if pressed(Key::PageDown) {
                at = Some((at.unwrap_or(0) + page).min(last));
            }
            if pressed(Key::PageUp) {
                at = Some(at.unwrap_or(0).saturating_sub(page));
            }
            if pressed(Key::Home) {
                at = Some(0);
            }
            if pressed(Key::End) {
                at = Some(last);
            }
        }
        self.scrolls |= at != self.at;
        self.at = at;
    }

    /// Draws the list, at most so high; `name` is for screen readers, `field` has the caret. Gives
    /// the row that was clicked.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        field: Id,
        name: String,
        height: f32,
        theme: Theme,
    ) -> Option<usize> {
        let builder =
            UiBuilder::new().accessibility_role(accesskit::Role::ListBox).accessibility_label(name);
        let mut clicked = None;
        let list = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("choices");
            let area = area.max_height(height).min_scrolled_height(height);
            area.auto_shrink([false, true]).show(ui, |ui| {
                for at in 0..self.rows.len() {
                    if self.row_ui(ui, field, at, theme) {
                        clicked = Some(at);
                    }
                }
            });
            ui.unique_id()
        });
        self.scrolls = false;
        let active = self.at.map(|at| row_id(field, at).accesskit_id());
        ui.ctx().accesskit_node_builder(field, |node| {
            node.set_role(accesskit::Role::EditableComboBox);
            node.set_has_popup(accesskit::HasPopup::Listbox);
            node.set_auto_complete(accesskit::AutoComplete::List);
            node.push_controlled(list.inner.accesskit_id());
            node.set_expanded(true);
            if let Some(active) = active {
                node.set_active_descendant(active);
            }
        });
        clicked
    }

    /// Draws a row; gives whether it was clicked.
    fn row_ui(&mut self, ui: &mut Ui, field: Id, at: usize, theme: Theme) -> bool {
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW_HEIGHT));
        let is_chosen = self.at == Some(at);
        if is_chosen && self.scrolls {
            ui.scroll_to_rect(rect, None);
        }
        let Some(row) = self.rows.get(at) else {
            return false;
        };
        // Not a stop of the Tab key: the caret stays in the field.
        let response = ui.interact(rect, row_id(field, at), Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, !row.is_disabled, &row.label));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(is_chosen);
            if !row.note.is_empty() {
                node.set_description(row.note.as_str());
            }
            if !row.keys.is_empty() {
                node.set_keyboard_shortcut(row.keys.as_str());
            }
        });
        if ui.is_rect_visible(rect) {
            paint_row(ui, rect, row, is_chosen, theme);
        }
        // A list that opens under a pointer at rest is not chosen from.
        let has_moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
        if response.hovered() && has_moved {
            self.at = Some(at);
        }
        response.clicked()
    }
}

fn row_id(field: Id, at: usize) -> Id {
    field.with(("choice", at))
}

fn paint_row(ui: &Ui, rect: Rect, row: &Choice, is_chosen: bool, theme: Theme) {
    let tone = |tone| style::color(theme, tone);
    if is_chosen {
        ui.painter().rect_filled(rect, 6.0, tone(Tone::AccentSoft));
    }
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let middle = rect.center().y;
    let (mut left, mut right) = (rect.left() + PADDING, rect.right() - PADDING);
    let ink = tone(if row.is_disabled { Tone::Quiet } else { Tone::Text });
    let secondary = tone(Tone::Secondary);
    match row.sign {
        Some(Sign::Icon(icon)) => {
            let font = style::icon_font(type_size::LARGE);
            let at = egui::pos2(left + 6.0, middle);
            painter.text(at, Align2::CENTER_CENTER, char::from(icon), font, secondary);
        }
        Some(Sign::Mark(mark)) => {
            mark::paint(&painter, egui::pos2(left + 6.0, middle), 10.0, mark, theme);
        }
        None => {}
    }
    if row.sign.is_some() {
        left += 12.0 + GAP;
    }
    if !row.keys.is_empty() {
        let font = style::font(Weight::Regular, type_size::BODY);
        let at = egui::pos2(right, middle);
        let keys = painter.text(at, Align2::RIGHT_CENTER, &row.keys, font, secondary);
        right = keys.left() - 2.0 * GAP;
    }
    let emphasis = if row.is_disabled { secondary } else { tone(Tone::Accent) };
    let mut job = label_job(row, ink, emphasis);
    if !row.note.is_empty() {
        let font = style::font(Weight::Regular, type_size::SMALL);
        job.append(&row.note, GAP, TextFormat::simple(font, secondary));
    }
    job.wrap = TextWrapping::truncate_at_width((right - left).max(0.0));
    let galley = painter.layout_job(job);
    let at = egui::pos2(left, middle - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
}

/// The label with the letters that were typed emphasised: by weight, and by colour for scripts
/// whose face has one weight.
fn label_job(row: &Choice, ink: egui::Color32, emphasis: egui::Color32) -> LayoutJob {
    let font = |weight| style::font(weight, type_size::BODY);
    let mut job = LayoutJob::default();
    let mut at = 0;
    let mut append = |range: Range<usize>, format: TextFormat| {
        let part = row.label.get(range).unwrap_or_default();
        if !part.is_empty() {
            job.append(part, 0.0, TextFormat { valign: egui::Align::Center, ..format });
        }
    };
    for letters in &row.letters {
        append(at..letters.start, TextFormat::simple(font(Weight::Regular), ink));
        append(letters.clone(), TextFormat::simple(font(Weight::SemiBold), emphasis));
        at = letters.end;
    }
    append(at..row.label.len(), TextFormat::simple(font(Weight::Regular), ink));
    job
}
