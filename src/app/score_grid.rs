//! Touchpoints × qualities as a grid: what is rated how, in a colour and always with its number.
//! The heat map, and what one audit or two say. Only the rows in view are drawn.

mod value;

pub use value::{Value, values};

use super::{mark, style, words};
use crate::{
    font::Weight,
    model::{Mark, Quality},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Color32, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Role, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit,
};
use std::ops::Range;

const HEAD: f32 = 32.0;
const PADDING: f32 = 16.0;
/// Of the column of titles.
const LEAST_TITLE: f32 = 200.0;
const LEAST_CELL: f32 = 64.0;

/// A touchpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    pub mark: Option<Mark>,
    /// What the mark was, where that is another.
    pub mark_before: Option<Option<Mark>>,
    pub title: String,
    /// Below the title; nothing where it is empty.
    pub note: String,
    /// Of each quality, and the mean.
    pub values: [Value; 7],
    /// It can be gone to.
    pub is_there: bool,
}

/// What the grid is of.
pub struct Look<'a> {
    /// The widget that has the keyboard.
    pub home: Id,
    pub count: usize,
    pub has_notes: bool,
    /// Which column it is sorted by, the weakest first; the mean is the last one.
    pub sorted: Option<usize>,
    pub is_sortable: bool,
    pub text: &'a Text,
    pub theme: Theme,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A row is to be selected, or gone to on the map.
    Row { at: usize, is_left: bool },
    /// The weakest of a column first; `None`: in the order of the map.
    Sort(Option<usize>),
}

/// The cursor, and what is in view.
#[derive(Debug, Default)]
pub struct ScoreGrid {
    cursor: usize,
    wants_view: bool,
    seen: Range<f32>,
}

/// Where the columns are.
struct Columns {
    left: f32,
    title: f32,
    cell: f32,
}

impl ScoreGrid {
    /// The cursor goes to a row.
    pub fn go_to(&mut self, at: usize) {
        self.wants_view |= self.cursor != at;
        self.cursor = at;
    }

    /// Draws the grid into what is left. `means` stand above the rows; `row` makes one of them,
    /// and says whether it is selected.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        look: &Look<'_>,
        means: &[Value; 7],
        row: impl Fn(usize) -> Option<(GridRow, bool)>,
    ) -> Option<Asked> {
        let rect = ui.available_rect_before_wrap();
        let columns = Columns::new(ui, rect, look);
        let mut asked = head_ui(ui, &columns, look);
        means_ui(ui, &columns, means, look);
        asked = self.keys(ui, look).or(asked);
        asked.or(self.rows_ui(ui, &columns, look, row))
    }

    fn row_height(look: &Look<'_>) -> f32 {
        if look.has_notes { 44.0 } else { 32.0 }
    }

    fn keys(&mut self, ui: &Ui, look: &Look<'_>) -> Option<Asked> {
        let last = look.count.checked_sub(1)?;
        if !ui.memory(|memory| memory.has_focus(look.home)) {
            return None;
        }
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(look.home, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let page = ((self.seen.end - self.seen.start) / Self::row_height(look)).max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows in view")]
        let page = page as usize;
        let at = self.cursor.min(last);
        let to = if pressed(Key::ArrowDown) {
            at + 1
        } else if pressed(Key::ArrowUp) {
            at.saturating_sub(1)
        } else if pressed(Key::PageDown) {
            at + page
        } else if pressed(Key::PageUp) {
            at.saturating_sub(page)
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else if pressed(Key::Enter) {
            return Some(Asked::Row { at, is_left: true });
        } else {
            return None;
        };
        self.cursor = to.min(last);
        self.wants_view = true;
        Some(Asked::Row { at: self.cursor, is_left: false })
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        columns: &Columns,
        look: &Look<'_>,
        row: impl Fn(usize) -> Option<(GridRow, bool)>,
    ) -> Option<Asked> {
        let height = Self::row_height(look);
        let mut asked = None;
        let mut area = ScrollArea::vertical().id_salt(look.home).auto_shrink(false);
        if std::mem::take(&mut self.wants_view)
            && let Some(offset) = self.offset(height)
        {
            area = area.vertical_scroll_offset(offset);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = area.show_rows(ui, height, look.count, |ui, range| {
            for at in range {
                let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), height));
                let Some((it, is_selected)) = row(at) else { continue };
                let response = self.row_ui(ui, rect, at, &it, is_selected, columns, look);
                if response.clicked() || response.double_clicked() {
                    self.cursor = at;
                    ui.memory_mut(|memory| memory.request_focus(look.home));
                    asked = Some(Asked::Row { at, is_left: response.double_clicked() });
                }
            }
        });
        let top = shown.state.clamped_offset().y;
        self.seen = top..top + shown.inner_rect.height();
        asked
    }

    /// Where the rows have to be scrolled for the cursor to be in view, if they have to.
    fn offset(&self, height: f32) -> Option<f32> {
        let top = style::number(self.cursor) * height;
        let in_view = self.seen.end - self.seen.start;
        if top < self.seen.start {
            Some(top)
        } else if top + height > self.seen.end && in_view > height {
            Some(top + height - in_view)
        } else {
            None
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one row of one grid")]
    fn row_ui(
        &self,
        ui: &Ui,
        rect: Rect,
        at: usize,
        it: &GridRow,
        is_selected: bool,
        columns: &Columns,
        look: &Look<'_>,
    ) -> Response {
        let tone = |tone| style::color(look.theme, tone);
        // Not a stop of the Tab key: the arrows walk the rows.
        let id = look.home.with(("row", at));
        let response = ui.interact(rect, id, Sense::CLICK);
        let name = it.spoken(look.text);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &name));
        let has_focus = ui.memory(|memory| memory.has_focus(look.home));
        if at == self.cursor && has_focus {
            ui.ctx().accesskit_node_builder(look.home, |node| {
                node.set_active_descendant(id.accesskit_id());
            });
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let fill = if is_selected { Some(Tone::AccentSoft) } else { None };
        let fill = fill.or(response.hovered().then_some(Tone::Header));
        if let Some(fill) = fill {
            painter.rect_filled(rect, 0.0, tone(fill));
        }
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tone(Tone::Line)));
        it.paint_title(&painter, columns, rect, look.theme);
        for (at, value) in it.values.iter().enumerate() {
            value.paint(&painter, columns.cell(rect, at), look.text, look.theme);
        }
        if at == self.cursor && has_focus {
            let ring = Stroke::new(crate::theme::FOCUS_RING, tone(Tone::Accent));
            painter.rect_stroke(rect.shrink(1.0), 4.0, ring, egui::StrokeKind::Inside);
        }
        // What was cut off.
        let whole = [it.title.as_str(), it.note.as_str()];
        response.on_hover_text(whole.join("\n").trim_end())
    }
}

impl Columns {
    fn new(ui: &Ui, rect: Rect, look: &Look<'_>) -> Self {
        let font = style::font(Weight::Medium, type_size::SMALL);
        let widest = (0..7).fold(0.0_f32, |widest, at| {
            let name = column_name(look.text, at);
            let width = ui.painter().layout_no_wrap(name, font.clone(), Color32::PLACEHOLDER);
            widest.max(width.size().x)
        });
        let room = rect.width() - 2.0 * PADDING;
        let cell = ((room - LEAST_TITLE) / 7.0).clamp(LEAST_CELL, (widest + 20.0).max(LEAST_CELL));
        Self { left: rect.left() + PADDING, title: (room - 7.0 * cell).max(80.0), cell }
    }

    fn title(&self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(self.left..=self.left + self.title, row.y_range())
    }

    fn cell(&self, row: Rect, at: usize) -> Rect {
        let left = self.left + self.title + self.cell * style::number(at);
        Rect::from_x_y_ranges(left..=left + self.cell, row.y_range())
    }
}

/// The six qualities, and the mean.
fn column_name(text: &Text, at: usize) -> String {
    match Quality::ALL.get(at) {
        Some(&quality) => words::quality(text, quality),
        None => text.audit_mean(),
    }
}

fn head_ui(ui: &mut Ui, columns: &Columns, look: &Look<'_>) -> Option<Asked> {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEAD));
    let mut asked = None;
    let title = columns.title(rect);
    let is_plain = look.sorted.is_none();
    let name = look.text.audit_touchpoint();
    if head_button(ui, title, &name, is_plain, Align2::LEFT_CENTER, look).clicked() {
        asked = Some(Asked::Sort(None));
    }
    for at in 0..7 {
        let name = column_name(look.text, at);
        let cell = columns.cell(rect, at);
        let is_sorted = look.sorted == Some(at);
        if head_button(ui, cell, &name, is_sorted, Align2::CENTER_CENTER, look).clicked() {
            asked = Some(Asked::Sort((!is_sorted).then_some(at)));
        }
    }
    asked
}

fn head_button(
    ui: &Ui,
    rect: Rect,
    name: &str,
    is_sorted: bool,
    align: Align2,
    look: &Look<'_>,
) -> Response {
    let sense = if look.is_sortable { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, look.home.with(("head", name)), sense);
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_sorted, name));
    if is_sorted {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_sort_direction(accesskit::SortDirection::Ascending);
        });
    }
    let ink = if is_sorted || (look.is_sortable && response.hovered()) {
        Tone::Text
    } else {
        Tone::Secondary
    };
    let font =
        style::font(if is_sorted { Weight::SemiBold } else { Weight::Medium }, type_size::SMALL);
    let ink = style::color(look.theme, ink);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 4.0);
    let galley = painter.layout_job(job);
    let at = align.align_size_within_rect(galley.size(), rect).min;
    painter.galley(at, galley, ink);
    response.on_hover_text(name)
}

fn means_ui(ui: &mut Ui, columns: &Columns, means: &[Value; 7], look: &Look<'_>) {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 36.0));
    let tone = |tone| style::color(look.theme, tone);
    let named = means.iter().enumerate().map(|(at, value)| {
        look.text.quality_value(column_name(look.text, at), value.words(look.text))
    });
    let name = format!("{}: {}", look.text.audit_mean(), named.collect::<Vec<_>>().join(", "));
    let response = ui.interact(rect, look.home.with("means"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &name));
    let painter = ui.painter();
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let at = columns.title(rect).left_center();
    painter.text(at, Align2::LEFT_CENTER, look.text.audit_mean(), font, tone(Tone::Text));
    for (at, value) in means.iter().enumerate() {
        value.paint(painter, columns.cell(rect, at), look.text, look.theme);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tone(Tone::Quiet)));
}

impl GridRow {
    /// The whole row for those who hear it.
    fn spoken(&self, text: &Text) -> String {
        let values = self.values.iter().enumerate().filter(|(_, value)| **value != Value::None);
        let values = values
            .map(|(at, value)| text.quality_value(column_name(text, at), value.words(text)))
            .collect::<Vec<_>>();
        let mark = super::spoken::mark(text, self.mark);
        let mark = match self.mark_before {
            Some(before) => format!("{} → {mark}", super::spoken::mark(text, before)),
            None => mark,
        };
        let values = if values.is_empty() { text.quality_not_rated() } else { values.join(", ") };
        let note = if self.note.is_empty() { String::new() } else { format!("; {}", self.note) };
        format!("{}, {mark}: {values}{note}", self.title)
    }

    fn paint_title(&self, painter: &Painter, columns: &Columns, row: Rect, theme: Theme) {
        let tone = |tone| style::color(theme, tone);
        let title = columns.title(row);
        let mut left = title.left() + 6.0;
        let y = if self.note.is_empty() { row.center().y } else { row.top() + 14.0 };
        if let Some(before) = self.mark_before {
            mark::paint(painter, Pos2::new(left, y), 9.0, before, theme);
            let font = style::font(Weight::Regular, type_size::SMALL);
            let at = Pos2::new(left + 14.0, y);
            painter.text(at, Align2::CENTER_CENTER, "→", font, tone(Tone::Secondary));
            left += 28.0;
        }
        mark::paint(painter, Pos2::new(left, y), 9.0, self.mark, theme);
        left += 14.0;
        let room = (title.right() - 12.0 - left).max(0.0);
        let ink = if self.is_there { Tone::Text } else { Tone::Secondary };
        let font = style::font(Weight::Regular, type_size::BODY);
        style::text_in(painter, Pos2::new(left, y), &self.title, room, (font, tone(ink)));
        if !self.note.is_empty() {
            let font = style::font(Weight::Regular, type_size::SMALL);
            let at = Pos2::new(left, row.bottom() - 14.0);
            style::text_in(painter, at, &self.note, room, (font, tone(Tone::Secondary)));
        }
    }
}

/// A place of its own for a grid, so that what is drawn beside it does not move it.
pub fn place(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    add(&mut child);
    ui.advance_cursor_after_rect(rect);
}
