//! Quick add: a line below the map that becomes a card with Enter and stays open for the next. It
//! says before what Enter will do, and offers the names that the part at the caret could be.

mod words;

use super::{
    App,
    canvas::Canvas,
    choices::{Choices, ROW_HEIGHT},
    page::Page,
    request::{Pane, Request},
    style,
    text_field::{Composing, begin},
};
use crate::{
    catalog,
    editor::{
        Action, NewCard, Selection,
        quick_add::{Added, Completion, Kind, Line, Names, Plan},
    },
    font::Weight,
    model::{Cell, Mark, limit},
    text::{Language, Text},
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align, Align2, Area, Button, Event, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers,
    Order, Panel, Rect, RichText, TextEdit, Ui, UiBuilder, Vec2, accesskit,
    text::{CCursor, CCursorRange, LayoutJob, TextFormat},
};
use lucide_icons::Icon;
use std::ops::Range;

/// Height of the strip in points.
pub const HEIGHT: f32 = 76.0;
/// Of the line: longer ones are hard to read.
const WIDTH: f32 = 800.0;
const FIELD_HEIGHT: f32 = 32.0;
const LIST_WIDTH: f32 = 440.0;
const MOST_ROWS: u8 = 8;

/// The line while it is open.
#[derive(Default)]
pub struct QuickAdd {
    is_open: bool,
    wants_focus: bool,
    typed: String,
    /// In bytes.
    caret: usize,
    names: Names,
    /// The state of the project that the names are from.
    learned: Option<u64>,
    /// What the plan and the completions are for.
    looked: Option<Looked>,
    plan: Option<Plan>,
    /// Where a line would go that says nothing yet.
    place: Option<Plan>,
    completions: Vec<Completion>,
    choices: Choices,
    /// Where the list of completions is.
    list: Option<Rect>,
    composing: Composing,
    /// Where the last line went.
    last: Option<Cell>,
    added: Option<Added>,
    painted: Option<(String, Theme, LayoutJob)>,
}

#[derive(PartialEq)]
struct Looked {
    typed: String,
    caret: usize,
    revision: u64,
    selection: Selection,
}

impl App {
    /// Opens the line, or goes back to it.
    pub(super) fn open_quick_add(&mut self) {
        let line = &mut self.quick_add;
        if !line.is_open {
            line.is_open = true;
            line.names = names(&self.text);
            line.learned = None;
            line.looked = None;
            line.added = None;
        }
        line.wants_focus = true;
    }

    /// How much of the map's lower edge is taken: by the line, and by what floats above it.
    pub(super) fn covered_below(&self) -> f32 {
        if self.document.is_none() || self.page() != Page::Map {
            return 0.0;
        }
        self.canvas.floor + if self.quick_add.is_open { HEIGHT } else { 0.0 }
    }

    /// Draws the strip with the line, if it is open.
    pub(super) fn quick_add_ui(&mut self, ui: &mut Ui, theme: Theme) {
        let Self { document: Some(document), text, requests, quick_add, host, .. } = self else {
            return;
        };
        if !quick_add.is_open || document.editor.map().is_none() {
            return;
        }
        let today = (host.today)();
        let mut pane = Pane { editor: &document.editor, text, theme, today, requests };
        let frame = Frame::new()
            .fill(style::color(theme, Tone::Panel))
            .inner_margin(Margin::symmetric(16, 8));
        Panel::bottom("quick add").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let size = Vec2::new(room.width().min(WIDTH), room.height());
            let builder = UiBuilder::new()
                .max_rect(Rect::from_center_size(room.center(), size))
                .accessibility_role(accesskit::Role::Region)
                .accessibility_label(pane.text.quick_add_title());
            quick_add.ui(&mut ui.new_child(builder), &mut pane);
            ui.advance_cursor_after_rect(room);
        });
    }

    /// Makes the cards of some lines.
    pub(super) fn add_lines(&mut self, lines: &str) {
        let Self { document: Some(document), quick_add, .. } = self else {
            return;
        };
        let added = document.editor.add_lines(lines, &quick_add.names, quick_add.last);
        if let Some(added) = added {
            quick_add.last = Some(added.cell);
            quick_add.added = Some(added);
            quick_add.typed.clear();
            quick_add.wants_focus = true;
        }
    }
}

/// The catalogue in every language, and what the marks are called.
fn names(text: &Text) -> Names {
    let entries = Language::iter().flat_map(|&language| catalog::entries(language));
    let entries = entries.map(|entry| NewCard::Catalog {
        key: entry.key.to_owned(),
        title: entry.title.to_owned(),
        period: entry.period,
        control: entry.control,
    });
    let words = [
        (Mark::Positive, text.quick_add_word_positive()),
        (Mark::Decision, text.quick_add_word_decision()),
        (Mark::Friction, text.quick_add_word_friction()),
    ];
    let marks = words.map(|(mark, word)| (mark, super::mark::name(text, Some(mark)), word));
    Names { entries: entries.collect(), marks: marks.to_vec(), ..Names::default() }
}

impl QuickAdd {
    fn id() -> Id {
        Id::unique("quick add")
    }

    fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
        self.keys(ui, pane);
        self.look(pane);
        let line = Vec2::new(ui.available_width(), FIELD_HEIGHT);
        let field = ui
            .allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
                if style::icon_button_here(ui, Icon::X, &pane.text.quick_add_close()).clicked() {
                    self.close(ui);
                }
                self.field_ui(ui, pane)
            })
            .inner;
        self.look(pane);
        self.foot_ui(ui, pane);
        self.list_ui(ui, field, pane);
    }

    /// Takes the keys that are not the field's.
    fn keys(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        let is_ours = ui.memory(|memory| memory.has_focus(Self::id()));
        if self.composing.has_keys(ui) || !is_ours {
            return;
        }
        self.choices.keys(ui, None);
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if !self.choices.is_empty() && pressed(Modifiers::NONE, Key::Tab) {
            self.accept(ui, self.choices.at().unwrap_or(0));
        } else if pressed(Modifiers::NONE, Key::Enter) {
            match self.choices.at() {
                Some(at) => self.accept(ui, at),
                None if self.plan.is_some() => pane.push(Request::AddLines(self.typed.clone())),
                None => {}
            }
        } else if pressed(Modifiers::NONE, Key::Escape) {
            if self.choices.at().is_some() {
                self.choices.leave();
            } else {
                self.close(ui);
            }
        } else if self.typed.is_empty() && pressed(Modifiers::COMMAND, Key::Z) {
            pane.push(Request::Perform(Action::Undo));
        }
        if let Some(lines) = ui.input_mut(take_lines) {
            pane.push(Request::AddLines(lines));
        }
    }

    fn close(&mut self, ui: &Ui) {
        self.is_open = false;
        ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
        ui.request_repaint();
    }

    /// What was typed is looked at again when it, the project or the selection changed.
    fn look(&mut self, pane: &Pane<'_>) {
        let editor = pane.editor;
        let is_same = self.looked.as_ref().is_some_and(|looked| {
            looked.typed == self.typed
                && looked.caret == self.caret
                && looked.revision == editor.revision()
                && looked.selection == *editor.selection()
        });
        if is_same {
            return;
        }
        let revision = editor.revision();
        if self.learned != Some(revision) {
            self.learned = Some(revision);
            self.names.learn(editor.project());
        }
        self.plan = editor.plan_line(&self.typed, &self.names, self.last);
        let titled = format!("{} x", self.typed);
        self.place = match &self.plan {
            Some(_) => None,
            None => editor.plan_line(&titled, &self.names, self.last),
        };
        self.completions = editor.complete_line(&self.typed, self.caret, &self.names);
        // What is there already is no way to go on.
        self.completions.retain(|it| {
            self.typed.get(it.range.clone()).is_some_and(|there| there.trim() != it.insert.trim())
        });
        let rows = self.completions.iter().map(|it| words::choice(pane.text, it)).collect();
        self.choices.set(rows, None);
        self.looked = Some(Looked {
            typed: self.typed.clone(),
            caret: self.caret,
            revision,
            selection: editor.selection().clone(),
        });
    }

    fn field_ui(&mut self, ui: &mut Ui, pane: &Pane<'_>) -> Rect {
        let theme = pane.theme;
        let tone = |tone| style::color(theme, tone);
        let (mut painted, names) = (self.painted.take(), &self.names);
        let editor = pane.editor;
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _: f32| {
            let text = text.as_str();
            if painted.as_ref().is_none_or(|(of, in_, _)| of != text || *in_ != theme) {
                let parts = editor.read_line(text, names);
                painted = Some((text.to_owned(), theme, job_of(text, &parts, theme)));
            }
            let job = painted.as_ref().map(|(.., job)| job.clone()).unwrap_or_default();
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let field = TextEdit::singleline(&mut self.typed)
            .id(Self::id())
            .prefix(style::icon(Icon::Plus).color(tone(Tone::Secondary)))
            .hint_text(pane.text.quick_add_hint())
            .font(style::font(Weight::Regular, type_size::LARGE))
            .background_color(tone(Tone::Band))
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, FIELD_HEIGHT))
            .align(Align2::LEFT_CENTER)
            .return_key(None)
            .event_filter(EventFilter {
                tab: !self.completions.is_empty(),
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            })
            .layouter(&mut layouter)
            .char_limit(limit::LINE);
        let output = field.show(ui);
        self.painted = painted;
        // Without the keyboard it has none, and what it was stays.
        if let Some(range) = output.cursor_range {
            self.caret = byte_of(&self.typed, range.primary.index.0);
        }
        let response = output.response.response.accessible_name(pane.text.quick_add_title());
        if std::mem::take(&mut self.wants_focus) {
            begin(ui, Self::id(), &self.typed);
        }
        let said = self.said(pane.text);
        ui.ctx().accesskit_node_builder(Self::id(), |node| {
            node.set_role(accesskit::Role::EditableComboBox);
            node.set_expanded(false);
            node.set_description(said);
        });
        response.rect
    }

    /// What Enter will do, in words.
    fn said(&self, text: &Text) -> String {
        match (&self.plan, &self.place) {
            (Some(plan), _) => words::plan(text, plan),
            (None, Some(place)) => text.quick_add_goes_to(words::place(text, place)),
            (None, None) => String::new(),
        }
    }

    /// Below the field: what Enter will do, or what it did.
    fn foot_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let secondary = style::color(pane.theme, Tone::Secondary);
        let small = |words: String| RichText::new(words).size(type_size::SMALL).color(secondary);
        let is_wide = ui.available_width() > 520.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.set_height(20.0);
            ui.add_space(36.0);
            // What Enter will do needs the room more.
            if is_wide && self.plan.is_none() {
                ui.label(small(pane.text.quick_add_keys()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(8.0);
                let added = self.added.as_ref().filter(|added| {
                    self.typed.is_empty() && added.revision == pane.editor.revision()
                });
                if let Some(added) = added {
                    let words = words::added(pane.text, added);
                    ui.label(style::icon(Icon::Check).color(secondary));
                    let undo =
                        Button::new(RichText::new(pane.text.toast_undo()).underline()).frame(false);
                    ui.add(egui::Label::new(words).truncate());
                    if ui.add(undo).clicked() {
                        pane.push(Request::Perform(Action::Undo));
                        self.wants_focus = true;
                    }
                    return;
                }
                if let Some(mark) = self.plan.as_ref().and_then(|plan| plan.mark) {
                    super::mark::shape_ui(ui, Some(mark), 9.0, pane.theme);
                }
                let tone = if self.plan.is_some() { Tone::Text } else { Tone::Secondary };
                let words = RichText::new(self.said(pane.text));
                let words = words.color(style::color(pane.theme, tone));
                ui.add(egui::Label::new(words).truncate());
            });
        });
    }

    /// The completions, above the field.
    fn list_ui(&mut self, ui: &Ui, field: Rect, pane: &Pane<'_>) {
        // A click in the list takes the keyboard from the field, for a moment.
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let is_in_list = self.list.zip(pointer).is_some_and(|(list, at)| list.contains(at));
        let has_focus = ui.memory(|memory| memory.has_focus(Self::id()));
        if !(has_focus || is_in_list) || self.completions.is_empty() {
            self.list = None;
            return;
        }
        let width = LIST_WIDTH.min(field.width());
        let height = ROW_HEIGHT * f32::from(MOST_ROWS);
        let room = (field.top() - ui.ctx().content_rect().top() - 24.0).max(ROW_HEIGHT);
        let clicked = Area::new(Id::unique("completions"))
            .order(Order::Foreground)
            .pivot(Align2::LEFT_BOTTOM)
            .fixed_pos(field.left_top() - Vec2::new(0.0, 4.0))
            .fade_in(false)
            .show(ui, |ui| {
                Frame::popup(ui.style()).inner_margin(4).show(ui, |ui| {
                    ui.set_width(width - 10.0);
                    let name = pane.text.quick_add_completions();
                    self.choices.ui(ui, Self::id(), name, height.min(room), pane.theme)
                })
            });
        self.list = Some(clicked.response.rect);
        if let Some(at) = clicked.inner.inner {
            self.accept(ui, at);
        }
    }

    /// Puts a completion into the line.
    fn accept(&mut self, ui: &Ui, at: usize) {
        let Some(it) = self.completions.get(at) else {
            return;
        };
        let Range { start, end } = it.range.clone();
        if self.typed.get(start..end).is_none() {
            return;
        }
        let mut insert = it.insert.clone();
        // One space is enough.
        if insert.ends_with(' ') && self.typed[end..].starts_with(' ') {
            insert.pop();
        }
        self.typed.replace_range(start..end, &insert);
        self.caret = start + insert.len();
        let chars = self.typed[..self.caret].chars().count();
        ui.memory_mut(|memory| memory.request_focus(Self::id()));
        let mut state = TextEdit::load_state(ui, Self::id()).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(chars))));
        state.store(ui, Self::id());
        self.choices.leave();
        ui.request_repaint();
    }
}

/// Several lines that are pasted, taken out of the events: each is a card.
fn take_lines(input: &mut egui::InputState) -> Option<String> {
    let is_several = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count() > 1;
    let at = input
        .events
        .iter()
        .position(|event| matches!(event, Event::Paste(text) if is_several(text)))?;
    match input.events.remove(at) {
        Event::Paste(text) => Some(text),
        _ => None,
    }
}

fn byte_of(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(at, _)| at)
}

/// The line with its parts told apart.
fn job_of(text: &str, line: &Line, theme: Theme) -> LayoutJob {
    let tone = |tone| style::color(theme, tone);
    let format = |weight, ink| TextFormat::simple(style::font(weight, type_size::LARGE), tone(ink));
    let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
    job.keep_trailing_whitespace = true;
    let mut parts: Vec<_> = line.parts.iter().filter(|part| part.kind != Kind::Title).collect();
    parts.sort_by_key(|part| part.range.start);
    let mut at = 0;
    let mut append = |range: Range<usize>, format: TextFormat| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            job.append(text, 0.0, format);
        }
    };
    for part in parts {
        let Range { start, end } = part.range.clone();
        append(at..start.max(at), format(Weight::Regular, Tone::Text));
        let (weight, ink) = match part.kind {
            Kind::Stage | Kind::Step => (Weight::SemiBold, Tone::Text),
            Kind::Mark => (Weight::SemiBold, super::mark::tones(line.mark).0),
            _ => (Weight::Medium, Tone::Accent),
        };
        append(start.max(at)..end, format(weight, ink));
        at = at.max(end);
    }
    append(at..text.len(), format(Weight::Regular, Tone::Text));
    if job.sections.is_empty() {
        job.append("", 0.0, format(Weight::Regular, Tone::Text));
    }
    job
}
