//! The snapshots that reviews kept, and what has changed since one of them.

use crate::{
    app::{
        dialog::{Answer, buttons, main_button, modal},
        mark,
        request::{Next, Request},
        style, typing,
        version_dialog::row_ui,
    },
    command::Command,
    editor::{Action, Editor, Selection},
    font::Weight,
    message,
    method::review::{self, CardChange, ChangeKind, Fate, MapChanges},
    model::{Project, Snapshot, SnapshotId, limit},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align, Context, Id, Layout, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, Vec2, WidgetInfo,
};
use lucide_icons::Icon;
use std::sync::Arc;

const WIDTH: f32 = 760.0;
/// Of the list of snapshots.
const LIST: f32 = 216.0;
const GAP: f32 = 20.0;
const ROW: f32 = 28.0;
/// Of a snapshot in the list, with the gap below it.
const SNAPSHOT: f32 = 52.0;
/// Above what has changed: the name, and since when.
const HEAD: f32 = 72.0;
/// Of what happened to a card.
const KIND: f32 = 96.0;

/// Asks what a review is called.
pub struct NewReview {
    name: String,
    is_new: bool,
}

impl NewReview {
    pub fn new(name: String) -> Self {
        Self { name, is_new: true }
    }

    pub fn ui(&mut self, ctx: &Context, text: &Text, requests: &mut Vec<Request>) -> Answer {
        modal(ctx, &text.review_now_title(), 420.0, |ui| {
            ui.label(text.review_now_body());
            ui.add_space(4.0);
            let field = TextEdit::singleline(&mut self.name)
                .char_limit(limit::LINE)
                .desired_width(f32::INFINITY)
                .min_size(Vec2::new(0.0, ROW))
                .align(egui::Align2::LEFT_CENTER);
            let field = ui.add(field).accessible_name(text.review_name());
            if std::mem::take(&mut self.is_new) {
                field.request_focus();
            }
            let enters = field.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
            let mut answer = Answer::Waiting;
            buttons(ui, |ui| {
                let can = !self.name.trim().is_empty();
                let label = text.review_keep();
                let keeps = ui.add_enabled_ui(can, |ui| main_button(ui, label)).inner;
                if can && (keeps || enters) {
                    requests.push(Request::KeepSnapshot(self.name.trim().to_owned()));
                    answer = Answer::Closed;
                }
                if ui.button(text.dialog_cancel()).clicked() {
                    answer = Answer::Closed;
                }
            });
            answer
        })
    }
}

/// The dialog's state.
pub struct ReviewDialog {
    project: Project,
    revision: u64,
    chosen: Option<SnapshotId>,
    /// Since the chosen one.
    changes: Vec<MapChanges>,
    rows: Vec<Row>,
    /// The chosen one's name while it is typed.
    draft: Option<String>,
}

/// A row of what has changed: a map, or one of its cards.
#[derive(Clone, Copy)]
enum Row {
    Map(usize),
    Card(usize, usize),
}

impl ReviewDialog {
    /// On one of the snapshots, else on the last.
    pub fn new(editor: &Editor, chosen: Option<SnapshotId>) -> Self {
        let project = editor.project().clone();
        let chosen = chosen.or_else(|| project.snapshots.last().map(|it| it.id));
        let revision = editor.revision();
        let mut dialog =
            Self { project, revision, chosen, changes: vec![], rows: vec![], draft: None };
        dialog.compare();
        dialog
    }

    /// After a frame: the project may have another revision.
    pub fn follow(&mut self, editor: &Editor) {
        if self.revision != editor.revision() {
            *self = Self::new(
                editor,
                self.chosen.filter(|&id| editor.project().snapshot(id).is_some()),
            );
        }
    }

    fn compare(&mut self) {
        let snapshot = self.chosen.and_then(|id| self.project.snapshot(id));
        self.changes =
            snapshot.map(|it| review::changes_since(it, &self.project)).unwrap_or_default();
        self.rows.clear();
        for (at, map) in self.changes.iter().enumerate() {
            self.rows.push(Row::Map(at));
            self.rows.extend((0..map.cards.len()).map(|card| Row::Card(at, card)));
        }
    }

    fn choose(&mut self, id: SnapshotId) {
        self.chosen = Some(id);
        self.compare();
    }

    /// Draws the dialog.
    pub fn ui(&mut self, ctx: &Context, text: &Text, requests: &mut Vec<Request>) -> Answer {
        let theme = style::theme(ctx);
        let width = WIDTH.min(ctx.content_rect().width() - 80.0);
        modal(ctx, &text.reviews_title(), width, |ui| {
            if self.project.snapshots.is_empty() {
                ui.label(text.reviews_none());
                return self.buttons_ui(ui, text, requests);
            }
            // As high as what is in it, as far as the window is.
            let most = (ctx.content_rect().height() - 220.0).clamp(160.0, 480.0);
            let rows = HEAD + style::number(self.rows.len()) * ROW;
            let height =
                rows.max(style::number(self.project.snapshots.len()) * SNAPSHOT).clamp(160.0, most);
            let (_, rect) = ui.allocate_space(Vec2::new(width, height));
            let (left, right) = rect.split_left_right_at_x(rect.left() + LIST);
            let part = |rect: Rect, name: &str| UiBuilder::new().max_rect(rect).id_salt(name);
            self.snapshots_ui(&mut ui.new_child(part(left, "snapshots")), text, requests);
            let right = right.with_min_x(right.left() + GAP);
            let mut right = ui.new_child(part(right, "changes"));
            let jumps = self.changes_ui(&mut right, text, theme, requests);
            match self.buttons_ui(ui, text, requests) {
                Answer::Waiting if jumps => Answer::Closed,
                answer => answer,
            }
        })
    }

    fn snapshots_ui(&mut self, ui: &mut Ui, text: &Text, requests: &mut Vec<Request>) {
        let mut chosen = None;
        ScrollArea::vertical().id_salt("snapshots").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for snapshot in self.project.snapshots.iter().rev() {
                if snapshot_ui(ui, snapshot, self.chosen == Some(snapshot.id), text) {
                    chosen = Some(snapshot.id);
                }
            }
        });
        if let Some(id) = chosen.filter(|&id| self.chosen != Some(id)) {
            self.take_text(requests);
            self.choose(id);
        }
    }

    /// Gives whether a row was chosen to jump to.
    fn changes_ui(
        &mut self,
        ui: &mut Ui,
        text: &Text,
        theme: Theme,
        requests: &mut Vec<Request>,
    ) -> bool {
        let Some(snapshot) = self.chosen.and_then(|id| self.project.snapshot(id)).map(Arc::clone)
        else {
            return false;
        };
        self.name_ui(ui, &snapshot, text, requests);
        let ink = style::color(theme, Tone::Secondary);
        let day = message::day(text, snapshot.date);
        let words = if self.rows.is_empty() {
            text.reviews_unchanged(day)
        } else {
            text.reviews_changed(day)
        };
        ui.label(RichText::new(words).color(ink));
        let mut jump = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("changes").auto_shrink(false);
        area.show_rows(ui, ROW, self.rows.len(), |ui, range| {
            for row in self.rows.get(range).unwrap_or_default() {
                let size = Vec2::new(ui.available_width(), ROW);
                match *row {
                    Row::Map(at) => {
                        if let Some(map) = self.changes.get(at) {
                            map_ui(ui, size, map, text, theme);
                        }
                    }
                    Row::Card(at, card) => {
                        let Some(map) = self.changes.get(at) else { continue };
                        let Some(change) = map.cards.get(card) else { continue };
                        if change_ui(ui, size, change, text, theme) {
                            jump = Some((map.map.id, change.card.id));
                        }
                    }
                }
            }
        });
        if let Some((map, card)) = jump {
            requests.push(Request::Perform(Action::ShowMap));
            requests.push(Request::ShowMap(map));
            requests.push(Request::GoTo(Selection::touchpoint(card)));
        }
        jump.is_some()
    }

    /// The name, which can be changed where it stands.
    fn name_ui(
        &mut self,
        ui: &mut Ui,
        snapshot: &Snapshot,
        text: &Text,
        requests: &mut Vec<Request>,
    ) {
        let mut name = self.draft.clone().unwrap_or_else(|| snapshot.name.clone());
        let field = TextEdit::singleline(&mut name)
            .id(Id::unique(("snapshot name", snapshot.id)))
            .font(style::font(Weight::SemiBold, type_size::BODY))
            .char_limit(limit::LINE)
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, ROW))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(field).accessible_name(text.review_name());
        if field.changed() {
            self.draft = Some(name);
        }
        if field.lost_focus() {
            self.take_text(requests);
        }
        typing::hold(ui, field.id, self.typed());
    }

    /// Takes the name that is typed, as if its field had been left.
    fn take_text(&mut self, requests: &mut Vec<Request>) {
        requests.extend(self.typed());
        self.draft = None;
    }

    /// What leaving the field with the name would do.
    fn typed(&self) -> Vec<Request> {
        let known = self.chosen.and_then(|id| self.project.snapshot(id));
        let Some((snapshot, name)) = known.zip(self.draft.as_deref()) else { return Vec::new() };
        let (snapshot, name, before) = (snapshot.id, name.trim().to_owned(), &snapshot.name);
        if name.is_empty() || name == *before {
            return Vec::new();
        }
        vec![Request::Run(Command::RenameSnapshot { snapshot, name }), Request::Seal]
    }

    fn buttons_ui(&self, ui: &mut Ui, text: &Text, requests: &mut Vec<Request>) -> Answer {
        let mut answer = Answer::Waiting;
        let chosen = self.chosen.filter(|&id| self.project.snapshot(id).is_some());
        buttons(ui, |ui| {
            if main_button(ui, text.dialog_close()) {
                answer = Answer::Closed;
            }
            if ui.button(text.action_review_now()).clicked() {
                requests.push(Request::Perform(Action::ReviewNow));
                answer = Answer::Closed;
            }
            let Some(id) = chosen else { return };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.button(text.versions_open_copy()).clicked() {
                    requests.push(Request::Ask(Next::OpenSnapshot(id)));
                    answer = Answer::Closed;
                }
                if ui.button(text.reviews_delete()).clicked() {
                    requests.push(Request::Run(Command::DeleteSnapshot(id)));
                    requests.push(Request::Seal);
                }
            });
        });
        answer
    }
}

/// One snapshot; gives whether it was chosen. Walking there with the keyboard chooses it.
fn snapshot_ui(ui: &mut Ui, snapshot: &Snapshot, is_chosen: bool, text: &Text) -> bool {
    let day = message::day(text, snapshot.date);
    row_ui(ui, is_chosen, &snapshot.name, &day)
}

fn map_ui(ui: &mut Ui, size: Vec2, it: &MapChanges, text: &Text, theme: Theme) {
    let title = if it.map.title.trim().is_empty() { text.untitled() } else { it.map.title.clone() };
    let words = match it.fate {
        Fate::Kept => title,
        Fate::New => text.reviews_map_new(title),
        Fate::Gone => text.reviews_map_gone(title),
    };
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, ui.scope_id().with(it.map.id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let ink = style::color(theme, Tone::Text);
    let at = rect.left_center() + Vec2::new(4.0, 0.0);
    style::text_in(ui.painter(), at, &words, rect.width(), (font, ink));
}

/// One change; gives whether it was chosen. What is gone leads nowhere.
fn change_ui(ui: &mut Ui, size: Vec2, it: &CardChange, text: &Text, theme: Theme) -> bool {
    let (_, rect) = ui.allocate_space(size);
    let id = Id::unique("review change").with((it.card.id, it.kind.order()));
    let is_gone = it.kind == ChangeKind::Gone;
    let sense = if is_gone { Sense::hover() } else { Sense::click() };
    let response = ui.interact(rect, id, sense);
    let kind = kind_name(it.kind, text);
    let card = format!("{} {}", it.card.code, it.card.title);
    let role = if is_gone { Role::Label } else { Role::Button };
    response.widget_info(|| {
        let words = match it.kind {
            ChangeKind::Marked(was) => {
                let mark = |mark| mark::name(text, mark);
                text.reviews_marked(card.as_str(), mark(was), mark(it.card.mark))
            }
            _ => format!("{kind}: {card}"),
        };
        WidgetInfo::labeled(role, true, words)
    });
    let tone = |tone| style::color(theme, tone);
    let painter = ui.painter();
    if response.hovered() && !is_gone {
        painter.rect_filled(rect, 6.0, tone(Tone::Header));
    }
    let font = style::font(Weight::Regular, type_size::SMALL);
    let left = rect.left_center() + Vec2::new(4.0, 0.0);
    style::text_in(painter, left, &kind, KIND - 8.0, (font, tone(Tone::Secondary)));
    let mut at = left + Vec2::new(KIND + 4.0, 0.0);
    if let ChangeKind::Marked(was) = it.kind {
        mark::paint(painter, at, 9.0, was, theme);
        at.x += 16.0;
        let arrow = char::from(Icon::ArrowRight);
        let font = style::icon_font(type_size::SMALL);
        painter.text(at, egui::Align2::CENTER_CENTER, arrow, font, tone(Tone::Secondary));
        at.x += 16.0;
    }
    mark::paint(painter, at, 9.0, it.card.mark, theme);
    at.x += 12.0;
    let font = style::font(Weight::Regular, type_size::BODY);
    let ink = tone(if is_gone { Tone::Secondary } else { Tone::Text });
    style::text_in(painter, at, &card, rect.right() - at.x - 8.0, (font, ink));
    if response.has_focus() {
        let line = Stroke::new(1.5, tone(Tone::Accent));
        painter.rect_stroke(rect, 6.0, line, StrokeKind::Inside);
    }
    response.clicked()
}

fn kind_name(kind: ChangeKind, text: &Text) -> String {
    match kind {
        ChangeKind::Added => text.reviews_added(),
        ChangeKind::Gone => text.reviews_gone(),
        ChangeKind::Moved => text.reviews_moved(),
        ChangeKind::Marked(_) => text.reviews_remarked(),
        ChangeKind::Edited => text.reviews_edited(),
    }
}
