//! Findings: what the program notices in a project, as one list. Hints, not errors: a project with
//! findings is valid, and each kind can be switched off in it.
//!
//! Only what stands on a map is looked at. What waits in the inbox is not yet part of a journey;
//! but its tasks have their days.

use crate::model::{
    Cell, Date, FindingKind, JourneyMap, Link, LinkId, LinkState, MapId, Mark, Project, Role,
    StageId, StepId, Task, TaskId, TaskState, Touchpoint, TouchpointId,
};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

/// Something that was noticed, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Finding {
    pub kind: FindingKind,
    /// `None`: it is about the project as a whole.
    pub map: Option<MapId>,
    pub thing: Thing,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thing {
    Project,
    Stage(StageId),
    Step(StepId),
    Touchpoint(TouchpointId),
    /// A task of a touchpoint.
    Task(TouchpointId, TaskId),
    /// An outcome of a decision.
    Link(LinkId),
}

/// The findings of a project on a day, without the kinds that are switched off in it: by kind in
/// the order of [`FindingKind::ALL`], each kind map by map, and in a map as it is read, from left
/// to right and from top to bottom.
pub fn findings(project: &Project, today: Date) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.follow(project, today);
    findings.list.to_vec()
}

/// The findings of a project that changes: only maps that changed are looked at again.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    day: Date,
    is_due: bool,
    silent: BTreeSet<FindingKind>,
    /// Each map with all that was found in it, in the order of the project.
    maps: Vec<(Arc<JourneyMap>, Arc<[Finding]>)>,
    list: Arc<[Finding]>,
}

impl Findings {
    /// As [`findings`], of the project that was followed last.
    pub fn list(&self) -> &[Finding] {
        &self.list
    }

    /// Brings the list up to date; gives whether it may be another than before.
    pub fn follow(&mut self, project: &Project, today: Date) -> bool {
        let is_due = project.review.is_due(today);
        let is_known = self.day == today
            && self.is_due == is_due
            && self.silent == project.silent
            && self.maps.len() == project.maps.len()
            && self.maps.iter().zip(&project.maps).all(|((known, _), map)| Arc::ptr_eq(known, map));
        if is_known {
            return false;
        }
        let mut before = std::mem::take(&mut self.maps);
        if self.day != today {
            before.clear();
        }
        let found = |map: &Arc<JourneyMap>| {
            let at = before.iter().position(|(known, _)| Arc::ptr_eq(known, map));
            let known = at.map(|at| before.swap_remove(at));
            known.unwrap_or_else(|| (map.clone(), in_map(map, today).into()))
        };
        self.maps = project.maps.iter().map(found).collect();
        self.day = today;
        self.is_due = is_due;
        self.silent.clone_from(&project.silent);
        let review = Finding { kind: FindingKind::ReviewDue, map: None, thing: Thing::Project };
        let all = is_due.then_some(review).into_iter();
        let all = all.chain(self.maps.iter().flat_map(|(_, found)| found.iter().copied()));
        let mut list: Vec<_> = all.filter(|it| !self.silent.contains(&it.kind)).collect();
        list.sort_by_key(|finding| place_in_list(finding.kind));
        self.list = list.into();
        true
    }
}

fn place_in_list(kind: FindingKind) -> usize {
    FindingKind::ALL.iter().position(|it| *it == kind).unwrap_or(FindingKind::ALL.len())
}

/// What is found in a map, whatever is switched off; as it is read, from left to right.
fn in_map(map: &JourneyMap, today: Date) -> Vec<Finding> {
    let look = Look::new(map, today);
    let things = look.tasks().chain(look.decisions()).chain(look.frictions());
    let things = things.chain(look.steps()).chain(look.stages()).chain(look.repeated());
    things.map(|(kind, thing)| Finding { kind, map: Some(map.id), thing }).collect()
}

type Found = (FindingKind, Thing);

/// A map, arranged for looking at it.
struct Look<'a> {
    map: &'a JourneyMap,
    today: Date,
    /// The cards that stand on it, as it is read; each with the index of its step.
    cards: Vec<(usize, &'a Touchpoint)>,
    /// The index in `cards` of each.
    at: HashMap<TouchpointId, usize>,
    /// For each decision its outcomes, by the index of its card.
    outcomes: Vec<(usize, Vec<&'a Link>)>,
    /// How many cards each step has.
    counts: Vec<Count>,
}

/// Cards of a step.
#[derive(Clone, Copy, Default)]
struct Count {
    all: usize,
    /// Those that a customer meets: before the line of visibility.
    met: usize,
}

impl<'a> Look<'a> {
    fn new(map: &'a JourneyMap, today: Date) -> Self {
        let columns: HashMap<StepId, usize> =
            map.columns().zip(0..).map(|(column, at)| (column.step.id, at)).collect();
        let lanes: HashMap<_, _> =
            map.lanes.iter().zip(0..).map(|(lane, at)| (lane.id, (at, lane.role))).collect();
        let mut counts = vec![Count::default(); columns.len()];
        let mut cards: Vec<(usize, usize, &Touchpoint)> = Vec::new();
        for card in &map.touchpoints {
            let Some(Cell { step, lane }) = card.place.cell else { continue };
            let Some((&column, &(row, role))) = columns.get(&step).zip(lanes.get(&lane)) else {
                continue;
            };
            if let Some(count) = counts.get_mut(column) {
                count.all += 1;
                count.met += usize::from(!matches!(role, Role::BackStage | Role::Support));
            }
            cards.push((column, row, card));
        }
        cards.sort_by(|(a_column, a_row, a), (b_column, b_row, b)| {
            let by_place = (a_column, a_row).cmp(&(b_column, b_row));
            by_place.then_with(|| a.place.rank.cmp(&b.place.rank))
        });
        let cards: Vec<_> = cards.into_iter().map(|(column, _, card)| (column, card)).collect();
        let at: HashMap<_, _> =
            cards.iter().enumerate().map(|(at, (_, card))| (card.id, at)).collect();
        let outcomes = outcomes(map, &cards, &at);
        Self { map, today, cards, at, outcomes, counts }
    }

    fn card(&self, id: TouchpointId) -> Option<(usize, &'a Touchpoint)> {
        self.cards.get(*self.at.get(&id)?).copied()
    }

    /// [`FindingKind::TaskOverdue`], of cards in the inbox too.
    fn tasks(&self) -> impl Iterator<Item = Found> {
        let placed = self.cards.iter().map(|(_, card)| *card);
        let inbox = self.map.touchpoints.iter().map(AsRef::as_ref);
        let inbox = inbox.filter(|card: &&Touchpoint| card.place.cell.is_none());
        placed.chain(inbox).flat_map(|card| {
            let overdue = card.tasks.iter().filter(|task| task.is_overdue(self.today));
            overdue.map(|task| (FindingKind::TaskOverdue, Thing::Task(card.id, task.id)))
        })
    }

    /// What is wrong with the forks, one decision after the other.
    fn decisions(&self) -> impl Iterator<Item = Found> {
        self.outcomes.iter().flat_map(|(at, links)| {
            let mut found = Vec::new();
            let Some(&(column, card)) = self.cards.get(*at) else { return found };
            let it = Thing::Touchpoint(card.id);
            if links.is_empty() {
                found.push((FindingKind::DecisionWithoutOutcomes, it));
            }
            if self.are_of_one_mark(links) {
                found.push((FindingKind::OutcomesOfOneMark, it));
            }
            if sum_of_shares(links.iter().copied()) > 100 {
                found.push((FindingKind::SharesOver100, it));
            }
            for link in links.iter().filter(|link| !link.is_loop) {
                if self.card(link.to).is_some_and(|(to, _)| to < column) {
                    found.push((FindingKind::OutcomeBackwards, Thing::Link(link.id)));
                }
            }
            found
        })
    }

    /// Whether all outcomes are marked, and alike. One that is not marked yet may still differ.
    fn are_of_one_mark(&self, links: &[&Link]) -> bool {
        let mut marks = links.iter().map(|link| self.card(link.to).and_then(|(_, to)| to.mark));
        let first = marks.next().flatten();
        first.is_some() && marks.all(|mark| mark == first)
    }

    /// What nobody cares for.
    fn frictions(&self) -> impl Iterator<Item = Found> {
        let frictions = self.cards.iter().filter(|(_, card)| card.mark == Some(Mark::Friction));
        frictions.flat_map(|(_, card)| {
            let it = Thing::Touchpoint(card.id);
            let owner = card.owner.trim().is_empty();
            let task = card.tasks.iter().all(|task: &Task| task.state == TaskState::Done);
            let owner = owner.then_some((FindingKind::FrictionWithoutOwner, it));
            owner.into_iter().chain(task.then_some((FindingKind::FrictionWithoutTask, it)))
        })
    }

    /// Actions and touchpoints without each other.
    fn steps(&self) -> impl Iterator<Item = Found> {
        self.map.columns().zip(&self.counts).filter_map(|(column, count)| {
            let has_action = !column.step.action.trim().is_empty();
            let kind = match (has_action, count) {
                (true, Count { all: 0, .. }) => FindingKind::ActionWithoutTouchpoint,
                (false, Count { met: 1.., .. }) => FindingKind::TouchpointWithoutAction,
                _ => return None,
            };
            Some((kind, Thing::Step(column.step.id)))
        })
    }

    /// Stages where the customer meets nothing, on a map that is begun.
    fn stages(&self) -> impl Iterator<Item = Found> {
        let is_begun = !self.cards.is_empty();
        let mut counts = self.counts.iter();
        let empty = self.map.stages.iter().filter(move |stage| {
            let cards: usize = counts.by_ref().take(stage.steps.len()).map(|it| it.all).sum();
            is_begun && cards == 0
        });
        empty.map(|stage| (FindingKind::StageWithoutTouchpoints, Thing::Stage(stage.id)))
    }

    /// Cards that stand on a step where the same touchpoint stands already.
    fn repeated(&self) -> impl Iterator<Item = Found> {
        let steps = self.cards.chunk_by(|(a, _), (b, _)| a == b).filter(|step| step.len() > 1);
        steps.flat_map(|step| {
            let (mut keys, mut titles) = (HashSet::new(), HashSet::new());
            let mut found = Vec::new();
            for (_, card) in step {
                let key = card.catalog.as_deref().filter(|key| !key.is_empty());
                let is_same_entry = key.is_some_and(|key| !keys.insert(key));
                let is_same_title = !titles.insert(card.title.trim().to_lowercase());
                if is_same_entry || is_same_title {
                    found.push((FindingKind::RepeatedTouchpoint, Thing::Touchpoint(card.id)));
                }
            }
            found
        })
    }
}

/// The outcomes of each decision on the map, in the order of their making: links to a card on the
/// map. A link that waits for a card in the inbox is none yet.
fn outcomes<'a>(
    map: &'a JourneyMap,
    cards: &[(usize, &'a Touchpoint)],
    at: &HashMap<TouchpointId, usize>,
) -> Vec<(usize, Vec<&'a Link>)> {
    let decisions = cards.iter().enumerate();
    let decisions = decisions.filter(|(_, (_, card))| card.mark == Some(Mark::Decision));
    let mut outcomes: Vec<(usize, Vec<&Link>)> =
        decisions.map(|(at, _)| (at, Vec::new())).collect();
    for link in map.links.iter().filter(|link| at.contains_key(&link.to)) {
        let Some(from) = at.get(&link.from) else { continue };
        if let Ok(decision) = outcomes.binary_search_by_key(from, |(at, _)| *at)
            && let Some((_, links)) = outcomes.get_mut(decision)
        {
            links.push(link);
        }
    }
    outcomes
}

/// Whether a link leads to an earlier step than it starts from.
pub fn leads_back(map: &JourneyMap, link: &Link) -> bool {
    let column = |id: TouchpointId| {
        let step = map.touchpoint(id)?.place.cell?.step;
        map.columns().position(|column| column.step.id == step)
    };
    column(link.to).zip(column(link.from)).is_some_and(|(to, from)| to < from)
}

/// What the shares of a decision's outcomes add up to, in percent. Links that wait for a card in
/// the inbox are none yet.
pub fn sum_of_outcomes(map: &JourneyMap, decision: TouchpointId) -> u32 {
    let links = map.links.iter().map(AsRef::as_ref).filter(|link| link.from == decision);
    sum_of_shares(links.filter(|link| map.link_state(link) == LinkState::Outcome))
}

/// Of some outcomes, in percent. An unknown share adds nothing.
fn sum_of_shares<'a>(links: impl Iterator<Item = &'a Link>) -> u32 {
    links.filter_map(|link| link.share).map(u32::from).sum()
}

#[cfg(test)]
pub(crate) mod tests;
