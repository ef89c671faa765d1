//! The lines of the checklist: to be read, and to be heard.

use super::ROW_HEIGHT;
use crate::{
    app::{date_field::short, outline::bounds, page::Page, request::Pane, style, words},
    font::Weight,
    method::checklist::{Entry, Grouping, Heading, Term},
    model::TaskState,
    theme::{Tone, type_size},
};
use egui::{
    Align2, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    accesskit::{Action, Role, Toggled},
};
use lucide_icons::Icon;

/// Of the box before a task, with the space around it.
pub const BOX: f32 = 48.0;
const SIDE: f32 = 16.0;
/// Of what stands behind a task, in points: touchpoint, owner, tool, day, state.
const WIDTHS: [f32; 5] = [208.0, 128.0, 128.0, 148.0, 104.0];

/// The node of a task.
pub fn id(entry: &Entry) -> Id {
    Id::unique("checklist task").with(entry.card.id).with(entry.task.id)
}

/// So many lines in points.
pub fn height(lines: usize) -> f32 {
    style::number(lines) * ROW_HEIGHT
}

/// The line at a height.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place inside the list"
)]
pub fn index(top: f32) -> usize {
    (top / ROW_HEIGHT).max(0.0) as usize
}

/// Draws a heading with how much of it is done.
pub fn heading_ui(
    ui: &mut Ui,
    rect: Rect,
    heading: &Heading,
    (done, count): (usize, usize),
    pane: &Pane<'_>,
) {
    let text = pane.text;
    let name = match heading {
        Heading::Owner(name) if name.is_empty() => text.filter_no_owner(),
        Heading::Touchpoint(name) | Heading::Owner(name) => name.clone(),
        Heading::Term(Term::Overdue) => text.checklist_overdue(),
        Heading::Term(Term::Today) => text.date_today(),
        Heading::Term(Term::Week) => text.checklist_week(),
        Heading::Term(Term::Later) => text.checklist_later(),
        Heading::Term(Term::Never) => text.date_none(),
        Heading::Term(Term::Done) => text.task_done(),
    };
    let tone = |tone| style::color(pane.theme, tone);
    ui.painter().rect_filled(rect, 0.0, tone(Tone::Band));
    let count = text.table_done(done, count);
    let font = style::font(Weight::Regular, type_size::SMALL);
    let at = egui::pos2(rect.right() - SIDE, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, &count, font, tone(Tone::Secondary));
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let at = egui::pos2(rect.left() + SIDE, rect.center().y);
    style::text_in(ui.painter(), at, &name, rect.width() - 96.0, (font, tone(Tone::Text)));
    let id = Id::unique("checklist heading").with(&name);
    node_ui(ui, id, rect, Role::Heading).accesskit_node_builder(id, |node| {
        node.set_label(format!("{name}, {count}"));
        node.set_bounds(bounds(rect));
    });
}

/// Draws a task.
pub fn task_ui(
    ui: &mut Ui,
    rect: Rect,
    entry: &Entry,
    grouping: Grouping,
    has_ring: bool,
    pane: &Pane<'_>,
) -> Response {
    let click = ui.interact(rect, id(entry).with("click"), Sense::CLICK);
    let theme = pane.theme;
    let tone = |tone| style::color(theme, tone);
    let painter = ui.painter_at(rect.intersect(ui.clip_rect()));
    let fill = match (pane.editor.selection().has(entry.card.id), click.hovered()) {
        (true, _) => Tone::AccentSoft,
        (false, true) => Tone::Header,
        (false, false) => Tone::Panel,
    };
    painter.rect_filled(rect, 0.0, tone(fill));
    let line = Stroke::new(1.0, tone(Tone::Line));
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
    let is_done = entry.task.state == TaskState::Done;
    let middle = rect.center().y;
    paint_box(&painter, egui::pos2(rect.left() + SIDE + 8.0, middle), is_done, pane);
    let parts = parts(entry, grouping, pane);
    let mut right = rect.right() - SIDE;
    for ((words, ink), width) in parts.iter().zip(WIDTHS).rev() {
        // What there is no room for is left to the inspector.
        let width =
            if grouping == Grouping::Touchpoint && width == WIDTHS[0] { 0.0 } else { width };
        if width == 0.0 || right - width < rect.left() + BOX + 200.0 {
            continue;
        }
        right -= width;
        let mut left = right;
        if *ink == Tone::Friction {
            let at = egui::pos2(left + 6.0, middle);
            let sign = char::from(Icon::ClockAlert);
            let font = style::icon_font(type_size::BODY);
            painter.text(at, Align2::CENTER_CENTER, sign, font, tone(*ink));
            left += 18.0;
        }
        let font = style::font(Weight::Regular, type_size::BODY);
        let room = right + width - left - 8.0;
        style::text_in(&painter, egui::pos2(left, middle), words, room, (font, tone(*ink)));
    }
    let ink = tone(if is_done { Tone::Secondary } else { Tone::Text });
    let font = style::font(Weight::Regular, type_size::BODY);
    let at = egui::pos2(rect.left() + BOX - 4.0, middle);
    style::text_in(&painter, at, &entry.task.text, right - at.x - 12.0, (font, ink));
    if has_ring {
        let ring = Stroke::new(1.5, tone(Tone::Accent));
        painter.rect_stroke(rect.shrink2(Vec2::new(4.0, 2.0)), 4.0, ring, StrokeKind::Inside);
    }
    let more: Vec<_> = parts.into_iter().map(|(words, _)| words).collect();
    task_node(ui, rect, entry, &more, is_done);
    click
}

/// Touchpoint, owner, tool, day and state, each with the tone that it is written in.
fn parts(entry: &Entry, grouping: Grouping, pane: &Pane<'_>) -> [(String, Tone); 5] {
    let (task, text) = (&entry.task, pane.text);
    let card = match grouping {
        Grouping::Touchpoint => String::new(),
        _ => format!("{} {}", entry.card.code, entry.card.title),
    };
    let day = task.due.map(|day| short(text, day, pane.today)).unwrap_or_default();
    let (day, day_tone) = if task.is_overdue(pane.today) {
        (text.task_overdue(day), Tone::Friction)
    } else {
        (day, Tone::Secondary)
    };
    let state = match task.state {
        TaskState::Open => String::new(),
        state => words::task_state(text, state),
    };
    let quiet = |words: String| (words, Tone::Secondary);
    let (owner, tool) = (task.owner.trim().to_owned(), task.tool.trim().to_owned());
    [quiet(card), quiet(owner), quiet(tool), (day, day_tone), quiet(state)]
}

fn paint_box(painter: &egui::Painter, center: Pos2, is_done: bool, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let area = Rect::from_center_size(center, Vec2::splat(16.0));
    if is_done {
        painter.rect_filled(area, 4.0, tone(Tone::Accent));
        let font = style::icon_font(type_size::BODY);
        let tick = char::from(Icon::Check);
        painter.text(center, Align2::CENTER_CENTER, tick, font, tone(Tone::OnAccent));
    } else {
        let line = Stroke::new(1.0, tone(Tone::Quiet));
        painter.rect(area, 4.0, tone(Tone::Panel), line, StrokeKind::Inside);
    }
}

fn task_node(ui: &mut Ui, rect: Rect, entry: &Entry, more: &[String], is_done: bool) {
    let id = id(entry);
    node_ui(ui, id, rect, Role::CheckBox).accesskit_node_builder(id, |node| {
        node.set_label(entry.task.text.as_str());
        let more = more.iter().filter(|words| !words.is_empty()).cloned();
        node.set_description(more.collect::<Vec<_>>().join(", "));
        node.set_toggled(if is_done { Toggled::True } else { Toggled::False });
        node.set_bounds(bounds(rect));
        node.add_action(Action::Click);
        node.add_action(Action::Focus);
    });
}

fn node_ui(ui: &mut Ui, id: Id, rect: Rect, role: Role) -> Ui {
    let builder = UiBuilder::new()
        .scope_id(id)
        .max_rect(rect)
        .accessibility_parent(Page::Checklist.id())
        .accessibility_role(role);
    ui.new_child(builder)
}
