//! The library at the left: the catalogue by period, a search field, own touchpoints typed
//! straight in, and below it the inbox.

use super::{
    inbox::Inbox,
    request::{Pane, Request},
    style, words,
};
use crate::{
    catalog::{self, Entry},
    editor::NewCard,
    font::Weight,
    model::{JourneyMap, MapId, Period},
    text::Language,
    theme::{Tone, type_size},
};
use egui::{
    Button, CursorIcon, EventFilter, Id, Key, Panel, RichText, Role, ScrollArea, Sense, TextEdit,
    Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;
use std::collections::{BTreeMap, BTreeSet};

const ROW_HEIGHT: f32 = 28.0;

/// The library's state.
#[derive(Default)]
pub struct Library {
    search: String,
    /// Ctrl+F was pressed.
    wants_focus: bool,
    /// Counted for a state of the project and a map.
    counted: Option<(u64, MapId)>,
    counts: BTreeMap<String, usize>,
    /// Periods whose entries are folded away.
    closed: BTreeSet<Period>,
    inbox: Inbox,
    /// Ids of the rows drawn in the last frame, from top to bottom.
    rows: Vec<Id>,
}

impl Library {
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
                let entries = catalog::entries(language);
                let found = find(entries, &self.search);
                self.keys(ui, search, &found, pane);
                self.rows.clear();
                ScrollArea::vertical().id_salt("library").auto_shrink(false).show(ui, |ui| {
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
            response.request_focus();
        }
        ui.add_space(4.0);
        response.id
    }

    /// Enter in the search field takes the first match, else adds a touchpoint of that name; the
    /// arrows walk the list; Escape empties the field.
    fn keys(&mut self, ui: &Ui, search: Id, found: &[&Entry], pane: &mut Pane<'_>) {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let focused = ui.memory(|memory| memory.focused());
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
        if !ui.is_rect_visible(rect) && ui.memory(|memory| memory.focused()) != Some(id) {
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
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
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

/// The arrows walk the list instead of leaving it.
pub fn row_keys(ui: &Ui, id: Id) {
    ui.memory_mut(|memory| {
        if memory.has_focus(id) {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(id, filter);
        }
    });
}

/// Paints the frame of a row.
pub fn paint_row(ui: &Ui, response: &egui::Response, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let line = if response.has_focus() { Tone::Accent } else { Tone::Line };
    let fill = if response.hovered() { Tone::Header } else { Tone::Panel };
    ui.painter().rect(
        response.rect,
        6.0,
        tone(fill),
        egui::Stroke::new(1.0, tone(line)),
        egui::StrokeKind::Inside,
    );
}

/// Paints a title, cut off where it does not fit.
pub fn paint_title(
    painter: &egui::Painter,
    left_center: egui::Pos2,
    title: &str,
    room: f32,
    ink: egui::Color32,
) {
    let font = style::font(Weight::Regular, type_size::BODY);
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    let at = egui::pos2(left_center.x, left_center.y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
}

/// A row's card leaves the panel: dragged, or put with Enter or a double click.
pub fn take_out(
    ui: &Ui,
    response: &egui::Response,
    card: impl Fn() -> NewCard,
    pane: &mut Pane<'_>,
) {
    let entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.drag_started() {
        if let Some(at) = response.interact_pointer_pos() {
            pane.push(Request::Carry(card(), at));
        }
    } else if response.double_clicked() || entered {
        pane.push(Request::Put(card()));
    } else if response.clicked() {
        response.request_focus();
    }
}

fn card_of(entry: &Entry) -> NewCard {
    NewCard::Catalog {
        key: entry.key.to_owned(),
        title: entry.title.to_owned(),
        period: entry.period,
        control: entry.control,
    }
}

/// The entries that a search finds: every typed word begins or is part of a word of theirs.
fn find<'a>(entries: &'a [Entry], search: &str) -> Vec<&'a Entry> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    entries
        .iter()
        .filter(|entry| {
            let title = entry.title.to_lowercase();
            let keywords = entry.keywords.to_lowercase();
            words.iter().all(|word| title.contains(word) || keywords.contains(word))
        })
        .collect()
}

/// How often each entry of the catalogue is used on a map.
fn count_uses(map: &JourneyMap) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in map.touchpoints.iter().filter_map(|card| card.catalog.as_ref()) {
        match counts.get_mut(key) {
            Some(count) => *count += 1,
            None => {
                counts.insert(key.clone(), 1);
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Control;

    #[test]
    fn every_typed_word_must_be_found() {
        let entry = |key, title, keywords| Entry {
            key,
            title,
            period: Period::Before,
            control: Control::Direct,
            keywords,
        };
        let entries = [
            entry("a", "Word of mouth", "referral friend"),
            entry("b", "Online advertising", "ads banner"),
            entry("c", "Отзывы", "reviews"),
        ];
        for (search, expected) in [
            ("", vec!["a", "b", "c"]),
            ("  WORD ", vec!["a"]),
            ("ban onl", vec!["b"]),
            ("отзыв", vec!["c"]),
            ("word banner", vec![]),
        ] {
            let keys: Vec<_> = find(&entries, search).iter().map(|entry| entry.key).collect();
            assert_eq!(keys, expected, "{search}");
        }
    }
}
