//! What stands in the cells of the table: to be read, and to be heard.

use super::{Row, cell_id, row_id};
use crate::{
    app::{mark, outline::bounds, page::Page, request::Pane, style, words},
    font::Weight,
    message,
    method::table::{Column, count_done},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Rect, Ui, UiBuilder, Vec2,
    accesskit::{Action, Role},
};
use lucide_icons::Icon;

const PADDING: f32 = 12.0;

/// How wide a column is until somebody changes that, in points.
pub fn width(column: Column) -> f32 {
    match column {
        Column::Code => 64.0,
        Column::Title => 248.0,
        Column::Mark => 112.0,
        Column::Map | Column::Stage => 132.0,
        Column::Step | Column::Moment => 80.0,
        Column::Lane | Column::Owner | Column::Channel | Column::Period => 116.0,
        Column::Control | Column::Emotion | Column::When | Column::CostBand => 96.0,
        Column::Rating(_) => 104.0,
        Column::Cost | Column::Growth => 148.0,
        Column::Quality | Column::Impact | Column::Effort | Column::Tasks => 88.0,
    }
}

/// What a column is called.
pub fn name(text: &Text, column: Column) -> String {
    match column {
        Column::Code => text.table_code(),
        Column::Title => text.inspector_title(),
        Column::Mark => text.table_mark(),
        Column::Map => text.inspector_map(),
        Column::Stage => text.inspector_stage(),
        Column::Step => text.inspector_step(),
        Column::Lane => text.inspector_lane(),
        Column::Channel => text.inspector_channel(),
        Column::Control => text.inspector_control(),
        Column::Owner => text.inspector_owner(),
        Column::Period => text.inspector_period(),
        Column::Emotion => text.inspector_emotion(),
        Column::Moment => text.inspector_moment(),
        Column::Quality => text.table_quality(),
        Column::Impact => text.feasibility_impact(),
        Column::Effort => text.feasibility_effort(),
        Column::Rating(quality) => words::quality(text, quality),
        Column::Cost => text.feasibility_cost(),
        Column::CostBand => text.feasibility_band(),
        Column::Growth => text.feasibility_growth(),
        Column::When => text.feasibility_when(),
        Column::Tasks => text.table_tasks(),
    }
}

/// What stands in a cell; empty where nothing is set.
pub fn value(text: &Text, row: &Row, column: Column) -> String {
    let card = &row.card;
    let plan = &card.feasibility;
    match column {
        Column::Code => card.code.to_string(),
        Column::Title => card.title.clone(),
        Column::Mark => card.mark.map(|it| mark::name(text, Some(it))).unwrap_or_default(),
        Column::Map => row.map.title.clone(),
        Column::Stage => match row.stage() {
            Some(stage) => stage.to_owned(),
            None => text.inbox(),
        },
        Column::Step => row.place.map(|it| (it.column + 1).to_string()).unwrap_or_default(),
        Column::Lane => row.lane().unwrap_or_default().to_owned(),
        Column::Channel => card.channel.clone(),
        Column::Control => card.control.map(|it| words::control(text, it)).unwrap_or_default(),
        Column::Owner => card.owner.clone(),
        Column::Period => card.period.map(|it| words::period(text, it)).unwrap_or_default(),
        Column::Emotion => {
            card.emotion.map(|it| words::signed(it.value().into())).unwrap_or_default()
        }
        Column::Moment if card.moment_of_truth => text.table_yes(),
        Column::Moment => String::new(),
        Column::Quality => {
            let mean = card.qualities.scores().mean();
            mean.map(|mean| message::mean(text, mean)).unwrap_or_default()
        }
        Column::Impact => plan.impact.map(|it| it.value().to_string()).unwrap_or_default(),
        Column::Effort => plan.effort.map(|it| it.value().to_string()).unwrap_or_default(),
        Column::Rating(quality) => {
            card.qualities.score(quality).map(|it| it.value().to_string()).unwrap_or_default()
        }
        Column::Cost => plan.cost.clone(),
        Column::CostBand => plan.cost_band.map(|it| words::cost_band(text, it)).unwrap_or_default(),
        Column::Growth => plan.grows.map(|it| words::growth(text, it)).unwrap_or_default(),
        Column::When => plan.when.map(|it| words::when(text, it)).unwrap_or_default(),
        Column::Tasks if card.tasks.is_empty() => String::new(),
        Column::Tasks => text.table_done(count_done(&card.tasks), card.tasks.len()),
    }
}

/// Paints a cell.
pub fn paint(ui: &Ui, area: Rect, row: &Row, column: Column, pane: &Pane<'_>) {
    let words = value(pane.text, row, column);
    if words.is_empty() {
        return;
    }
    let painter = ui.painter_at(area.intersect(ui.clip_rect()));
    let mut left = area.left() + PADDING;
    let middle = area.center().y;
    let ink = style::color(pane.theme, tone(row, column));
    match column {
        Column::Mark => {
            let at = egui::pos2(left + 5.0, middle);
            mark::paint(&painter, at, 10.0, row.card.mark, pane.theme);
            left += 18.0;
        }
        Column::Moment => {
            let font = style::icon_font(type_size::BODY);
            let star = char::from(Icon::Star);
            painter.text(egui::pos2(left, middle), egui::Align2::LEFT_CENTER, star, font, ink);
            return;
        }
        _ => {}
    }
    let weight = if column == Column::Title { Weight::Medium } else { Weight::Regular };
    let font = style::font(weight, type_size::BODY);
    let room = area.right() - 4.0 - left;
    style::text_in(&painter, egui::pos2(left, middle), &words, room, (font, ink));
}

fn tone(row: &Row, column: Column) -> Tone {
    match column {
        Column::Moment => Tone::Accent,
        Column::Stage if row.place.is_none() => Tone::Secondary,
        Column::Code | Column::Map => Tone::Secondary,
        _ => Tone::Text,
    }
}

/// The place of a column in a row.
pub fn place(row: Rect, shown: &[(Column, f32)], column: Column) -> Rect {
    let before = shown.iter().take_while(|(other, _)| *other != column);
    let left = row.left() + before.map(|(_, width)| width).sum::<f32>();
    let width = shown.iter().find(|(other, _)| *other == column).map_or(0.0, |(_, width)| *width);
    Rect::from_min_size(egui::pos2(left, row.top()), Vec2::new(width, row.height()))
}

/// The column at a place of a row.
pub fn column_at(row: Rect, shown: &[(Column, f32)], x: f32) -> Option<Column> {
    let mut columns = shown.iter().map(|(column, _)| *column);
    columns.find(|&column| place(row, shown, column).x_range().contains(x))
}

/// The nodes of a row and its cells, for those who hear them.
pub fn nodes(
    ui: &mut Ui,
    rect: Rect,
    at: usize,
    row: &Row,
    shown: &[(Column, f32)],
    is_selected: bool,
    pane: &Pane<'_>,
) {
    if ui.accesskit_node_builder(Page::Table.id(), |_| ()).is_none() {
        return;
    }
    let id = row_id(row.card.id);
    let builder = UiBuilder::new()
        .scope_id(id)
        .max_rect(rect)
        .accessibility_parent(Page::Table.id())
        .accessibility_role(Role::Row);
    let mut child = ui.new_child(builder);
    child.accesskit_node_builder(id, |node| {
        node.set_label(format!("{} {}", row.card.code, row.card.title));
        node.set_bounds(bounds(rect));
        node.set_row_index(at);
        node.set_selected(is_selected);
        node.add_action(Action::Focus);
    });
    for (number, (column, _)) in shown.iter().enumerate() {
        let words = value(pane.text, row, *column);
        let id = cell_id(row.card.id, *column);
        let area = place(rect, shown, *column);
        let builder = UiBuilder::new()
            .scope_id(id)
            .max_rect(area)
            .accessibility_parent(row_id(row.card.id))
            .accessibility_role(Role::GridCell);
        child.new_child(builder).accesskit_node_builder(id, |node| {
            let name = name(pane.text, *column);
            node.set_label(pane.text.table_cell(name, words));
            node.set_bounds(bounds(area));
            node.set_row_index(at);
            node.set_column_index(number);
            node.add_action(Action::Focus);
            node.add_action(Action::Click);
        });
    }
}
