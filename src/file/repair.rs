//! From what a file says to a valid project. Nothing that a person made is dropped: a card always
//! stays; a value that cannot be is replaced, and every replacement is named.

mod method;

use super::{
    note::{Repair, RepairKind, RepairedCard},
    v1::{self, Id},
};
use crate::model::{
    Cell, Code, Emotion, Feasibility, IdSource, JourneyMap, Lane, Link, Persona, Place, Project,
    Rank, Stage, Step, Touchpoint, TouchpointId, limit,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Codes above this are not taken over, so that the counter always has room.
const HIGHEST_CODE: u32 = 999_999_999;

/// A project that has no problem but sizes, and what was changed to make it so. The same file
/// always gives the same project.
pub(super) fn project(record: v1::Project) -> (Project, Vec<Repair>) {
    let highest = highest_code(&record.maps);
    let mut repairs = Repairs { next_code: highest + 1, ..Repairs::default() };
    if let Some(next) = record.next_code {
        match possible_code(Some(next)).filter(|&next| next > highest) {
            Some(next) => repairs.next_code = next,
            None => repairs.report(RepairKind::CounterBehind { next: Code(repairs.next_code) }),
        }
    }
    let mut personas = BTreeMap::new();
    let mut project = Project {
        title: record.title,
        notes: record.notes,
        owner: record.owner,
        review: repairs.review(record.rhythm, record.last_review, record.next_review),
        silent: record.silent.into_iter().map(Into::into).collect(),
        personas: record
            .personas
            .into_iter()
            .map(|persona| repairs.persona(persona, &mut personas))
            .collect(),
        maps: Vec::with_capacity(record.maps.len()),
        next_code: Code(0),
        snapshots: Vec::with_capacity(record.snapshots.len()),
        ext: record.ext.0,
    };
    for map in record.maps {
        project.maps.push(Arc::new(repairs.map(map, &personas)));
    }
    repairs.map = None;
    for snapshot in record.snapshots {
        project.snapshots.push(Arc::new(repairs.snapshot(snapshot, &personas)));
    }
    project.next_code = Code(repairs.next_code);
    (project, repairs.list)
}

/// A map with cards and links only, for the clipboard.
pub(super) fn cards(cards: Vec<v1::Touchpoint>, links: Vec<v1::Link>) -> JourneyMap {
    let mut repairs = Repairs { next_code: 1, ..Repairs::default() };
    let map = v1::Map { touchpoints: cards, links, ..v1::Map::default() };
    repairs.map(map, &BTreeMap::new())
}

fn highest_code(maps: &[v1::Map]) -> u32 {
    let cards = maps.iter().flat_map(|map| &map.touchpoints);
    cards.filter_map(|card| possible_code(card.code)).max().unwrap_or(0)
}

fn possible_code(code: Option<i64>) -> Option<u32> {
    code.and_then(|code| u32::try_from(code).ok()).filter(|code| (1..=HIGHEST_CODE).contains(code))
}

/// Ids of one noun in one map: as the file has them, and as they are now.
type Local = BTreeMap<Id, u64>;

/// What was put right so far, and what must not be used again.
#[derive(Default)]
struct Repairs {
    list: Vec<Repair>,
    /// Title of the map at hand.
    map: Option<String>,
    ids: BTreeMap<&'static str, UsedIds>,
    codes: BTreeSet<u32>,
    next_code: u32,
    /// At a snapshot: what its maps speak of may be gone since.
    is_past: bool,
}

/// The ids of one noun in the whole project.
#[derive(Default)]
struct UsedIds {
    used: BTreeSet<u64>,
    /// Made from the first repeated id, so that the same file always gives the same new ids.
    source: Option<IdSource>,
}

impl Repairs {
    fn report(&mut self, kind: RepairKind) {
        self.list.push(Repair { map: self.map.clone(), kind });
    }

    /// The id, or a new one where the project has it already. References inside the map follow the
    /// first that had the id in this map.
    fn id<T: From<u64>>(&mut self, noun: &'static str, id: Id, name: &str, local: &mut Local) -> T {
        let ids = self.ids.entry(noun).or_default();
        let mut new = id.0;
        if !ids.used.insert(new) {
            let source = ids.source.get_or_insert_with(|| IdSource::seeded(id.0));
            while !ids.used.insert(new) {
                new = source.next();
            }
            self.report(RepairKind::RepeatedId { noun, name: name.into() });
        }
        local.entry(id).or_insert(new);
        T::from(new)
    }

    fn persona(&mut self, record: v1::Persona, personas: &mut Local) -> Persona {
        Persona {
            id: self.id("personas", record.id, &record.name, personas),
            name: record.name,
            notes: record.notes,
            ext: record.ext.0,
        }
    }

    fn map(&mut self, record: v1::Map, personas: &Local) -> JourneyMap {
        self.map = Some(record.title.clone());
        let persona = record.persona.and_then(|id| {
            let past = self.is_past.then_some(id.0);
            let persona = personas.get(&id).copied().or(past);
            if persona.is_none() {
                self.report(RepairKind::MissingPersona);
            }
            persona
        });
        let (mut steps, mut lanes) = (Local::new(), Local::new());
        let mut map = JourneyMap {
            id: self.id("maps", record.id, &record.title, &mut Local::new()),
            title: record.title,
            persona: persona.map(Into::into),
            scenario: record.scenario,
            goal: record.goal,
            state: record.state.map(Into::into),
            owner: record.owner,
            notes: record.notes,
            stages: record.stages.into_iter().map(|s| self.stage(s, &mut steps)).collect(),
            lanes: record.lanes.into_iter().map(|lane| self.lane(lane, &mut lanes)).collect(),
            touchpoints: Vec::with_capacity(record.touchpoints.len()),
            links: Vec::with_capacity(record.links.len()),
            audits: Vec::with_capacity(record.audits.len()),
            ext: record.ext.0,
        };
        let mut cards = Local::new();
        for card in record.touchpoints {
            let card = self.touchpoint(card, &mut cards, &steps, &lanes);
            map.touchpoints.push(Arc::new(card));
        }
        let codes = map.touchpoints.iter().map(|card| (card.id, card.code)).collect();
        let mut pairs = BTreeSet::new();
        for link in record.links {
            map.links.extend(self.link(link, &cards, &codes, &mut pairs).map(Arc::new));
        }
        for audit in record.audits {
            map.audits.push(Arc::new(self.audit(audit, &cards)));
        }
        map
    }

    fn stage(&mut self, record: v1::Stage, steps: &mut Local) -> Stage {
        Stage {
            id: self.id("stages", record.id, &record.name, &mut Local::new()),
            name: record.name,
            period: record.period.map(Into::into),
            shared: record.shared,
            steps: record.steps.into_iter().map(|step| self.step(step, steps)).collect(),
            ext: record.ext.0,
        }
    }

    fn step(&mut self, record: v1::Step, steps: &mut Local) -> Step {
        Step {
            id: self.id("steps", record.id, &record.action, steps),
            action: record.action,
            ext: record.ext.0,
        }
    }

    fn lane(&mut self, record: v1::Lane, lanes: &mut Local) -> Lane {
        Lane {
            id: self.id("lanes", record.id, &record.name, lanes),
            name: record.name,
            role: record.role.map(Into::into).unwrap_or_default(),
            ext: record.ext.0,
        }
    }

    fn touchpoint(
        &mut self,
        record: v1::Touchpoint,
        cards: &mut Local,
        steps: &Local,
        lanes: &Local,
    ) -> Touchpoint {
        let mut title = record.title;
        let code = self.code(record.code, &title);
        if title.trim().is_empty() {
            title = "Untitled".into();
            self.report(RepairKind::EmptyTitle(code));
        }
        let card = || RepairedCard { code, title: title.clone() };
        let emotion = record.emotion.and_then(|value| {
            let emotion = i8::try_from(value).ok().and_then(Emotion::new);
            if emotion.is_none() {
                self.report(RepairKind::Emotion { card: card(), value });
            }
            emotion
        });
        Touchpoint {
            id: self.id("touchpoints", record.id, &title, cards),
            code,
            place: self.place(record.place, &card, steps, lanes),
            mark: record.mark.map(Into::into),
            emotion,
            channel: record.channel,
            control: record.control.map(Into::into),
            period: record.period.map(Into::into),
            catalog: record.catalog,
            notes: record.notes,
            moment_of_truth: record.moment_of_truth,
            owner: record.owner,
            qualities: self.qualities(record.qualities, &card),
            feasibility: Feasibility {
                impact: self.score(record.impact, &card),
                effort: self.score(record.effort, &card),
                cost: record.cost,
                cost_band: record.cost_band.map(Into::into),
                when: record.when.map(Into::into),
                grows: record.grows,
            },
            tasks: self.tasks(record.tasks, code),
            title,
            ext: record.ext.0,
        }
    }

    fn code(&mut self, record: Option<i64>, title: &str) -> Code {
        if let Some(code) = possible_code(record).filter(|&code| self.codes.insert(code)) {
            return Code(code);
        }
        let new = Code(self.next_code);
        self.next_code += 1;
        self.codes.insert(new.0);
        self.report(RepairKind::NewCode { title: title.into(), old: record, new });
        new
    }

    fn place(
        &mut self,
        record: Option<v1::Place>,
        card: &dyn Fn() -> RepairedCard,
        steps: &Local,
        lanes: &Local,
    ) -> Place {
        let (cell, rank) = match record {
            Some(v1::Place::Inbox(rank)) => (None, Some(rank)),
            Some(v1::Place::Cell(step, lane, rank)) => {
                let cell = match (steps.get(&step), lanes.get(&lane)) {
                    (Some(&step), Some(&lane)) => {
                        Some(Cell { step: step.into(), lane: lane.into() })
                    }
                    (None, _) => {
                        self.report(RepairKind::MissingStep { card: card() });
                        None
                    }
                    (_, None) => {
                        self.report(RepairKind::MissingLane { card: card() });
                        None
                    }
                };
                (cell, Some(rank))
            }
            None => {
                self.report(RepairKind::MissingPlace { card: card() });
                (None, None)
            }
        };
        let rank = rank.map(|rank| {
            let rank = Some(rank).filter(|rank| rank.len() <= limit::NOTES)?;
            rank.parse::<Rank>().ok()
        });
        if rank == Some(None) {
            self.report(RepairKind::Rank { card: card() });
        }
        // Cards of equal rank stand in the order of their making.
        Place { cell, rank: rank.flatten().unwrap_or_else(Rank::middle) }
    }

    /// A link, unless there is nothing that it could lead from or to.
    fn link(
        &mut self,
        record: v1::Link,
        cards: &Local,
        codes: &BTreeMap<TouchpointId, Code>,
        pairs: &mut BTreeSet<(TouchpointId, TouchpointId)>,
    ) -> Option<Link> {
        let label = record.label;
        let end = |id| {
            let id = TouchpointId::from(*cards.get(&id)?);
            Some((id, *codes.get(&id)?))
        };
        let (Some((from, from_code)), Some((to, to_code))) = (end(record.from), end(record.to))
        else {
            self.report(RepairKind::BrokenLink { label });
            return None;
        };
        if from == to {
            self.report(RepairKind::LinkToItself { code: from_code, label });
            return None;
        }
        if !pairs.insert((from, to)) {
            self.report(RepairKind::RepeatedLink { from: from_code, to: to_code, label });
            return None;
        }
        let share = record.share.and_then(|share| {
            let possible = u8::try_from(share).ok().filter(|&share| share <= 100);
            if possible.is_none() {
                self.report(RepairKind::Share { label: label.clone(), share });
            }
            possible
        });
        let id = self.id("links", record.id, &label, &mut Local::new());
        let is_loop = record.is_loop;
        Some(Link { id, from, to, label, share, is_loop, ext: record.ext.0 })
    }
}

#[cfg(test)]
mod tests;
