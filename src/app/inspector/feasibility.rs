//! What a touchpoint would bring and what it would take: impact, effort, cost, when, growth.

use super::{
    card::change,
    field::{self, Fields, Line, choice_ui, row_of},
    section::{Heading, section_ui},
    summary::{Common, Summary},
};
use crate::{
    app::{
        rating::Rating,
        request::{Pane, Request},
        words,
    },
    command::{Command, TouchpointField},
    method::feasibility::Quadrant,
    model::{CostBand, JourneyMap, Score, When},
};
use egui::{Id, Response, Ui, Vec2};

/// Width of the labels in points.
const LABEL: f32 = 96.0;
/// Of the five fields of a score, at most.
const WIDEST: f32 = 116.0;
/// So that they stand in line with the text of other fields.
const INDENT: f32 = 8.0;

/// Draws the section for one card or for several.
pub fn feasibility_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let quadrant =
        summary.impact.same().copied().flatten().zip(summary.effort.same().copied().flatten());
    let quadrant = quadrant.map(|(impact, effort)| Quadrant::at(impact, effort));
    let heading = Heading {
        title: text.feasibility(),
        summary: quadrant.map(|it| words::quadrant(text, it)).unwrap_or_default(),
    };
    section_ui(ui, "feasibility", &heading, summary.is_planned(), pane, |ui, pane| {
        fields_ui(ui, map, summary, fields, pane);
    });
}

fn fields_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    use TouchpointField as F;
    let text = pane.text;
    let change = |field| change(map, summary, field);
    let first = summary.ids.first().copied();
    let name = text.feasibility_impact();
    row_of(ui, LABEL, name.clone(), pane, |ui, pane| {
        let current = summary.impact.same().copied();
        score_ui(ui, Id::unique("impact"), &name, current, pane, |it| change(F::Impact(it)))
    });
    let name = text.feasibility_effort();
    row_of(ui, LABEL, name.clone(), pane, |ui, pane| {
        let current = summary.effort.same().copied();
        score_ui(ui, Id::unique("effort"), &name, current, pane, |it| change(F::Effort(it)))
    });
    row_of(ui, LABEL, text.feasibility_when(), pane, |ui, pane| {
        let mut options = vec![(None, text.inspector_not_set())];
        options.extend(When::ALL.map(|it| (Some(it), words::when(text, it))));
        let current = summary.when.same().copied();
        choice_ui(ui, Id::unique("when"), current, &options, pane, |it| change(F::When(it)))
    });
    row_of(ui, LABEL, text.feasibility_band(), pane, |ui, pane| {
        let mut options = vec![(None, text.inspector_not_set())];
        options.extend(CostBand::ALL.map(|it| (Some(it), words::cost_band(text, it))));
        let current = summary.cost_band.same().copied();
        choice_ui(ui, Id::unique("band"), current, &options, pane, |it| change(F::CostBand(it)))
    });
    row_of(ui, LABEL, text.feasibility_cost(), pane, |ui, pane| {
        let hint = match &summary.cost {
            Common::Same(_) => text.feasibility_cost_hint(),
            Common::Mixed => text.inspector_mixed(),
        };
        let cost = field::text_of(&summary.cost);
        let line = Line::new(Id::unique(("cost", first)), cost, hint);
        fields.text_ui(ui, &line, pane, |cost| Some(change(F::Cost(cost))))
    });
    row_of(ui, LABEL, text.feasibility_growth(), pane, |ui, pane| {
        let mut options = vec![(None, text.inspector_not_set())];
        options.extend([true, false].map(|it| (Some(it), words::growth(text, it))));
        let current = summary.grows.same().copied();
        choice_ui(ui, Id::unique("growth"), current, &options, pane, |it| change(F::Grows(it)))
    });
}

/// A score; `None` where several cards differ in it.
fn score_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: Option<Option<Score>>,
    pane: &mut Pane<'_>,
    command: impl Fn(Option<Score>) -> Command,
) -> Response {
    let width = (INDENT + WIDEST).min(ui.available_width());
    let (_, place) = ui.allocate_space(Vec2::new(width, 28.0));
    let rating = Rating { id, name, value, before: None, is_large: false };
    let place = place.with_min_x(place.left() + INDENT);
    let (response, chosen) = rating.ui(ui, place, pane.text, pane.theme);
    if let Some(score) = chosen {
        pane.run(command(score));
        pane.push(Request::Seal);
    }
    response
}
