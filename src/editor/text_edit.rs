//! Text edited in place. What is new is made when its text is finished, as one step of the
//! history; until then it is only shown.

use super::{Editor, Landing, NewCard, Selection, gesture::Pending};
use crate::{
    command::{Command, LaneField, LinkField, StageField, TouchpointField},
    model::JourneyMap,
    scene::Source,
};
use std::sync::Arc;

/// A text that is being edited in place.
#[derive(Debug, Clone, PartialEq)]
pub struct TextEdit {
    pub source: Source,
    /// What the field begins with.
    pub text: String,
    /// Whether the thing was made just now, so that Escape takes it away again.
    pub is_new: bool,
}

/// The text that is edited, and what is made once it is finished.
pub(super) struct Writing {
    pub edit: TextEdit,
    /// Shown while the text is edited: what makes the thing, where it is new, else what makes room
    /// for its text.
    pub pending: Option<Command>,
    /// One of several that are typed one after the other: an empty one ends it.
    is_next: bool,
    /// What was selected when the field opened: a finished thing is selected only if nothing else
    /// was meanwhile.
    selected: Selection,
}

impl Editor {
    pub fn editing(&self) -> Option<&TextEdit> {
        self.writing.as_ref().map(|writing| &writing.edit)
    }

    /// Opens the text of a thing for editing in place.
    pub fn edit_text(&mut self, source: Source) {
        self.cancel_text();
        if self.refuses() {
            return;
        }
        let Some(text) = self.text_of(source).filter(|_| self.has_text_on_map(source)) else {
            return;
        };
        self.cancel_gesture();
        self.select(source.into());
        // A link without a label has no place for one: it is shown with one.
        let pending = match source {
            Source::Link(_) if text.is_empty() => self.text_command(source, self.text.new_label()),
            _ => None,
        };
        self.writing = Some(Writing {
            edit: TextEdit { source, text, is_new: false },
            pending,
            is_next: false,
            selected: self.selection.clone(),
        });
        self.refresh();
        self.reveal_selection();
    }

    /// Whether a thing is drawn with its text: not a card in the inbox, nor a link from there.
    pub(super) fn has_text_on_map(&self, source: Source) -> bool {
        let scene = self.base();
        match source {
            Source::Link(_) => scene.rect_of(source).is_some(),
            _ => scene.text_box_of(source).is_some(),
        }
    }

    /// The edited text is taken; `next` goes on to the next text of the same kind.
    pub fn finish_text(&mut self, text: &str, next: bool) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        let text = one_line(text);
        let source = writing.edit.source;
        if writing.edit.is_new {
            if self.finish_new(writing, &text) && next {
                self.begin_next(source);
            }
            return;
        }
        let may_be_empty = matches!(source, Source::Step(_) | Source::Link(_));
        if text != writing.edit.text
            && (may_be_empty || !text.is_empty())
            && let Some(command) = self.text_command(source, text)
        {
            self.commit(command, None);
        } else {
            self.refresh();
        }
        if next && let Some(following) = self.map().and_then(|map| self.source_after(map, source)) {
            self.edit_text(following);
        }
    }

    /// Gives a thing another text, as one step: edited elsewhere than on the map. What may not be
    /// empty stays as it is.
    pub fn write_text(&mut self, source: Source, text: &str) {
        let text = one_line(text);
        let may_be_empty = matches!(source, Source::Step(_) | Source::Link(_));
        let is_new = self.text_of(source).is_some_and(|old| old != text);
        if is_new
            && (may_be_empty || !text.is_empty())
            && let Some(command) = self.text_command(source, text)
        {
            self.commit(command, None);
        }
    }

    /// The edited text is left as it was.
    pub fn cancel_text(&mut self) {
        if self.writing.take().is_some_and(|writing| writing.pending.is_some()) {
            self.refresh();
        }
    }

    /// A new card at a landing, with its title in edit.
    pub(super) fn begin_new_card(&mut self, landing: Landing) {
        self.begin_new_card_as(landing, false);
    }

    fn begin_new_card_as(&mut self, landing: Landing, is_next: bool) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let card = NewCard::Typed { title: self.text.new_touchpoint() };
        if let Some(pending) = self.place_new(&map, &card, landing) {
            self.begin_new(pending, String::new(), is_next);
        }
    }

    /// Something new, with its text in edit.
    pub(super) fn begin_new(&mut self, pending: Pending, text: String, is_next: bool) {
        self.cancel_text();
        self.cancel_gesture();
        if self.refuses() {
            return;
        }
        self.history.seal();
        self.writing = Some(Writing {
            edit: TextEdit { source: pending.lead, text, is_new: true },
            pending: Some(pending.command),
            is_next,
            selected: self.selection.clone(),
        });
        self.refresh();
        if let Some(rect) = self.scene().rect_of(pending.lead) {
            let bounds = self.bounds();
            self.camera.reveal(&rect, &bounds);
        }
    }

    /// Makes what is new. Gives whether it was made.
    fn finish_new(&mut self, writing: Writing, text: &str) -> bool {
        let source = writing.edit.source;
        let is_kept = match source {
            Source::Step(_) => !writing.is_next,
            Source::Stage(_) | Source::Lane(_) => true,
            _ => false,
        };
        let text = if text.is_empty() { writing.edit.text.as_str() } else { text };
        let Some(mut command) = writing.pending.filter(|_| is_kept || !text.is_empty()) else {
            self.refresh();
            return false;
        };
        write_into(&mut command, source, text);
        let then = (self.selection == writing.selected).then(|| source.into());
        self.commit(command, then) && !text.is_empty()
    }

    /// After a new card or step, another one: cards come in as fast as people talk.
    fn begin_next(&mut self, after: Source) {
        self.select(after.into());
        match after {
            Source::Touchpoint(_) => {
                if let Some(landing) = self.landing_for_new() {
                    self.begin_new_card_as(landing, true);
                }
            }
            Source::Step(_) => self.add_step(true),
            _ => {}
        }
    }

    /// The text of a thing that has one.
    pub fn text_of(&self, source: Source) -> Option<String> {
        let map = self.map()?;
        match source {
            Source::Touchpoint(id) => map.touchpoint(id).map(|card| card.title.clone()),
            Source::Step(id) => map.column(id).map(|column| column.step.action.clone()),
            Source::Stage(id) => map.stage(id).map(|stage| stage.name.clone()),
            Source::Lane(id) => map.lane(id).map(|lane| lane.name.clone()),
            Source::Link(id) => map.link(id).map(|link| link.label.clone()),
            Source::Emotion | Source::Ground => None,
        }
    }

    fn text_command(&self, source: Source, text: String) -> Option<Command> {
        let map = self.shown?;
        Some(match source {
            Source::Touchpoint(id) => Command::EditTouchpoints {
                map,
                touchpoints: vec![id],
                field: TouchpointField::Title(text),
            },
            Source::Step(step) => Command::EditStep { map, step, action: text },
            Source::Stage(stage) => {
                Command::EditStage { map, stage, field: StageField::Name(text) }
            }
            Source::Lane(lane) => Command::EditLane { map, lane, field: LaneField::Name(text) },
            Source::Link(link) => Command::EditLink { map, link, field: LinkField::Label(text) },
            Source::Emotion | Source::Ground => return None,
        })
    }

    /// The next thing of the same kind, in the map's order.
    fn source_after(&self, map: &JourneyMap, source: Source) -> Option<Source> {
        match source {
            Source::Touchpoint(id) => {
                let scene = self.scene();
                let next = scene.cards.get(scene.card_at(id)? + 1)?;
                Some(Source::Touchpoint(next.id))
            }
            Source::Step(id) => {
                let mut steps = map.columns().map(|column| column.step.id);
                steps.find(|&step| step == id)?;
                steps.next().map(Source::Step)
            }
            Source::Stage(id) => {
                let mut stages = map.stages.iter().map(|stage| stage.id);
                stages.find(|&stage| stage == id)?;
                stages.next().map(Source::Stage)
            }
            Source::Lane(id) => {
                let mut lanes = map.lanes.iter().map(|lane| lane.id);
                lanes.find(|&lane| lane == id)?;
                lanes.next().map(Source::Lane)
            }
            Source::Link(_) | Source::Emotion | Source::Ground => None,
        }
    }
}

/// A text as it is kept in a field of one line: breaks become spaces, the ends are trimmed.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control()).map(str::trim).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Puts a text into the thing that a command makes.
pub(super) fn write_into(command: &mut Command, source: Source, text: &str) {
    match command {
        Command::Together { commands, .. } => {
            for command in commands {
                write_into(command, source, text);
            }
        }
        Command::AddTouchpoints { touchpoints, .. } => {
            for card in touchpoints.iter_mut().filter(|it| Source::Touchpoint(it.id) == source) {
                text.clone_into(&mut card.title);
            }
        }
        Command::AddStage { stage, .. } => {
            if Source::Stage(stage.id) == source {
                text.clone_into(&mut stage.name);
            }
            for step in stage.steps.iter_mut().filter(|it| Source::Step(it.id) == source) {
                text.clone_into(&mut step.action);
            }
        }
        Command::AddStep { step, .. } if Source::Step(step.id) == source => {
            text.clone_into(&mut step.action);
        }
        Command::AddLane { lane, .. } if Source::Lane(lane.id) == source => {
            text.clone_into(&mut lane.name);
        }
        _ => {}
    }
}
