//! The status bar: what the pointer can do here, what is on the map, how far the work is saved.

use super::{
    document::{Document, SavedState},
    mark,
    outside::Presence,
    page::Page,
    request::Request,
    style, words,
};
use crate::{
    editor::{Action, Bright, Hint},
    model::{JourneyMap, MapId, Mark},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align, Button, Label, Layout, RichText, Ui};
use jiff::{Timestamp, tz::TimeZone};
use lucide_icons::Icon;

/// Counts of the shown map, made again when the project changes.
#[derive(Default)]
pub struct StatusBar {
    counted: Option<(u64, MapId)>,
    counts: Counts,
    /// On the clock; `None`: not since the project was opened.
    saved_at: Option<String>,
    /// Unsaved work is safe on this computer.
    pub is_keeping: bool,
}

/// What is on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Counts {
    marks: [usize; 3],
    placed: usize,
    inbox: usize,
}

impl StatusBar {
    /// The project was saved at this moment.
    pub fn saved_now(&mut self) {
        self.saved_at = Some(clock(Timestamp::now(), TimeZone::system()));
    }

    /// Draws the bar. `findings` are so many, `exporting` is how much of a picture is done.
    #[expect(clippy::too_many_arguments, reason = "each is another thing that the bar tells")]
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        findings: usize,
        exporting: Option<f32>,
        text: &Text,
        theme: Theme,
        requests: &mut Vec<Request>,
    ) {
        let editor = &document.editor;
        if let Some(map) = editor.map() {
            let state = Some((editor.revision(), map.id));
            if self.counted != state {
                self.counted = state;
                self.counts = Counts::of(map);
            }
        } else {
            self.counts = Counts::default();
        }
        let secondary = style::color(theme, Tone::Secondary);
        let small = |words: String| RichText::new(words).size(type_size::SMALL).color(secondary);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            let is_kept = self.is_keeping;
            let state = match document.saved_state() {
                SavedState::Unsaved if document.outside.presence != Presence::Here => {
                    away(document, is_kept, text)
                }
                SavedState::Never => text.status_never(),
                SavedState::Saving => text.status_saving(),
                SavedState::Saved => match &self.saved_at {
                    Some(time) => text.status_saved_at(time),
                    None => text.status_saved(),
                },
                SavedState::Unsaved => text.status_unsaved(),
            };
            ui.label(small(state));
            if let Some(done) = exporting {
                if ui.small_button(text.status_cancel()).clicked() {
                    requests.push(Request::CancelExport);
                }
                ui.label(small(text.status_exporting(percent(done))));
            }
            if document.page == Page::Map {
                ui.label(small(text.status_zoom(percent(editor.camera().zoom))));
            }
            if let Some(bright) = editor.bright() {
                filter_ui(ui, bright, text, requests);
            }
            if findings > 0 {
                findings_ui(ui, findings, text, requests);
            }
            let counts = self.counts;
            let inbox = text.status_inbox(counts.inbox);
            ui.label(small(format!("{} · {inbox}", text.status_touchpoints(counts.placed))));
            for (mark, count) in Mark::ALL.into_iter().zip(counts.marks).rev() {
                mark_count_ui(ui, mark, count, text, theme);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let is_empty =
                    editor.map().is_none_or(|map| map.stages.is_empty() || map.lanes.is_empty());
                let hint = match editor.hint() {
                    _ if document.page != Page::Map => text.hint_page(),
                    Hint::Canvas if is_empty => text.hint_canvas_empty(),
                    hint => words::hint(text, &hint),
                };
                ui.add(Label::new(small(hint)).truncate());
            });
        });
    }
}

/// How the work stands while its file cannot be reached.
fn away(document: &Document, is_kept: bool, text: &Text) -> String {
    match document.outside.presence {
        _ if !is_kept => text.status_away_unkept(),
        _ if document.outside.waits_to_save => text.status_away_waits(),
        Presence::NoFile => text.status_no_file(),
        Presence::NoFolder | Presence::Here => text.status_away(),
    }
}

impl Counts {
    fn of(map: &JourneyMap) -> Self {
        let mut counts = Self::default();
        for card in &map.touchpoints {
            if card.place.cell.is_none() {
                counts.inbox += 1;
                continue;
            }
            counts.placed += 1;
            if let Some(mark) = card.mark
                && let Some(count) = counts.marks.get_mut(mark as usize)
            {
                *count += 1;
            }
        }
        counts
    }
}

/// A filter is on: a click shows it.
fn filter_ui(ui: &mut Ui, bright: Bright, text: &Text, requests: &mut Vec<Request>) {
    let theme = style::theme(ui.ctx());
    let ink = style::color(theme, Tone::Accent);
    let words = text.status_filter(bright.count, bright.of);
    let label = RichText::new(&words).size(type_size::SMALL).color(ink);
    let icon = style::icon(Icon::Funnel).size(type_size::SMALL).color(ink);
    let button = Button::new((icon, label)).frame_when_inactive(false).gap(4.0).small();
    if ui.add(button).accessible_name(words).clicked() {
        requests.push(Request::Perform(Action::Filter));
    }
}

/// Something was found: a click lists it.
fn findings_ui(ui: &mut Ui, count: usize, text: &Text, requests: &mut Vec<Request>) {
    let ink = style::color(style::theme(ui.ctx()), Tone::Secondary);
    let words = text.status_findings(count);
    let label = RichText::new(count.to_string()).size(type_size::SMALL).color(ink);
    let icon = style::icon(Icon::CircleAlert).size(type_size::BODY).color(ink);
    let button = Button::new((icon, label)).frame_when_inactive(false).gap(4.0).small();
    if ui.add(button).accessible_name(&words).on_hover_text(&words).clicked() {
        requests.push(Request::Perform(Action::ToggleFindings));
    }
}

fn mark_count_ui(ui: &mut Ui, mark: Mark, count: usize, text: &Text, theme: Theme) {
    let words = match mark {
        Mark::Positive => text.status_positive(count),
        Mark::Decision => text.status_decision(count),
        Mark::Friction => text.status_friction(count),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let number = RichText::new(count.to_string())
            .font(style::font(crate::font::Weight::SemiBold, type_size::SMALL));
        // From the right: the number stands behind its shape.
        ui.label(number).accessible_name(words.clone()).on_hover_text(words);
        mark::shape_ui(ui, Some(mark), 9.0, theme);
    });
}

/// A time of day as all three languages write it, by the clock on the wall.
fn clock(time: Timestamp, zone: TimeZone) -> String {
    let local = time.to_zoned(zone);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// A zoom factor as a whole number of percent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the camera keeps zoom between 2 % and 800 %"
)]
fn percent(zoom: f32) -> u32 {
    (zoom * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cell, Code, LaneId, MapId, Place, Rank, StepId, Touchpoint, TouchpointId};
    use std::sync::Arc;

    #[test]
    fn the_time_is_that_of_the_clock_on_the_wall() {
        // 14:05 in Greenwich.
        let time = Timestamp::from_second(1_795_356_300).unwrap_or_default();
        for (hours, expected) in [(0, "14:05"), (8, "22:05"), (10, "00:05"), (-7, "07:05")] {
            let found = clock(time, TimeZone::fixed(jiff::tz::offset(hours)));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn cards_in_the_inbox_count_apart() {
        let mut map = JourneyMap::new(MapId::from(1), "");
        let cell = Cell { step: StepId::from(1), lane: LaneId::from(1) };
        for (id, cell, mark) in [
            (1, Some(cell), Some(Mark::Positive)),
            (2, Some(cell), None),
            (3, Some(cell), Some(Mark::Friction)),
            (4, None, Some(Mark::Positive)),
        ] {
            let place = Place { cell, rank: Rank::middle() };
            let mut card = Touchpoint::new(TouchpointId::from(id), Code(1), "x", place);
            card.mark = mark;
            map.touchpoints.push(Arc::new(card));
        }
        assert_eq!(Counts::of(&map), Counts { marks: [1, 0, 1], placed: 3, inbox: 1 });
    }

    #[test]
    fn zoom_is_said_in_whole_percent() {
        assert_eq!(percent(1.0), 100);
        assert_eq!(percent(0.333), 33);
    }
}
