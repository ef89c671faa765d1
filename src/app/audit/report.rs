//! What an audit says, and what two say together: what got better, and what worse.

use super::{
    Turn,
    list::called,
    page_part::{note_ui, title_ui},
};
use crate::{
    app::{
        page::Page,
        request::{Pane, Request},
        score_grid::{self, Asked, GridRow, Look, ScoreGrid, Value},
        style,
    },
    editor::Selection,
    method::audit::{Compared, Comparison, Turn as Change},
    model::{Audit, AuditEntry, AuditId, JourneyMap, Quality, TouchpointId},
    text::Text,
    theme::Tone,
};
use egui::{Key, Margin, Modifiers, RichText, Ui};
use std::sync::Arc;

/// One audit, or two side by side.
pub struct Report {
    audit: AuditId,
    before: Option<AuditId>,
    /// Only what got better or worse.
    only_changed: bool,
    made: Option<(Arc<JourneyMap>, bool, Made)>,
    grid: ScoreGrid,
}

/// What is shown, made anew when the map changes.
struct Made {
    rows: Vec<(TouchpointId, GridRow)>,
    means: [Value; 7],
    counts: [usize; 6],
}

impl Report {
    pub fn of(audit: AuditId, before: Option<AuditId>) -> Self {
        Self { audit, before, only_changed: false, made: None, grid: ScoreGrid::default() }
    }

    pub fn audits(&self) -> [Option<AuditId>; 2] {
        [Some(self.audit), self.before]
    }

    pub fn ui(&mut self, ui: &mut Ui, map: &Arc<JourneyMap>, pane: &mut Pane<'_>) -> Option<Turn> {
        let find = |id: AuditId| map.audits.iter().find(|audit| audit.id == id);
        let audit = find(self.audit)?;
        let before = self.before.and_then(find);
        let is_known = self
            .made
            .as_ref()
            .is_some_and(|(of, only, _)| Arc::ptr_eq(of, map) && *only == self.only_changed);
        if !is_known {
            let made = match before {
                Some(before) => Made::two(map, before, audit, self.only_changed),
                None => Made::one(map, audit),
            };
            self.made = Some((Arc::clone(map), self.only_changed, made));
        }
        let Some((_, _, made)) = &self.made else { return None };
        let mut turn = None;
        let frame =
            egui::Frame::new().inner_margin(Margin { left: 16, right: 16, top: 12, bottom: 8 });
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                if ui.button(pane.text.audit_to_list()).clicked() {
                    turn = Some(Turn::List);
                }
                let title = match before {
                    Some(before) => {
                        pane.text.audit_then_now(called(before, pane), called(audit, pane))
                    }
                    None => called(audit, pane),
                };
                title_ui(ui, title, pane);
            });
            if before.is_some() {
                counts_ui(ui, &made.counts, pane);
                ui.checkbox(&mut self.only_changed, pane.text.audit_only_changed());
            } else if made.rows.is_empty() {
                note_ui(ui, pane.text.audit_says_nothing(), pane);
            }
        });
        let look = Look {
            home: Page::Audit.id(),
            count: made.rows.len(),
            has_notes: made.rows.iter().any(|(_, row)| !row.note.is_empty()),
            sorted: None,
            is_sortable: false,
            text: pane.text,
            theme: pane.theme,
        };
        let selection = pane.editor.selection();
        let row = |at: usize| {
            let (id, row) = made.rows.get(at)?;
            Some((row.clone(), row.is_there && selection.has(*id)))
        };
        let mut asked = None;
        score_grid::place(ui, |ui| asked = self.grid.ui(ui, &look, &made.means, row));
        if let Some(Asked::Row { at, is_left }) = asked
            && let Some((id, _)) = made.rows.get(at).filter(|(_, row)| row.is_there)
        {
            pane.push(Request::Select(Selection::touchpoint(*id)));
            if is_left {
                super::to_map(pane);
            }
        }
        let is_back = ui.memory(|memory| memory.has_focus(Page::Audit.id()))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace));
        turn.or(is_back.then_some(Turn::List))
    }
}

impl Made {
    /// What one audit says, in the order of its walk.
    fn one(map: &JourneyMap, audit: &Audit) -> Self {
        let cards: std::collections::BTreeMap<_, _> =
            map.touchpoints.iter().map(|card| (card.id, card)).collect();
        let row = |entry: &Arc<AuditEntry>| {
            let card = cards.get(&entry.touchpoint);
            let title = card.map_or_else(
                || entry.title.clone(),
                |card| format!("{} {}", card.code, card.title),
            );
            let values = score_grid::values(|quality| match quality {
                Some(it) => entry.scores.0.get(&it).map_or(Value::None, |&it| Value::Score(it)),
                None => entry.scores.mean().map_or(Value::None, Value::Mean),
            });
            let row = GridRow {
                mark: entry.mark,
                mark_before: None,
                title,
                note: entry.note.replace('\n', " "),
                values,
                is_there: card.is_some(),
            };
            (entry.touchpoint, row)
        };
        let rows: Vec<_> = audit.entries.iter().map(row).collect();
        let mean = |quality: Option<Quality>| {
            let scores = audit.entries.iter().flat_map(|entry| &entry.scores.0);
            let scores = scores.filter(|(it, _)| quality.is_none_or(|quality| **it == quality));
            crate::method::quality::mean(scores.map(|(_, score)| f32::from(score.value())))
                .map_or(Value::None, Value::Mean)
        };
        Self { rows, means: score_grid::values(mean), counts: [0; 6] }
    }

    /// What two audits say together: what got worse first.
    fn two(map: &JourneyMap, before: &Audit, after: &Audit, only_changed: bool) -> Self {
        let found = Comparison::of(map, before, after);
        let counts = Change::ALL.map(|change| found.count(change));
        let has_changed = |row: &&Compared| {
            !only_changed || matches!(row.turn(), Change::Worse | Change::Mixed | Change::Better)
        };
        let mut rows: Vec<&Compared> = found.rows.iter().filter(has_changed).collect();
        rows.sort_by_key(|row| row.turn());
        let rows = rows.into_iter().map(|row| (row.touchpoint, compared(row))).collect();
        let means = score_grid::values(|quality| {
            let pair = match quality {
                Some(quality) => found.means_of(quality),
                None => found.mean(),
            };
            pair.map_or(Value::None, |(was, is)| Value::Means(was, is))
        });
        Self { rows, means, counts }
    }
}

/// A touchpoint in two audits.
fn compared(row: &Compared) -> GridRow {
    let entry = row.after.as_ref().or(row.before.as_ref());
    let score = |of: &Option<AuditEntry>, quality| {
        of.as_ref().and_then(|entry| entry.scores.0.get(&quality).copied())
    };
    let values = score_grid::values(|quality| {
        let Some(quality) = quality else {
            return row.means().map_or(Value::None, |(was, is)| Value::Means(was, is));
        };
        match (score(&row.before, quality), score(&row.after, quality)) {
            (Some(was), Some(is)) => Value::Change(was, is),
            // Nothing to compare it with.
            (None, Some(only)) | (Some(only), None) => Value::Change(only, only),
            (None, None) => Value::None,
        }
    });
    let (before, after) = (row.before.as_ref(), row.after.as_ref());
    let marks = before.zip(after).map(|(before, after)| (before.mark, after.mark));
    GridRow {
        mark: entry.and_then(|entry| entry.mark),
        mark_before: marks.filter(|(was, is)| was != is).map(|(was, _)| was),
        title: match row.code {
            Some(code) => format!("{code} {}", row.title),
            None => row.title.clone(),
        },
        note: entry.map(|entry| entry.note.replace('\n', " ")).unwrap_or_default(),
        values,
        is_there: row.code.is_some(),
    }
}

/// How many got better, worse …; what does not occur is not said.
fn counts_ui(ui: &mut Ui, counts: &[usize; 6], pane: &Pane<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (change, &count) in Change::ALL.into_iter().zip(counts).filter(|(_, count)| **count > 0)
        {
            let tone = match change {
                Change::Worse => Tone::Friction,
                Change::Better => Tone::Positive,
                Change::Mixed => Tone::Decision,
                Change::Same | Change::New | Change::Left => Tone::Secondary,
            };
            let words = change_words(pane.text, change, count);
            ui.label(RichText::new(words).color(style::color(pane.theme, tone)));
        }
    });
}

fn change_words(text: &Text, change: Change, count: usize) -> String {
    match change {
        Change::Worse => text.audit_worse(count),
        Change::Mixed => text.audit_mixed(count),
        Change::Better => text.audit_better(count),
        Change::Same => text.audit_same(count),
        Change::New => text.audit_new(count),
        Change::Left => text.audit_left(count),
    }
}
