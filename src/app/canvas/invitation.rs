//! What is said where there is nothing yet: no map, no stages, no cards.

use super::view::View;
use crate::{
    app::style,
    editor::{Action, Editor, Gesture},
    font::Weight,
    scene::Pin,
    text::Text,
    theme::{Theme, Tone, size, type_size},
};
use egui::{Align2, Area, Button, FontId, Id, Order, Pos2, Rect, RichText, Stroke, Ui, Vec2};

/// Invites to do the first thing; gives what was chosen.
pub fn ui(ui: &Ui, editor: &Editor, view: View, theme: Theme, text: &Text) -> Option<Action> {
    let Some(map) = editor.map() else {
        let (title, hint) = (text.canvas_no_map(), text.canvas_no_map_hint());
        return panel(ui, view, theme, text, [&title, &hint], &[Action::AddMap]);
    };
    if map.stages.is_empty() || map.lanes.is_empty() {
        let missing: &[Action] = match (map.stages.is_empty(), map.lanes.is_empty()) {
            (true, true) => &[Action::AddStage, Action::AddLane],
            (true, false) => &[Action::AddStage],
            _ => &[Action::AddLane],
        };
        if *editor.gesture() != Gesture::Idle {
            // Out of the way of what is dragged here.
            return None;
        }
        let (title, hint) = (text.canvas_empty_map(), text.canvas_empty_map_hint());
        return panel(ui, view, theme, text, [&title, &hint], missing);
    }
    let is_idle = *editor.gesture() == Gesture::Idle && editor.editing().is_none();
    if is_idle && editor.scene().cards.is_empty() {
        first_card(ui, editor, view, theme, text);
    }
    None
}

/// A dashed place for the first card, in the first cell.
fn first_card(ui: &Ui, editor: &Editor, view: View, theme: Theme, text: &Text) {
    let grid = &editor.scene().grid;
    let (Some(column), Some(row)) = (grid.columns.first(), grid.rows.first()) else { return };
    let width = (column.x.end - column.x.start - size::STEP_GAP).max(80.0);
    let cell = crate::scene::Rect::new(
        column.x.start + size::STEP_GAP / 2.0,
        row.y.start + size::LANE_PADDING,
        width,
        size::CARD_MIN_HEIGHT,
    );
    let mut rect = view.area(Pin::Free, &cell);
    // From afar, still as large as its words.
    rect.max = rect.max.max(rect.min + Vec2::new(196.0, 40.0));
    let color = style::color(theme, Tone::Secondary);
    let painter = ui.painter().with_clip_rect(view.rect);
    let font = style::font(Weight::Regular, type_size::BODY * view.camera.zoom.clamp(0.8, 1.5));
    let is_waiting = editor.map().is_some_and(|map| !map.touchpoints.is_empty());
    let words = if is_waiting { text.canvas_no_cards_inbox() } else { text.canvas_no_cards() };
    let galley = painter.layout(words, font, color, (rect.width() - 16.0).max(80.0));
    rect.max.y = rect.max.y.max(rect.min.y + galley.size().y + 16.0);
    let outline = crate::app::painter::stroke::rounded(rect, size::CARD_RADIUS * view.camera.zoom);
    painter.extend(egui::Shape::dashed_line(&outline, Stroke::new(1.0, color), 5.0, 4.0));
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
    painter.galley(at.min, galley, color);
}

fn panel(
    ui: &Ui,
    view: View,
    theme: Theme,
    text: &Text,
    [title, hint]: [&str; 2],
    actions: &[Action],
) -> Option<Action> {
    let mut chosen = None;
    let width = 360.0_f32.min(view.rect.width() - 32.0);
    let left_top = view.rect.center() - Vec2::new(width / 2.0, 80.0);
    Area::new(Id::unique("invitation"))
        .order(Order::Middle)
        .fixed_pos(whole(left_top))
        .default_width(width)
        .constrain_to(view.rect)
        .fade_in(false)
        .show(ui, |ui| {
            ui.set_width(width);
            ui.vertical_centered(|ui| {
                let heading = FontId::new(type_size::TITLE, style::family(Weight::SemiBold));
                ui.label(RichText::new(title).font(heading));
                ui.label(RichText::new(hint).color(style::color(theme, Tone::Secondary)));
                ui.add_space(8.0);
                for &action in actions {
                    if ui
                        .add(Button::new(action.label(text)).min_size(Vec2::new(140.0, 32.0)))
                        .clicked()
                    {
                        chosen = Some(action);
                    }
                }
            });
        });
    chosen
}

fn whole(p: Pos2) -> Pos2 {
    Rect::from_min_size(p, Vec2::ZERO).min.round()
}
