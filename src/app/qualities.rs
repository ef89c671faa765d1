//! The heat map: touchpoints × qualities of the shown map, each with its number, and their means.

use super::{
    audit::page_part,
    job::{Latest, Same, Worker},
    page::Page,
    request::{Pane, Request},
    score_grid::{self, Asked, GridRow, Look, ScoreGrid, Value},
    words,
};
use crate::{
    editor::{Action, Selection},
    message,
    method::quality::{QualityRow, QualityTable},
    model::{JourneyMap, Quality, TouchpointId},
};
use egui::{Margin, Role, Sense, Ui, WidgetInfo};
use std::sync::Arc;

/// The page's state.
#[derive(Default)]
pub struct QualitiesPage {
    latest: Latest<(Same<JourneyMap>, Option<usize>), Made>,
    made: Option<Made>,
    /// The weakest of a column first; the mean is the last one.
    sorted: Option<usize>,
    /// What was selected in the last frame.
    selected: Option<TouchpointId>,
    grid: ScoreGrid,
}

/// What is shown, made anew beside the window when the map or the order changes.
struct Made {
    table: QualityTable,
    order: Vec<usize>,
}

impl QualitiesPage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, worker: &Worker) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Qualities.id(), Sense::FOCUSABLE);
        let name = pane.text.action_show_qualities();
        home.widget_info(|| WidgetInfo::labeled(Role::Table, true, &name));
        let Some(map) = pane.editor.map().cloned() else {
            page_part::empty_ui(ui, &pane.text.audit_empty_map(), None, pane);
            return;
        };
        let sorted = self.sorted;
        let made = self
            .latest
            .follow((Same(Arc::clone(&map)), sorted), worker, || move || Made::new(&map, sorted));
        self.made = made.or(self.made.take());
        let Some(made) = &self.made else { return };
        if made.table.rows.is_empty() {
            page_part::empty_ui(ui, &pane.text.audit_empty_map(), Some(Action::ShowMap), pane);
            return;
        }
        head_ui(ui, made, pane);
        let look = Look {
            home: Page::Qualities.id(),
            count: made.order.len(),
            has_notes: false,
            sorted: self.sorted,
            is_sortable: true,
            text: pane.text,
            theme: pane.theme,
        };
        let selection = pane.editor.selection();
        let selected = match selection {
            Selection::Touchpoints(ids) if ids.len() == 1 => ids.first().copied(),
            _ => None,
        };
        if self.selected != selected {
            // On another map, its row comes with the next table.
            let at = selected.and_then(|id| made.find(id));
            if at.is_some() || selected.is_none() {
                self.selected = selected;
            }
            if let Some(at) = at {
                self.grid.go_to(at);
            }
        }
        let row = |at: usize| {
            let row = made.row(at)?;
            Some((grid_row(row), selection.has(row.stop.card.id)))
        };
        let mut asked = None;
        score_grid::place(ui, |ui| asked = self.grid.ui(ui, &look, &made.means(), row));
        match asked {
            Some(Asked::Sort(by)) => self.sorted = by,
            Some(Asked::Row { at, is_left }) => {
                if let Some(row) = made.row(at) {
                    pane.push(Request::Select(Selection::touchpoint(row.stop.card.id)));
                }
                if is_left {
                    pane.push(Request::Perform(Action::ShowMap));
                }
            }
            None => {}
        }
    }
}

impl Made {
    fn new(map: &JourneyMap, sorted: Option<usize>) -> Self {
        let table = QualityTable::of(map);
        let order = match sorted {
            None => (0..table.rows.len()).collect(),
            Some(at) => table.weakest_first(Quality::ALL.get(at).copied()),
        };
        Self { table, order }
    }

    fn row(&self, at: usize) -> Option<&QualityRow> {
        self.table.rows.get(*self.order.get(at)?)
    }

    /// Where a touchpoint is.
    fn find(&self, id: TouchpointId) -> Option<usize> {
        let is_it = |&at: &usize| self.table.rows.get(at).is_some_and(|it| it.stop.card.id == id);
        self.order.iter().position(is_it)
    }

    fn means(&self) -> [Value; 7] {
        score_grid::values(|quality| {
            let mean = match quality {
                Some(quality) => self.table.mean_of(quality),
                None => self.table.mean,
            };
            mean.map_or(Value::None, Value::Mean)
        })
    }
}

/// What the page is, and the weakest quality.
fn head_ui(ui: &mut Ui, made: &Made, pane: &mut Pane<'_>) {
    let margin = Margin { left: 16, right: 16, top: 12, bottom: 4 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        page_part::title_ui(ui, pane.text.action_show_qualities(), pane);
        let words = match made.table.weakest() {
            Some((quality, mean)) => pane.text.quality_weakest_is(
                words::quality(pane.text, quality),
                message::mean(pane.text, mean),
            ),
            None => pane.text.quality_none_rated(),
        };
        page_part::note_ui(ui, words, pane);
    });
}

fn grid_row(row: &QualityRow) -> GridRow {
    let card = &row.stop.card;
    let values = score_grid::values(|quality| match quality {
        Some(quality) => card.qualities.score(quality).map_or(Value::None, Value::Score),
        None => row.mean.map_or(Value::None, Value::Mean),
    });
    GridRow {
        mark: card.mark,
        mark_before: None,
        title: format!("{} {}", card.code, card.title),
        note: String::new(),
        values,
        is_there: true,
    }
}
