//! The fields of one touchpoint, and those that several touchpoints share.

use super::{
    feasibility,
    field::{self, Fields, Line, choice_ui, row_ui, value_ui},
    heading_ui, kind_ui, note_ui, outcome,
    qualities::qualities_ui,
    summary::{Common, Summary},
    tasks,
};
use crate::{
    app::{
        mark,
        request::{Pane, Request},
        style, words,
    },
    command::{Command, TouchpointField},
    font::Weight,
    model::{Control, Emotion, JourneyMap, Mark, Period, Touchpoint},
    theme::{Tone, type_size},
};
use egui::{Button, Id, Response, Stroke, Ui, Vec2};

/// Of a mark's shape before its word.
const SHAPE_ROOM: f32 = 14.0;

/// What one touchpoint is: it stays in view while its fields scroll.
pub fn head_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let id = card.id;
    kind_ui(ui, Some(card.code.to_string()), pane.text.inspector_touchpoint(), pane);
    let edit = |field| Command::EditTouchpoints { map: map.id, touchpoints: vec![id], field };
    let line = Line::new(Id::unique(("title", id)), &card.title, pane.text.inspector_title());
    fields.heading_ui(ui, pane.text.inspector_title(), line, pane, |title| {
        // A touchpoint needs a title: an empty one is a draft until something is typed.
        (!title.trim().is_empty()).then(|| edit(TouchpointField::Title(title)))
    });
    marks_ui(ui, Some(card.mark), pane, |mark| edit(TouchpointField::Mark(mark)));
}

/// The fields of one touchpoint.
pub fn card_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let id = card.id;
    let edit = |field| Command::EditTouchpoints { map: map.id, touchpoints: vec![id], field };
    ui.add_space(8.0);
    value_ui(ui, pane.text.inspector_place(), place_of(map, card, pane), pane);
    details_ui(ui, map, summary, fields, pane);
    let notes = Line::new(Id::unique(("notes", id)), &card.notes, pane.text.inspector_notes_hint());
    heading_ui(ui, pane.text.inspector_notes(), pane);
    let name = pane.text.inspector_notes();
    fields.block_ui(ui, name, &notes.rows(3), pane, |notes| {
        Some(edit(TouchpointField::Notes(notes)))
    });
    feasibility::feasibility_ui(ui, map, summary, fields, pane);
    outcome::leads_ui(ui, map, card, fields, pane);
    outcome::sources_ui(ui, map, card, pane);
    qualities_ui(ui, map, Some(card), summary, fields, pane);
    tasks::tasks_ui(ui, map, card, fields, pane);
}

/// The fields that several touchpoints share.
pub fn shared_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    marks_ui(ui, summary.mark.same().copied(), pane, |mark| {
        change(map, summary, TouchpointField::Mark(mark))
    });
    ui.add_space(8.0);
    details_ui(ui, map, summary, fields, pane);
    feasibility::feasibility_ui(ui, map, summary, fields, pane);
    qualities_ui(ui, map, None, summary, fields, pane);
}

/// A change of all that is selected.
pub fn change(map: &JourneyMap, summary: &Summary, field: TouchpointField) -> Command {
    Command::EditTouchpoints { map: map.id, touchpoints: summary.ids.clone(), field }
}

fn details_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    summary: &Summary,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let first = summary.ids.first().copied();
    let change = |field| change(map, summary, field);
    let not_set = || text.inspector_not_set();
    let hint = |common: &Common<String>, hint: String| match common {
        Common::Same(_) => hint,
        Common::Mixed => text.inspector_mixed(),
    };
    let channel = field::text_of(&summary.channel);
    let words = hint(&summary.channel, text.inspector_channel_hint());
    let line = Line::new(Id::unique(("channel", first)), channel, words);
    fields.line_ui(ui, text.inspector_channel(), &line, pane, |channel| {
        Some(change(TouchpointField::Channel(channel)))
    });
    row_ui(ui, text.inspector_control(), pane, |ui, pane| {
        let mut options = vec![(None, not_set())];
        options.extend(Control::ALL.map(|it| (Some(it), words::control(text, it))));
        let current = summary.control.same().copied();
        choice_ui(ui, Id::unique("control"), current, &options, pane, |control| {
            change(TouchpointField::Control(control))
        })
    });
    row_ui(ui, text.inspector_period(), pane, |ui, pane| {
        let mut options = vec![(None, not_set())];
        options.extend(Period::ALL.map(|it| (Some(it), words::period(text, it))));
        let current = summary.period.same().copied();
        choice_ui(ui, Id::unique("period"), current, &options, pane, |period| {
            change(TouchpointField::Period(period))
        })
    });
    let owner = field::text_of(&summary.owner);
    let words = hint(&summary.owner, text.inspector_owner_hint());
    let line = Line::new(Id::unique(("owner", first)), owner, words);
    fields.line_ui(ui, text.inspector_owner(), &line, pane, |owner| {
        Some(change(TouchpointField::Owner(owner)))
    });
    row_ui(ui, text.inspector_emotion(), pane, |ui, pane| {
        emotion_ui(ui, summary.emotion.same().copied(), pane, |emotion| {
            change(TouchpointField::Emotion(emotion))
        })
    });
    if let (Common::Same(None), Common::Same(mark)) = (&summary.emotion, &summary.mark) {
        note_ui(ui, counts_as(*mark, pane), pane);
    }
    moment_ui(ui, &summary.moment_of_truth, pane, |is| change(TouchpointField::MomentOfTruth(is)));
}

fn moment_ui(
    ui: &mut Ui,
    current: &Common<bool>,
    pane: &mut Pane<'_>,
    command: impl Fn(bool) -> Command,
) {
    let mut is_set = current.same().copied().unwrap_or_default();
    let mixed = *current == Common::Mixed;
    let words = pane.text.inspector_moment();
    let response = field::checkbox_ui(ui, &mut is_set, words, mixed, pane)
        .on_hover_text(pane.text.inspector_moment_note());
    if response.changed() {
        pane.run(command(is_set || mixed));
        pane.push(Request::Seal);
    }
}

/// The three marks as buttons with their shapes, and one for none.
pub fn marks_ui(
    ui: &mut Ui,
    current: Option<Option<Mark>>,
    pane: &mut Pane<'_>,
    command: impl Fn(Option<Mark>) -> Command,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let small = 32.0;
        let room = ui.available_width() - small - 3.0 * 4.0;
        // Each as wide as its word needs, and an equal share of what is left over.
        let needs = Mark::ALL.map(|mark| needed_width(ui, mark, current, pane));
        let share = (room - needs.iter().sum::<f32>()) / 3.0;
        let widths = needs.map(|need| (need + share).max(small));
        for (mark, width) in Mark::ALL.into_iter().map(Some).zip(widths).chain([(None, small)]) {
            if mark_button(ui, mark, current == Some(mark), width, pane).clicked() {
                pane.run(command(mark));
                pane.push(Request::Seal);
            }
        }
    });
}

/// Of the shape and the word.
fn needed_width(ui: &Ui, mark: Mark, current: Option<Option<Mark>>, pane: &Pane<'_>) -> f32 {
    let (name, font) = (mark::name(pane.text, Some(mark)), mark_font(current == Some(Some(mark))));
    let ink = style::color(pane.theme, Tone::Text);
    SHAPE_ROOM + ui.painter().layout_no_wrap(name, font, ink).size().x
}

fn mark_font(is_current: bool) -> egui::FontId {
    let weight = if is_current { Weight::SemiBold } else { Weight::Regular };
    style::font(weight, type_size::SMALL)
}

/// One of the marks; a wide one has its word.
pub fn mark_button(
    ui: &mut Ui,
    mark: Option<Mark>,
    is_current: bool,
    width: f32,
    pane: &Pane<'_>,
) -> Response {
    let tone = |tone| style::color(pane.theme, tone);
    let (full, soft) = mark::tones(mark);
    let name = mark::name(pane.text, mark);
    let (_, rect) = ui.allocate_space(Vec2::new(width, 32.0));
    let response = ui.interact(rect, ui.scope_id().with(("mark", mark)), egui::Sense::click());
    let enabled = ui.is_enabled();
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, enabled, is_current, &name));
    let (fill, line) = match (is_current, response.hovered()) {
        (true, _) => (tone(soft), Stroke::new(1.5, tone(full))),
        (false, true) => (tone(Tone::Header), Stroke::new(1.0, tone(Tone::Line))),
        (false, false) => (tone(Tone::Panel), Stroke::new(1.0, tone(Tone::Line))),
    };
    let line = if response.has_focus() { Stroke::new(2.0, tone(Tone::Accent)) } else { line };
    let painter = ui.painter_at(rect);
    painter.rect(rect, 6.0, fill, line, egui::StrokeKind::Inside);
    if mark.is_none() {
        mark::paint(&painter, rect.center(), 9.0, mark, pane.theme);
        return response.on_hover_text(name);
    }
    let ink = if is_current { tone(full) } else { tone(Tone::Text) };
    let galley = painter.layout_no_wrap(name, mark_font(is_current), ink);
    let left = rect.center().x - f32::midpoint(galley.size().x, SHAPE_ROOM);
    mark::paint(&painter, egui::pos2(left + 4.5, rect.center().y), 9.0, mark, pane.theme);
    let at = egui::pos2(left + SHAPE_ROOM, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    response
}

fn emotion_ui(
    ui: &mut Ui,
    current: Option<Option<Emotion>>,
    pane: &mut Pane<'_>,
    command: impl Fn(Option<Emotion>) -> Command,
) -> Response {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 5.0;
        for emotion in Emotion::ALL.into_iter().map(Some).chain([None]) {
            let label = match emotion {
                Some(emotion) => words::signed(i32::from(emotion.value())),
                None => "–".to_owned(),
            };
            let name = match emotion {
                Some(_) => format!("{} {label}", pane.text.inspector_emotion()),
                None => {
                    format!("{}: {}", pane.text.inspector_emotion(), pane.text.inspector_not_set())
                }
            };
            let is_current = current == Some(emotion);
            let size = Vec2::new(28.0, 28.0);
            let button = Button::selectable(is_current, label).min_size(size);
            let response = ui.add(button).accessible_name(&name).on_hover_text(&name);
            if response.clicked() && !is_current {
                pane.run(command(emotion));
                pane.push(Request::Seal);
            }
        }
    });
    row.response
}

fn counts_as(mark: Option<Mark>, pane: &Pane<'_>) -> String {
    match mark {
        Some(Mark::Positive) => pane.text.inspector_counts_as(words::signed(1)),
        Some(Mark::Decision) => pane.text.inspector_counts_as(words::signed(0)),
        Some(Mark::Friction) => pane.text.inspector_counts_as(words::signed(-1)),
        None => pane.text.inspector_counts_not(),
    }
}

/// Where a card stands, in words.
pub fn place_of(map: &JourneyMap, card: &Touchpoint, pane: &Pane<'_>) -> String {
    let place = card.place.cell.and_then(|cell| {
        let number = map.columns().position(|column| column.step.id == cell.step)? + 1;
        let column = map.column(cell.step)?;
        let lane = map.lane(cell.lane)?;
        Some((column.stage.name.clone(), number, lane.name.clone()))
    });
    match place {
        Some((stage, step, lane)) => pane.text.inspector_place_cell(stage, step, lane),
        None => pane.text.inspector_place_inbox(),
    }
}
