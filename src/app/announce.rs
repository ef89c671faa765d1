//! What is said to those who do not see the window: changes that are not a change of focus.
//!
//! Everything that assistive technology is to say by itself has its node from [`live_node`]: what
//! is only said, here; what is also shown, where it is shown. So nothing is said twice.

use super::spoken;
use crate::{
    command::CommandName,
    editor::{Change, Editor},
    model::{JourneyMap, Mark},
    scene::Source,
    text::Text,
};
use egui::{
    Context, Id,
    accesskit::{Live, Role},
};

/// How many of one frame are said: a screen reader says one after the other.
const MOST: usize = 3;

/// The words that were said last. They stay until the next: a node that goes is silent.
#[derive(Default)]
pub struct Announcer {
    said: Vec<(u64, Said)>,
    made: u64,
    /// Whether the last ones have been handed over.
    is_out: bool,
    /// How many cards were selected when that was last looked at.
    selected: usize,
}

struct Said {
    words: String,
    is_urgent: bool,
}

impl Announcer {
    /// Says something when the reader has finished its sentence.
    pub fn say(&mut self, words: String) {
        self.push(Said { words, is_urgent: false });
    }

    /// Says something at once: what went wrong.
    pub fn warn(&mut self, words: String) {
        self.push(Said { words, is_urgent: true });
    }

    fn push(&mut self, said: Said) {
        if said.words.is_empty() {
            return;
        }
        if std::mem::take(&mut self.is_out) {
            self.said.clear();
        }
        self.made += 1;
        self.said.push((self.made, said));
        let over = self.said.len().saturating_sub(MOST);
        self.said.drain(..over);
    }

    /// Says how many cards are selected, when that changes and they are several.
    pub fn follow_selection(&mut self, editor: &Editor, text: &Text) {
        let count = editor.selection().touchpoints().count();
        if count != self.selected {
            self.selected = count;
            if count > 1 {
                self.say(text.reader_selected(count));
            }
        }
    }

    /// Writes the nodes of this frame.
    pub fn ui(&mut self, ctx: &Context) {
        for (number, said) in &self.said {
            // Each its own node: the same words again are said again.
            let id = Id::unique("announcement").with(number);
            live_node(ctx, id, &said.words, said.is_urgent);
        }
        self.is_out = true;
    }
}

/// Makes a node that assistive technology says by itself when it comes.
pub fn live_node(ctx: &Context, id: Id, words: &str, is_urgent: bool) {
    ctx.accesskit_node_builder(id, |node| {
        node.set_role(if is_urgent { Role::Alert } else { Role::Status });
        node.set_label(words);
        node.set_live(if is_urgent { Live::Assertive } else { Live::Polite });
    });
}

/// What was done, in words; empty where a notice says it.
pub fn change(text: &Text, editor: &Editor, change: &Change) -> String {
    use CommandName as Name;
    let Some(map) = editor.map() else { return String::new() };
    let thing = thing(text, map, change);
    let place = || match change.things.first() {
        Some(&source) => place(text, map, source),
        None => None,
    };
    match change.name {
        Name::AddStage | Name::AddStep | Name::AddLane | Name::AddTouchpoint => match place() {
            Some(place) => text.reader_added(thing, place),
            None => text.reader_added_bare(thing),
        },
        Name::AddLink => text.reader_added_bare(thing),
        Name::MoveStage | Name::MoveStep | Name::MoveLane | Name::MoveTouchpoint => {
            place().map_or_else(String::new, |place| text.reader_moved(thing, place))
        }
        Name::MarkTouchpoint => text.reader_marked(thing, mark(text, map, change)),
        Name::DeleteStage
        | Name::DeleteStep
        | Name::DeleteLane
        | Name::DeleteTouchpoint
        | Name::DeleteLink => text.reader_deleted(thing),
        Name::Duplicate => text.reader_duplicated(thing),
        Name::Cut | Name::Paste => String::new(),
        name => super::words::step(text, name),
    }
}

/// What a change was about: one by its name, several by their number.
fn thing(text: &Text, map: &JourneyMap, change: &Change) -> String {
    let are_cards = matches!(change.things.first(), Some(Source::Touchpoint(_)));
    if are_cards && change.things.len() > 1 {
        return text.status_touchpoints(change.things.len());
    }
    let was = change.was.as_str();
    let first = change.things.first();
    match first {
        Some(&Source::Touchpoint(id)) => {
            let card = map.touchpoint(id);
            card.map_or_else(|| was.to_owned(), |card| spoken::short_card(card))
        }
        Some(&Source::Stage(id)) => {
            text.canvas_stage_name(map.stage(id).map_or(was, |stage| &stage.name))
        }
        Some(&Source::Lane(id)) => {
            text.canvas_lane_name(map.lane(id).map_or(was, |lane| &lane.name))
        }
        Some(&Source::Step(id)) => {
            let at = map.columns().position(|column| column.step.id == id);
            let column = at.and_then(|at| Some((at + 1, map.columns().nth(at)?)));
            column.map_or_else(
                || text.reader_gone_step(was),
                |(number, column)| spoken::step(text, number, column.step),
            )
        }
        Some(&Source::Link(id)) => {
            let cards = map.link(id).and_then(|link| {
                Some((link, map.touchpoint(link.from)?, map.touchpoint(link.to)?))
            });
            cards.map_or_else(
                || text.reader_link_bare(),
                |(link, from, to)| {
                    let way = spoken::link_details(text, from, to);
                    format!("{}, {way}", spoken::link(text, link))
                },
            )
        }
        _ => String::new(),
    }
}

/// Where something stands now.
fn place(text: &Text, map: &JourneyMap, source: Source) -> Option<String> {
    let (at, count) = match source {
        Source::Touchpoint(id) => return spoken::place_of(text, map, map.touchpoint(id)?),
        Source::Stage(id) => {
            (map.stages.iter().position(|stage| stage.id == id)?, map.stages.len())
        }
        Source::Lane(id) => (map.lanes.iter().position(|lane| lane.id == id)?, map.lanes.len()),
        Source::Step(id) => {
            let column = map.column(id)?;
            let place = text.reader_place(column.step_at + 1, column.stage.steps.len());
            return Some(format!("{}, {place}", text.canvas_stage_name(&column.stage.name)));
        }
        Source::Link(_) | Source::Emotion | Source::Ground => return None,
    };
    Some(text.reader_place(at + 1, count))
}

fn mark(text: &Text, map: &JourneyMap, change: &Change) -> String {
    let card = match change.things.first() {
        Some(&Source::Touchpoint(id)) => map.touchpoint(id),
        _ => None,
    };
    let mark: Option<Mark> = card.and_then(|card| card.mark);
    spoken::mark(text, mark)
}
