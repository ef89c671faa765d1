//! What is green on one of the compared maps and red on another.

use super::{MARGIN, Row, go_to, note_ui};
use crate::{
    app::{mark, request::Pane, style},
    font::Weight,
    method::compare::{Comparison, Contrast},
    model::{Mark, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{Align, Atom, Button, Frame, IdSalt, Label, Layout, Margin, RichText, Ui, Vec2};

/// More than this are counted, and listed when that is wanted.
const MOST: usize = 100;
/// Of a touchpoint, on each side.
const MOST_CARDS: usize = 12;
/// Of the titles, in points.
const TITLE: f32 = 280.0;
/// Of a row, and of what is pressed in it.
const HEIGHT: f32 = 28.0;
/// Room for a mark.
const SHAPE: f32 = 12.0;
/// The widest that the name of a map gets.
const NAME: f32 = 224.0;

/// Draws the list, as wide as what is seen: the stages above it may go on.
pub fn ui(
    ui: &mut Ui,
    rows: &[Row],
    comparison: &Comparison,
    room: f32,
    shows_all: &mut bool,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_max_width(room - 2.0 * MARGIN);
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
        style::section(ui, &text.compare_contrasts());
        if comparison.contrasts.is_empty() {
            note_ui(ui, text.compare_no_contrasts(), pane);
        }
        let most = if *shows_all { usize::MAX } else { MOST };
        for contrast in comparison.contrasts.iter().take(most) {
            ui.horizontal_top(|ui| contrast_ui(ui, rows, contrast, pane));
        }
        if let Some(more @ 1..) = comparison.contrasts.len().checked_sub(most) {
            *shows_all = ui.button(text.inspector_more(more)).clicked();
        }
    });
}

fn contrast_ui(ui: &mut Ui, rows: &[Row], contrast: &Contrast, pane: &mut Pane<'_>) {
    ui.add_sized(Vec2::new(TITLE, HEIGHT), |ui: &mut Ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(TITLE);
            ui.add(Label::new(&contrast.title).truncate())
        })
        .inner
    });
    let sides = [(Mark::Positive, &contrast.positive), (Mark::Friction, &contrast.friction)];
    let cards = sides
        .iter()
        .flat_map(|(mark, cards)| cards.iter().take(MOST_CARDS).map(move |it| (*mark, it)));
    ui.horizontal_wrapped(|ui| {
        for (mark, &(at, card)) in cards {
            if let Some(row) = rows.get(at) {
                card_ui(ui, row, (card, mark), &contrast.title, pane);
            }
        }
    });
}

/// On which map, with which mark; leads to the card.
fn card_ui(
    ui: &mut Ui,
    row: &Row,
    (card, mark): (TouchpointId, Mark),
    title: &str,
    pane: &mut Pane<'_>,
) {
    let shape = IdSalt::new("shape of a mark");
    let room = Atom::custom(shape, Vec2::splat(SHAPE));
    let words = RichText::new(&row.title).color(style::color(pane.theme, Tone::Text));
    let font = style::font(Weight::Regular, type_size::BODY);
    let ink = style::color(pane.theme, Tone::Text);
    let width = ui.painter().layout_no_wrap(row.title.clone(), font, ink).size().x;
    let around = SHAPE + ui.spacing().icon_spacing + 2.0 * ui.spacing().button_padding.x + 2.0;
    let size = Vec2::new((width + around).min(NAME), HEIGHT);
    let theme = pane.theme;
    let response = ui.add_sized(size, |ui: &mut Ui| {
        let drawn = Button::new((room, words)).truncate().atom_ui(ui);
        if let Some(rect) = drawn.rect(shape) {
            mark::paint(ui.painter(), rect.center(), 10.0, Some(mark), theme);
        }
        drawn.response
    });
    let name = pane.text.compare_on_map(title, mark::name(pane.text, Some(mark)), &row.title);
    let response = response.accessible_name(name).on_hover_text(&row.whose);
    if response.clicked() {
        let found = pane.editor.project().touchpoint(card).map(|(map, _)| map.id);
        go_to(pane, found.unwrap_or(row.pick.map), found.map(|_| card));
    }
}
