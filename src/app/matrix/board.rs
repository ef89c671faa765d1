//! The matrix itself: five by five cells in four quarters, and the cards in them.

use super::{Cell, MARGIN, MatrixPage, tile};
use crate::{
    app::{request::Pane, style},
    font::Weight,
    method::feasibility::{Plan, Quadrant},
    model::{Score, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{Align2, Id, Memory, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

/// Between tiles, and between them and the cell's edge.
const GAP: f32 = 4.0;
/// Of the names of the quarters, in the first row of each.
const TITLE: f32 = 20.0;
/// Left of the cells: the numbers of the impact.
const AXIS: f32 = 24.0;
/// Of a tile, at least, where two stand side by side.
const NARROW: f32 = 120.0;
/// The last row of the upper quarters and the last column of the left ones.
const SPLIT: (u8, u8) = (3, 2);

/// Where the cells are in the window.
pub struct Board {
    rect: Rect,
}

impl Board {
    /// In an area, with room for the axes.
    pub fn new(area: Rect) -> Self {
        let min = area.min + Vec2::new(AXIS, 20.0);
        let max = area.max - Vec2::new(0.0, 36.0);
        Self { rect: Rect::from_min_max(min, max.max(min + Vec2::splat(5.0))) }
    }

    /// The place of a cell.
    pub fn place_of(&self, (impact, effort): Cell) -> Rect {
        let width = self.rect.width() / 5.0;
        let left = self.rect.left() + f32::from(effort.value() - 1) * width;
        let (top, bottom) = (self.top_of(impact.value()), self.top_of(impact.value() - 1));
        Rect::from_min_max(Pos2::new(left, top), Pos2::new(left + width, bottom))
    }

    /// The upper edge of a row; of 0, the lower edge of the last.
    fn top_of(&self, impact: u8) -> f32 {
        let row = ((self.rect.height() - 2.0 * TITLE) / 5.0).max(0.0);
        let titles = if impact < SPLIT.0 - 1 {
            2.0
        } else if impact < 5 {
            1.0
        } else {
            0.0
        };
        self.rect.top() + f32::from(5 - impact) * row + titles * TITLE
    }

    /// The cell at a place.
    pub fn cell_at(&self, at: Pos2) -> Option<Cell> {
        let mut all = cells();
        all.find(|&cell| self.place_of(cell).contains(at))
    }

    /// What is left of a cell for tiles.
    fn inside(&self, cell: Cell) -> Rect {
        let mut rect = self.place_of(cell);
        if has_title(cell.0) {
            rect.min.y += TITLE;
        }
        rect.shrink(GAP)
    }

    /// The place of a quarter.
    fn quarter(&self, quadrant: Quadrant) -> Rect {
        let all = cells().filter(|&(impact, effort)| Quadrant::at(impact, effort) == quadrant);
        all.map(|cell| self.place_of(cell)).fold(Rect::NOTHING, Rect::union)
    }
}

fn has_title(impact: Score) -> bool {
    impact.value() == 5 || impact.value() == SPLIT.0 - 1
}

fn cells() -> impl Iterator<Item = Cell> {
    let rows = Score::ALL.into_iter().rev();
    rows.flat_map(|impact| Score::ALL.into_iter().map(move |effort| (impact, effort)))
}

impl MatrixPage {
    pub(super) fn board_ui(
        &mut self,
        ui: &mut Ui,
        board: &Board,
        plan: &Plan,
        pane: &mut Pane<'_>,
    ) {
        ground(ui, board, pane);
        for cell in cells() {
            self.cell_ui(ui, board, cell, plan, pane);
        }
        if plan.ranked.is_empty() {
            let ink = style::color(pane.theme, Tone::Secondary);
            let font = style::font(Weight::Regular, type_size::LARGE);
            let words = pane.text.matrix_none_placed();
            let galley = ui.painter().layout(words, font, ink, board.rect.width() - 2.0 * MARGIN);
            let at = board.rect.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, ink);
        }
    }

    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        board: &Board,
        cell: Cell,
        plan: &Plan,
        pane: &mut Pane<'_>,
    ) {
        if self.drag.is_some_and(|drag| drag.target == Some(super::drag::Target::Cell(cell))) {
            let line = Stroke::new(1.5, style::color(pane.theme, Tone::Accent));
            ui.painter().rect_stroke(board.place_of(cell), 0.0, line, StrokeKind::Inside);
        }
        let area = board.inside(cell);
        let cards = plan.in_cell(cell.0, cell.1);
        let slots = Slots::new(area);
        let shown = if cards.len() > slots.count { slots.count - 1 } else { cards.len() };
        let mut visible: Vec<usize> = cards.iter().copied().take(shown).collect();
        // What is worked with is to be seen, however many there are.
        let focused = ui.memory(Memory::focused);
        let held = cards.iter().copied().skip(shown).find(|&at| {
            plan.ranked.get(at).is_some_and(|it| self.holds(focused, it.card.id, pane))
        });
        if let Some((held, last)) = held.zip(visible.last_mut()) {
            *last = held;
        }
        for (slot, at) in visible.iter().enumerate() {
            if let Some(it) = plan.ranked.get(*at) {
                self.tile_ui(ui, slots.place(slot), it, pane);
            }
        }
        if shown < cards.len() {
            self.more_ui(ui, slots.place(shown), cell, cards.len() - shown, pane);
        }
    }

    fn holds(&self, focused: Option<Id>, card: TouchpointId, pane: &Pane<'_>) -> bool {
        self.drag.is_some_and(|drag| drag.card == card)
            || focused.is_some_and(|focused| focused == tile::id(card))
            || pane.editor.selection().has(card)
    }

    /// How many more there are; a click lists them.
    fn more_ui(&mut self, ui: &Ui, rect: Rect, cell: Cell, count: usize, pane: &Pane<'_>) {
        let id = Id::unique("matrix more").with((cell.0.value(), cell.1.value()));
        let response = ui.interact(rect, id, Sense::click());
        let is_listed = self.listed == Some(cell);
        let name = pane.text.matrix_more(count, cell.0.value(), cell.1.value());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_listed, &name));
        let tone = |tone| style::color(pane.theme, tone);
        let fill = match () {
            () if is_listed => Tone::AccentSoft,
            () if response.hovered() => Tone::Line,
            () => Tone::Header,
        };
        ui.painter().rect_filled(rect, tile::RADIUS, tone(fill));
        let font = style::font(Weight::Medium, type_size::SMALL);
        let words = format!("+{count}");
        let ink = if is_listed { Tone::Accent } else { Tone::Secondary };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, font, tone(ink));
        if response.on_hover_text(&name).clicked() {
            self.listed = (!is_listed).then_some(cell);
        }
    }
}

/// Where tiles stand in a cell.
struct Slots {
    area: Rect,
    columns: usize,
    count: usize,
}

impl Slots {
    fn new(area: Rect) -> Self {
        let columns = if area.width() >= 2.0 * NARROW + GAP { 2 } else { 1 };
        let mut rows = 1;
        let mut bottom = area.top() + 2.0 * tile::HEIGHT + GAP;
        while bottom <= area.bottom() {
            rows += 1;
            bottom += tile::HEIGHT + GAP;
        }
        Self { area, columns, count: (rows * columns).max(2) }
    }

    fn place(&self, slot: usize) -> Rect {
        let number = |count: usize| u16::try_from(count).map_or(0.0, f32::from);
        let columns = number(self.columns);
        let width = (self.area.width() - (columns - 1.0) * GAP) / columns;
        let (row, column) = (number(slot / self.columns), number(slot % self.columns));
        let left = self.area.left() + column * (width + GAP);
        let top = self.area.top() + row * (tile::HEIGHT + GAP);
        Rect::from_min_size(Pos2::new(left, top), Vec2::new(width, tile::HEIGHT))
    }
}

/// Cells, quarters with their names, axes with their numbers.
fn ground(ui: &Ui, board: &Board, pane: &Pane<'_>) {
    let (painter, text) = (ui.painter(), pane.text);
    let tone = |tone| style::color(pane.theme, tone);
    painter.rect_filled(board.rect, 0.0, tone(Tone::Panel));
    painter.rect_filled(board.quarter(Quadrant::QuickWin), 0.0, tone(Tone::PositiveSoft));
    painter.rect_filled(board.quarter(Quadrant::LeaveIt), 0.0, tone(Tone::Band));
    let font = style::font(Weight::Medium, type_size::SMALL);
    let line = Stroke::new(1.0, tone(Tone::Line));
    for score in Score::ALL {
        let row = board.place_of((score, Score::ALL[0]));
        let column = board.place_of((Score::ALL[0], score));
        painter.hline(board.rect.x_range(), row.top(), line);
        painter.vline(column.left(), board.rect.y_range(), line);
        let words = score.value().to_string();
        let at = Pos2::new(row.left() - AXIS / 2.0, row.center().y);
        painter.text(at, Align2::CENTER_CENTER, &words, font.clone(), tone(Tone::Secondary));
        let at = Pos2::new(column.center().x, board.rect.bottom() + 10.0);
        painter.text(at, Align2::CENTER_CENTER, &words, font.clone(), tone(Tone::Secondary));
    }
    painter.rect_stroke(board.rect, 0.0, line, StrokeKind::Inside);
    let divider = Stroke::new(1.5, tone(Tone::Quiet));
    let first = board.quarter(Quadrant::QuickWin);
    painter.hline(board.rect.x_range(), first.bottom(), divider);
    painter.vline(first.right(), board.rect.y_range(), divider);
    for (quadrant, words) in [
        (Quadrant::QuickWin, text.matrix_quick_wins()),
        (Quadrant::BigProject, text.matrix_big_projects()),
        (Quadrant::FillIn, text.matrix_fill_ins()),
        (Quadrant::LeaveIt, text.matrix_leave_it()),
    ] {
        let place = board.quarter(quadrant);
        let at = place.left_top() + Vec2::new(8.0, TITLE / 2.0 + 2.0);
        let font = style::font(Weight::SemiBold, type_size::SMALL);
        style::text_in(painter, at, &words, place.width() - MARGIN, (font, tone(Tone::Secondary)));
    }
    let axis = style::font(Weight::SemiBold, type_size::SMALL);
    let arrow = style::icon_font(type_size::SMALL);
    let ink = tone(Tone::Text);
    let at = Pos2::new(board.rect.left() - AXIS / 2.0, board.rect.top() - 10.0);
    painter.text(at, Align2::CENTER_CENTER, char::from(Icon::ArrowUp), arrow.clone(), ink);
    let at = at + Vec2::new(AXIS / 2.0, 0.0);
    painter.text(at, Align2::LEFT_CENTER, text.feasibility_impact(), axis.clone(), ink);
    let at = board.rect.right_bottom() + Vec2::new(-6.0, 26.0);
    painter.text(at, Align2::CENTER_CENTER, char::from(Icon::ArrowRight), arrow, ink);
    let at = at - Vec2::new(10.0, 0.0);
    painter.text(at, Align2::RIGHT_CENTER, text.feasibility_effort(), axis, ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_matrix_is_in_one_cell_and_cells_do_not_overlap() {
        for size in [Vec2::new(520.0, 480.0), Vec2::new(900.0, 700.0), Vec2::new(260.0, 300.0)] {
            let board = Board::new(Rect::from_min_size(Pos2::new(10.0, 50.0), size));
            for cell in cells() {
                let place = board.place_of(cell);
                assert_eq!(board.cell_at(place.center()), Some(cell));
                assert!(board.rect.expand(0.01).contains_rect(place), "{cell:?}");
            }
            let area: f32 = cells().map(|cell| board.place_of(cell).area()).sum();
            assert!((area - board.rect.area()).abs() < 1.0, "{area} is not {}", board.rect.area());
            assert_eq!(board.cell_at(Pos2::new(0.0, 0.0)), None);
        }
    }

    #[test]
    fn quarters_fill_the_matrix() {
        let board = Board::new(Rect::from_min_size(Pos2::ZERO, Vec2::new(624.0, 556.0)));
        let area: f32 = Quadrant::ALL.iter().map(|&it| board.quarter(it).area()).sum();
        assert!((area - board.rect.area()).abs() < 1.0);
        assert!(board.quarter(Quadrant::QuickWin).top() <= board.rect.top());
        assert!(board.quarter(Quadrant::LeaveIt).right() >= board.rect.right() - 0.01);
    }
}
