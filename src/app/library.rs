//! The library at the left: the catalogue by period, a search field, own touchpoints typed
//! straight in, and below it the inbox.

pub mod row;
mod search;

use self::{
    row::{paint_row, paint_title, row_keys, take_out},
    search::{count_uses, find},
};
use super::{
    focus,
    inbox::Inbox,
    request::{Pane, Request},
    style, text_field, words,
};
use crate::{
    catalog::Entry,
    editor::NewCard,
    font::Weight,
    model::{MapId, Period},
    text::Language,
    theme::{Tone, type_size},
};
use egui::{
    Button, CursorIcon, Id, Key, Panel, RichText, Role, ScrollArea, Sense, TextEdit, Ui, Vec2,
    WidgetInfo,
};
use lucide_icons::Icon;
use std::collections::{BTreeSet, HashMap};

const ROW_HEIGHT: f32 = 28.0;

/// The library's state.
#[derive(Default)]
pub struct Library {
    search: String,
    /// Ctrl+F was pressed.
    wants_focus: bool,
    /// Counted for a state of the project and a map.
    counted: Option<(u64, MapId)>,
    counts: HashMap<String, usize>,
    /// Periods whose entries are folded away.
    closed: BTreeSet<Period>,
    inbox: Inbox,
    /// Ids of the rows drawn in the last frame, from top to bottom.
    rows: Vec<Id>,
}

impl Library {
    /// Another project is shown: nothing that was counted is true any more.
    pub fn forget(&mut self) {
        self.counted = None;
    }

    /// Where the inbox was in the last frame.
    pub fn inbox_rect(&self) -> egui::Rect {
        self.inbox.rect()
    }

    /// The search field takes the keyboard.
    pub fn focus_search(&mut self) {
        self.wants_focus = true;
    }

    /// Draws the library.
    pub fn ui(&mut self, ui: &mut Ui, language: Language, pane: &mut Pane<'_>) {
        self.count(pane);
        Panel::bottom("inbox")
            .resizable(true)
            .default_size(184.0)
            .size_range(88.0..=(ui.available_height() * 0.7).max(88.0))
            .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 8)))
            .show(ui, |ui| self.inbox.ui(ui, pane));
        egui::CentralPanel::no_frame().show(ui, |ui| {
            egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 12)).show(ui, |ui| {
                let search = self.search_ui(ui, pane);
                let found = find(language, &self.search);
                self.keys(ui, search, &found, pane);
                self.rows.clear();
                ScrollArea::vertical().id_salt("library").auto_shrink(false).show(ui, |ui| {
                    focus::followed(ui, |ui| {
                        if found.is_empty() {
                            self.nothing_ui(ui, pane);
                        } else if self.search.trim().is_empty() {
                            self.periods_ui(ui, &found, pane);
                        } else {
                            for entry in &found {
                                self.entry_ui(ui, entry, pane);
                            }
                            self.add_ui(ui, pane);
                        }
                    });
                });
            });
        });
    }

    fn count(&mut self, pane: &Pane<'_>) {
        let Some(map) = pane.editor.map() else {
            self.counts.clear();
            self.counted = None;
            return;
        };
        let state = Some((pane.editor.revision(), map.id));
        if self.counted != state {
            self.counted = state;
            self.counts = count_uses(map);
            self.inbox.refresh(map);
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) -> Id {
        let quiet = style::color(pane.theme, Tone::Quiet);
        let field = TextEdit::singleline(&mut self.search)
            .id_salt("library search")
            .prefix(style::icon(Icon::Search).color(quiet))
            .hint_text(pane.text.library_search())
            .background_color(style::color(pane.theme, Tone::Band))
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, 32.0))
            .align(egui::Align2::LEFT_CENTER)
            .char_limit(crate::model::limit::LINE);
        let response = ui.add(field).accessible_name(pane.text.library_search());
        if std::mem::take(&mut self.wants_focus) {
            // What was searched for last is there, and typing replaces it.
            text_field::begin(ui, response.id, &self.search);
        }
        ui.add_space(4.0);
        response.id
    }

    /// Enter in the search field takes the first match, else adds a touchpoint of that name; the
    /// arrows walk the list; Escape empties the field.
    fn keys(&mut self, ui: &Ui, search: Id, found: &[&Entry], pane: &mut Pane<'_>) {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let focused = ui.memory(egui::Memory::focused);
        let typed = self.search.trim();
        let left_field =
            focused.is_none() && ui.memory(|memory| memory.had_focus_last_frame(search));
        if left_field && pressed(Key::Enter) && !typed.is_empty() {
            let card = match found.first() {
                Some(entry) => card_of(entry),
                None => NewCard::Typed { title: typed.to_owned() },
            };
            pane.push(Request::Put(card));
            self.search.clear();
            ui.memory_mut(|memory| memory.request_focus(search));
            return;
        }
        if left_field && pressed(Key::Escape) {
            self.search.clear();
            return;
        }
        let step: isize = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
            (true, false) => 1,
            (false, true) => -1,
            _ => return,
        };
        let at = self.rows.iter().position(|&row| Some(row) == focused);
        let next = match at {
            Some(at) => at.checked_add_signed(step),
            None if focused == Some(search) && step > 0 => Some(0),
            None => return,
        };
        match next {
            Some(next) => {
                if let Some(&row) = self.rows.get(next) {
                    ui.memory_mut(|memory| memory.request_focus(row));
                }
            }
            // Up from the first row: back to the field.
            None => ui.memory_mut(|memory| memory.request_focus(search)),
        }
    }

    fn periods_ui(&mut self, ui: &mut Ui, found: &[&Entry], pane: &mut Pane<'_>) {
        for period in Period::ALL {
            let is_open = !self.closed.contains(&period);
            if period_ui(ui, period, is_open, pane) && !self.closed.remove(&period) {
                self.closed.insert(period);
            }
            if is_open {
                for entry in found.iter().filter(|entry| entry.period == period) {
                    self.entry_ui(ui, entry, pane);
                }
                ui.add_space(8.0);
            }
        }
    }

    fn entry_ui(&mut self, ui: &mut Ui, entry: &Entry, pane: &mut Pane<'_>) {
        ui.spacing_mut().item_spacing.y = 4.0;
        let id = Id::unique("library entry").with(entry.key);
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW_HEIGHT));
        // The next one out of view too: Tab goes there, and it comes into view.
        let is_near = ui.clip_rect().expand(ROW_HEIGHT + 8.0).intersects(rect);
        if !is_near && ui.memory(egui::Memory::focused) != Some(id) {
            self.rows.push(id);
            return;
        }
        let used = self.counts.get(entry.key).copied().unwrap_or_default();
        let name = match used {
            0 => entry.title.to_owned(),
            used => pane.text.library_entry_used(entry.title, used),
        };
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        self.rows.push(id);
        row_keys(ui, id);
        paint_row(ui, &response, pane);
        let tone = |tone| style::color(pane.theme, tone);
        let painter = ui.painter_at(rect);
        let grip = style::icon_font(type_size::BODY);
        let middle = rect.center().y;
        painter.text(
            egui::pos2(rect.left() + 8.0, middle),
            egui::Align2::LEFT_CENTER,
            char::from(Icon::GripVertical),
            grip,
            tone(Tone::Quiet),
        );
        let mut room = rect.width() - 36.0;
        if used > 0 {
            let count = painter.text(
                egui::pos2(rect.right() - 8.0, middle),
                egui::Align2::RIGHT_CENTER,
                pane.text.library_used(used),
                style::font(Weight::Regular, type_size::SMALL),
                tone(Tone::Secondary),
            );
            room -= count.width() + 8.0;
        }
        paint_title(
            &painter,
            egui::pos2(rect.left() + 28.0, middle),
            entry.title,
            room,
            tone(Tone::Text),
        );
        take_out(ui, &response, || card_of(entry), pane);
        response.on_hover_cursor(CursorIcon::Grab);
    }

    fn nothing_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let tone = style::color(pane.theme, Tone::Secondary);
        ui.label(RichText::new(pane.text.library_nothing()).color(tone));
        self.add_ui(ui, pane);
    }

    fn add_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let title = self.search.trim().to_owned();
        if title.is_empty() {
            return;
        }
        let label = pane.text.library_add(&title);
        let ink = style::color(pane.theme, Tone::Accent);
        let button =
            Button::new((style::icon(Icon::Plus).color(ink), RichText::new(&label).color(ink)))
                .truncate()
                .min_size(Vec2::new(ui.available_width(), ROW_HEIGHT))
                .sense(Sense::click_and_drag());
        let response = ui.add(button).accessible_name(label);
        self.rows.push(response.id);
        if response.clicked() {
            pane.push(Request::Put(NewCard::Typed { title }));
            self.search.clear();
        } else if response.drag_started()
            && let Some(at) = response.interact_pointer_pos()
        {
            pane.push(Request::Carry(NewCard::Typed { title }, at));
            self.search.clear();
        }
    }
}

/// The heading of a period; gives whether it was folded or unfolded.
fn period_ui(ui: &mut Ui, period: Period, is_open: bool, pane: &Pane<'_>) -> bool {
    let name = words::period(pane.text, period);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 24.0));
    let response = ui.interact(rect, Id::unique(("period", period)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, &name));
    let lit = response.hovered() || response.has_focus();
    let tone = if lit { Tone::Text } else { Tone::Secondary };
    let ink = style::color(pane.theme, tone);
    let painter = ui.painter_at(rect);
    let left = painter.text(
        rect.left_center(),
        egui::Align2::LEFT_CENTER,
        name.to_uppercase(),
        style::font(Weight::Medium, type_size::SMALL),
        ink,
    );
    let arrow = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    painter.text(
        egui::pos2(left.right() + 6.0, rect.center().y),
        egui::Align2::LEFT_CENTER,
        char::from(arrow),
        style::icon_font(type_size::BODY),
        ink,
    );
    response.clicked()
}

fn card_of(entry: &Entry) -> NewCard {
    NewCard::Catalog {
        key: entry.key.to_owned(),
        title: entry.title.to_owned(),
        period: entry.period,
        control: entry.control,
    }
}
