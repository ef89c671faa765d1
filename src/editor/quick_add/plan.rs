//! What a line means on a map, and the command that makes it so.

use super::{Kind, Line, Names, Part, line::folded};
use crate::{
    command::Command,
    editor::{NewCard, drop::touchpoint},
    model::{
        Cell, IdSource, JourneyMap, Lane, LaneId, Mark, Role, Stage, StageId, Step, StepId,
        TouchpointId,
    },
    text::Text,
};

/// Where a line goes that does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Near {
    /// A stage that may have no step.
    pub stage: Option<StageId>,
    pub step: Option<StepId>,
    pub lane: Option<LaneId>,
}

impl Near {
    pub fn cell(cell: Cell) -> Self {
        Self { stage: None, step: Some(cell.step), lane: Some(cell.lane) }
    }
}

/// A stage or a lane by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// `None`: it is new.
    pub id: Option<T>,
    pub name: String,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// `None`: it is new, at the end of its stage.
    pub id: Option<StepId>,
    /// Which of the map, as it is drawn.
    pub number: usize,
    /// The customer action; may be empty.
    pub action: String,
}

/// What a line makes: a card, and what of its place is not there yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub stage: Found<StageId>,
    pub step: PlannedStep,
    pub lane: Found<LaneId>,
    pub card: NewCard,
    pub mark: Option<Mark>,
    pub owner: String,
    pub channel: String,
}

impl Plan {
    /// What a line means; `None` without a title.
    pub fn new(
        line: &Line,
        map: &JourneyMap,
        names: &Names,
        near: &Near,
        text: &Text,
    ) -> Option<Self> {
        if line.title.is_empty() {
            return None;
        }
        let stage = stage_of(line.part(Kind::Stage), map, near, text);
        let step = step_of(line.part(Kind::Step), map, &stage, near);
        let lane = lane_of(line.part(Kind::Lane), map, near, text);
        let name = |kind, known: &[String]| {
            let part = line.part(kind)?;
            let at = resolve(part, known.iter().map(|name| (name, name.as_str())));
            Some(at.map_or_else(|| part.value.clone(), Clone::clone))
        };
        Some(Self {
            stage,
            step,
            lane,
            card: card_of(&line.title, names),
            mark: line.mark,
            owner: name(Kind::Owner, &names.owners).unwrap_or_default(),
            channel: name(Kind::Channel, &names.channels).unwrap_or_default(),
        })
    }

    /// The title of the card.
    pub fn title(&self) -> &str {
        match &self.card {
            NewCard::Catalog { title, .. } | NewCard::Typed { title } => title,
            NewCard::Inbox(_) => "",
        }
    }

    /// The commands that make it on the map that it was planned for; the card, and where it will
    /// stand.
    pub fn commands(
        &self,
        map: &JourneyMap,
        ids: &mut IdSource,
    ) -> Option<(Vec<Command>, TouchpointId, Cell)> {
        let mut commands = Vec::new();
        let step = self.step.id.unwrap_or_else(|| {
            let step = Step::new(ids.next(), &self.step.action);
            let id = step.id;
            commands.push(match self.stage.id {
                Some(stage) => {
                    let at = map.stage(stage).map_or(0, |stage| stage.steps.len());
                    Command::AddStep { map: map.id, stage, step, at }
                }
                None => {
                    let mut stage = Stage::new(ids.next(), &self.stage.name, None);
                    stage.steps.push(step);
                    Command::AddStage { map: map.id, stage, at: map.stages.len() }
                }
            });
            id
        });
        let lane = self.lane.id.unwrap_or_else(|| {
            let lane = Lane::new(ids.next(), &self.lane.name, Role::Touchpoints);
            let id = lane.id;
            commands.push(Command::AddLane { map: map.id, lane, at: map.lanes.len() });
            id
        });
        let cell = Cell { step, lane };
        let id = ids.next();
        let mut card = touchpoint(id, &self.card, map.place_at_end(Some(cell)))?;
        card.mark = self.mark;
        card.owner.clone_from(&self.owner);
        card.channel.clone_from(&self.channel);
        commands.push(Command::AddTouchpoints { map: map.id, touchpoints: vec![card] });
        Some((commands, id, cell))
    }
}

/// The stage that is meant by a part of a line.
pub(super) fn stage_named<'a>(part: &Part, map: &'a JourneyMap) -> Option<&'a Stage> {
    resolve(part, map.stages.iter().map(|stage| (stage, stage.name.as_str())))
}

fn stage_of(part: Option<&Part>, map: &JourneyMap, near: &Near, text: &Text) -> Found<StageId> {
    let found = |stage: &Stage| Found { id: Some(stage.id), name: stage.name.clone() };
    if let Some(part) = part {
        return match stage_named(part, map) {
            Some(stage) => found(stage),
            None => Found { id: None, name: part.value.clone() },
        };
    }
    let near_step = near.step.and_then(|step| Some(map.column(step)?.stage));
    let stage = near.stage.and_then(|stage| map.stage(stage)).or(near_step);
    match stage.or(map.stages.first()) {
        Some(stage) => found(stage),
        None => Found { id: None, name: text.new_stage(1) },
    }
}

/// A step by its number or its customer action; `+` is a new one.
fn step_of(
    part: Option<&Part>,
    map: &JourneyMap,
    stage: &Found<StageId>,
    near: &Near,
) -> PlannedStep {
    let columns: Vec<_> =
        map.columns().zip(1..).filter(|(column, _)| Some(column.stage.id) == stage.id).collect();
    let there = |at: usize| {
        let (column, number) = columns.get(at)?;
        let action = column.step.action.clone();
        Some(PlannedStep { id: Some(column.step.id), number: *number, action })
    };
    let new = |action: &str| {
        // Behind the last of its stage and of those before it.
        let stage_at = map.stages.iter().position(|it| Some(it.id) == stage.id);
        let until = stage_at.map_or(map.stages.len(), |at| at + 1);
        let before: usize = map.stages.iter().take(until).map(|stage| stage.steps.len()).sum();
        PlannedStep { id: None, number: before + 1, action: action.to_owned() }
    };
    let Some(part) = part else {
        let near = columns.iter().position(|(column, _)| Some(column.step.id) == near.step);
        return near.or(columns.len().checked_sub(1)).and_then(there).unwrap_or_else(|| new(""));
    };
    if part.value == "+" && !part.is_exact {
        return new("");
    }
    if let Some(wanted) = part.value.parse::<usize>().ok().filter(|_| !part.is_exact) {
        // As it is drawn, else counted in its stage.
        let drawn = columns.iter().position(|(_, number)| *number == wanted);
        return drawn.or(wanted.checked_sub(1)).and_then(there).unwrap_or_else(|| new(""));
    }
    let known = columns.iter().enumerate().map(|(at, (column, _))| (at, &*column.step.action));
    resolve(part, known).and_then(there).unwrap_or_else(|| new(&part.value))
}

fn lane_of(part: Option<&Part>, map: &JourneyMap, near: &Near, text: &Text) -> Found<LaneId> {
    let found = |lane: &Lane| Found { id: Some(lane.id), name: lane.name.clone() };
    if let Some(part) = part {
        return match resolve(part, map.lanes.iter().map(|lane| (lane, lane.name.as_str()))) {
            Some(lane) => found(lane),
            None => Found { id: None, name: part.value.clone() },
        };
    }
    match near.lane.and_then(|lane| map.lane(lane)).or(map.lanes.first()) {
        Some(lane) => found(lane),
        None => Found { id: None, name: text.lane_touchpoints() },
    }
}

/// From the catalogue where its title is one of the catalogue's, in whatever language.
fn card_of(title: &str, names: &Names) -> NewCard {
    let wanted = folded(title);
    let is_it =
        |card: &&NewCard| matches!(card, NewCard::Catalog { title, .. } if folded(title) == wanted);
    names
        .entries
        .iter()
        .find(is_it)
        .cloned()
        .unwrap_or_else(|| NewCard::Typed { title: title.to_owned() })
}

/// Which of some names is meant: the same, else one that begins so, else one with a word that
/// begins so, else one whose letters were typed with some left out. In quotes, only the same.
fn resolve<'a, T>(part: &Part, names: impl Iterator<Item = (T, &'a str)>) -> Option<T> {
    let typed = folded(&part.value);
    names
        .filter_map(|(item, name)| {
            let name = folded(name);
            let likeness = likeness(&typed, &name)?;
            (likeness == Likeness::Same || !part.is_exact).then_some((likeness, item))
        })
        // Of equals, the first.
        .min_by_key(|(likeness, _)| *likeness)
        .map(|(_, item)| item)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Begins,
    HasWord,
    LeavesOut,
}

fn likeness(typed: &str, name: &str) -> Option<Likeness> {
    if typed.is_empty() || name.is_empty() {
        return None;
    }
    if typed == name {
        return Some(Likeness::Same);
    }
    if name.starts_with(typed) {
        return Some(Likeness::Begins);
    }
    let mut words = name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    if words.any(|word| word.starts_with(typed)) {
        return Some(Likeness::HasWord);
    }
    // "stre" is Store; but "se" is not Social events.
    let mut letters = name.chars();
    let is_inside = typed.chars().all(|c| letters.any(|letter| letter == c));
    let begins_alike = typed.chars().next() == name.chars().next();
    let is_most = typed.chars().count() >= 3 && typed.chars().count() * 2 >= name.chars().count();
    (is_inside && begins_alike && is_most).then_some(Likeness::LeavesOut)
}
