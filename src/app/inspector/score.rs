//! A score from 1 to 5: five bars. A click on the last of the full ones takes the score back; the
//! arrows go up and down, down to no score.

use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    command::Command,
    font::Weight,
    model::Score,
    theme::{Tone, type_size},
};
use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Action,
};

const BAR: Vec2 = Vec2::new(20.0, 8.0);
const GAP: f32 = 4.0;
const HEIGHT: f32 = 28.0;
/// So that it stands in line with the text of other fields.
const INDENT: f32 = 8.0;
/// Of the number after the bars.
const NUMBER: f32 = 20.0;

/// Draws the bars of a score; `None` where several cards differ in it. `name` is said of it.
pub fn score_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    current: Option<Option<Score>>,
    pane: &mut Pane<'_>,
    command: impl Fn(Option<Score>) -> Command,
) -> Response {
    let room = ui.available_width() - INDENT - NUMBER;
    let bar = (room / 5.0 - GAP).clamp(8.0, BAR.x);
    let size = Vec2::new(INDENT + 5.0 * (bar + GAP), HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let rect = rect.with_min_x(rect.left() + INDENT);
    let response = ui.interact(rect, id, Sense::click());
    let value = current.flatten().map_or(0, Score::value);
    let words = match current {
        None => pane.text.inspector_mixed(),
        Some(None) => pane.text.inspector_not_set(),
        Some(Some(score)) => pane.text.score_of_five(score.value()),
    };
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::slider(enabled, f64::from(value), name));
    ui.accesskit_node_builder(id, |node| {
        node.set_value(words.as_str());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(5.0);
        node.set_numeric_value_step(1.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    let at = |x: f32| Score::ALL.into_iter().rev().find(|&it| left_of(rect, bar, it) <= x + GAP);
    let under = response.hover_pos().and_then(|pos| at(pos.x));
    paint(ui, rect, bar, current, under, pane);
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
    let wanted = match clicked.and_then(|pos| at(pos.x)) {
        Some(score) if current == Some(Some(score)) => Some(None),
        Some(score) => Some(Some(score)),
        None => stepped(ui, &response, value),
    };
    if let Some(score) = wanted.filter(|&score| current != Some(score)) {
        pane.run(command(score));
        pane.push(Request::Seal);
    }
    response
}

/// What the arrows and a screen reader ask for.
fn stepped(ui: &Ui, response: &Response, value: u8) -> Option<Option<Score>> {
    let id = response.id;
    let mut by = 0_i64;
    if response.has_focus() {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        for (key, way) in [
            (Key::ArrowRight, 1),
            (Key::ArrowUp, 1),
            (Key::ArrowLeft, -1),
            (Key::ArrowDown, -1),
            (Key::End, 5),
            (Key::Home, -5),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                by += way;
            }
        }
    }
    for (action, way) in [(Action::Increment, 1), (Action::Decrement, -1)] {
        if ui.input(|input| input.has_accesskit_action_request(id, action)) {
            by += way;
        }
    }
    (by != 0).then(|| Score::new((i64::from(value) + by).min(5)))
}

fn left_of(rect: Rect, bar: f32, score: Score) -> f32 {
    rect.left() + f32::from(score.value() - 1) * (bar + GAP)
}

fn paint(
    ui: &Ui,
    rect: Rect,
    bar: f32,
    current: Option<Option<Score>>,
    under: Option<Score>,
    pane: &Pane<'_>,
) {
    let tone = |tone| style::color(pane.theme, tone);
    let painter = ui.painter();
    for score in Score::ALL {
        let size = Vec2::new(bar, BAR.y);
        let top = rect.center().y - BAR.y / 2.0;
        let at = Rect::from_min_size(egui::pos2(left_of(rect, bar, score), top), size);
        let is_full = current.flatten().is_some_and(|it| it >= score);
        let fill = if is_full { Tone::Accent } else { Tone::Line };
        painter.rect_filled(at, BAR.y / 2.0, tone(fill));
        if under.is_some_and(|it| it >= score) && !is_full {
            let line = Stroke::new(1.0, tone(Tone::Accent));
            painter.rect_stroke(at, BAR.y / 2.0, line, StrokeKind::Inside);
        }
    }
    let words = match current {
        None => "…".to_owned(),
        Some(None) => return,
        Some(Some(score)) => score.value().to_string(),
    };
    painter.text(
        egui::pos2(rect.right() + 4.0, rect.center().y),
        egui::Align2::LEFT_CENTER,
        words,
        style::font(Weight::Medium, type_size::BODY),
        tone(Tone::Secondary),
    );
}
