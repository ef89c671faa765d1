//! Every invariant of a project, in one place.

use super::{Code, Project, Rhythm, Snapshot, Touchpoint, limit};
use std::{collections::BTreeSet, fmt};

/// A broken invariant: what, and in which map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Title of the map, where it is about one.
    pub map: Option<String>,
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The same id on two things: what they are, and the id.
    RepeatedId { noun: &'static str, id: String },
    /// The same code on two touchpoints.
    RepeatedCode(Code),
    /// A code that the counter has not given out yet.
    CodeAhead(Code),
    /// The map's persona is not in the project.
    MissingPersona,
    /// A touchpoint without a title.
    EmptyTitle(Code),
    /// A touchpoint on a step that its map does not have.
    MissingStep(Code),
    /// A touchpoint in a lane that its map does not have.
    MissingLane(Code),
    /// A link one of whose ends is not in its map.
    BrokenLink { label: String },
    /// A link from a touchpoint to itself.
    LinkToItself(Code),
    /// Two links between the same two touchpoints, in the same direction.
    RepeatedLink { from: Code, to: Code },
    /// A task without a text.
    EmptyTask(Code),
    /// The same id on two tasks of a touchpoint.
    RepeatedTask(Code),
    /// A rhythm of no weeks, or of too many.
    Rhythm { weeks: u16 },
    /// A share over 100 %.
    ShareOver100 { label: String, share: u8 },
    /// Too many of something.
    TooMany { noun: &'static str, count: usize, limit: usize },
    /// A text that is too long.
    TooLong { noun: &'static str, characters: usize, limit: usize },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(map) = &self.map {
            write!(f, "map “{map}”: ")?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RepeatedId { noun, id } => write!(f, "two {noun} have the same id {id}"),
            Self::RepeatedCode(code) => write!(f, "two touchpoints have the code {code}"),
            Self::CodeAhead(code) => write!(f, "the code {code} was not given out yet"),
            Self::MissingPersona => write!(f, "its persona is not in the project"),
            Self::EmptyTitle(code) => write!(f, "touchpoint {code} has no title"),
            Self::MissingStep(code) => write!(f, "touchpoint {code} is on a step that is missing"),
            Self::MissingLane(code) => write!(f, "touchpoint {code} is in a lane that is missing"),
            Self::BrokenLink { label } => {
                write!(f, "the link “{label}” leads from or to a touchpoint that is missing")
            }
            Self::LinkToItself(code) => write!(f, "a link leads from {code} to itself"),
            Self::RepeatedLink { from, to } => write!(f, "two links lead from {from} to {to}"),
            Self::EmptyTask(code) => write!(f, "a task of {code} has no text"),
            Self::RepeatedTask(code) => write!(f, "two tasks of {code} have the same id"),
            Self::Rhythm { weeks } => {
                let most = Rhythm::MOST_WEEKS;
                write!(f, "a review every {weeks} weeks is not possible; 1 to {most} are")
            }
            Self::ShareOver100 { label, share } => {
                write!(f, "the link “{label}” has a share of {share} %, over 100 %")
            }
            Self::TooMany { noun, count, limit } => {
                write!(f, "{count} {noun} are more than the {limit} that are possible")
            }
            Self::TooLong { noun, characters, limit } => write!(
                f,
                "a {noun} has {characters} characters, more than the {limit} that are possible"
            ),
        }
    }
}

impl Project {
    /// Every broken invariant; a valid project has none. All that this program writes is valid.
    pub fn check(&self) -> Vec<Problem> {
        let mut check = Check { problems: Vec::new(), map: None, ids: BTreeSet::new() };
        check.line("project title", &self.title);
        check.notes(&self.notes);
        check.count("personas", self.personas.len(), limit::PERSONAS);
        check.count("maps", self.maps.len(), limit::MAPS);
        check.count("snapshots", self.snapshots.len(), limit::SNAPSHOTS);
        check.line("owner", &self.owner);
        if let Some(Rhythm::Weeks(weeks)) = self.review.rhythm
            && !(1..=Rhythm::MOST_WEEKS).contains(&weeks)
        {
            check.report(ProblemKind::Rhythm { weeks });
        }
        for persona in &self.personas {
            check.id("personas", persona.id.into());
            check.line("persona name", &persona.name);
            check.notes(&persona.notes);
        }
        let mut codes = BTreeSet::new();
        for map in &self.maps {
            check.map = Some(map.title.clone());
            check.map(map);
            if map.persona.is_some_and(|id| self.persona(id).is_none()) {
                check.report(ProblemKind::MissingPersona);
            }
            for card in &map.touchpoints {
                if !codes.insert(card.code) {
                    check.report(ProblemKind::RepeatedCode(card.code));
                }
                if card.code >= self.next_code {
                    check.report(ProblemKind::CodeAhead(card.code));
                }
            }
        }
        check.map = None;
        for snapshot in &self.snapshots {
            check.id("snapshots", snapshot.id.into());
            check.line("snapshot name", &snapshot.name);
            check.snapshot(snapshot);
        }
        check.problems
    }
}

struct Check {
    problems: Vec<Problem>,
    map: Option<String>,
    ids: BTreeSet<(&'static str, u64)>,
}

impl Check {
    fn report(&mut self, kind: ProblemKind) {
        self.problems.push(Problem { map: self.map.clone(), kind });
    }

    fn id(&mut self, noun: &'static str, id: u64) {
        if !self.ids.insert((noun, id)) {
            self.report(ProblemKind::RepeatedId { noun, id: format!("{id:016x}") });
        }
    }

    fn line(&mut self, noun: &'static str, text: &str) {
        self.length(noun, text, limit::LINE);
    }

    fn notes(&mut self, text: &str) {
        self.length("note", text, limit::NOTES);
    }

    fn length(&mut self, noun: &'static str, text: &str, limit: usize) {
        // Bytes are never fewer than characters: most texts need no count.
        if text.len() > limit {
            let characters = text.chars().count();
            if characters > limit {
                self.report(ProblemKind::TooLong { noun, characters, limit });
            }
        }
    }

    fn count(&mut self, noun: &'static str, count: usize, limit: usize) {
        if count > limit {
            self.report(ProblemKind::TooMany { noun, count, limit });
        }
    }

    /// Its ids are those of the project, and its personas may be gone: it is a world of its own.
    fn snapshot(&mut self, snapshot: &Snapshot) {
        let mut check = Check { problems: Vec::new(), map: None, ids: BTreeSet::new() };
        check.count("maps", snapshot.maps.len(), limit::MAPS);
        for map in &snapshot.maps {
            check.map = Some(map.title.clone());
            check.map(map);
        }
        self.problems.append(&mut check.problems);
    }

    fn map(&mut self, map: &super::JourneyMap) {
        self.id("maps", map.id.into());
        self.line("map title", &map.title);
        self.line("scenario", &map.scenario);
        self.line("goal", &map.goal);
        self.line("owner", &map.owner);
        self.audits(map);
        self.notes(&map.notes);
        self.count("stages", map.stages.len(), limit::STAGES);
        self.count("steps", map.columns().count(), limit::STEPS);
        self.count("lanes", map.lanes.len(), limit::LANES);
        self.count("touchpoints", map.touchpoints.len(), limit::TOUCHPOINTS);
        self.count("links", map.links.len(), limit::LINKS);
        for stage in &map.stages {
            self.id("stages", stage.id.into());
            self.line("stage name", &stage.name);
            for step in &stage.steps {
                self.id("steps", step.id.into());
                self.line("customer action", &step.action);
            }
        }
        for lane in &map.lanes {
            self.id("lanes", lane.id.into());
            self.line("lane name", &lane.name);
        }
        self.touchpoints(map);
        self.links(map);
    }

    fn touchpoints(&mut self, map: &super::JourneyMap) {
        let steps: BTreeSet<_> = map.columns().map(|column| column.step.id).collect();
        let lanes: BTreeSet<_> = map.lanes.iter().map(|lane| lane.id).collect();
        for card in &map.touchpoints {
            self.id("touchpoints", card.id.into());
            self.line("touchpoint title", &card.title);
            self.line("channel", &card.channel);
            self.line("owner", &card.owner);
            self.notes(&card.notes);
            self.method(card);
            if card.title.trim().is_empty() {
                self.report(ProblemKind::EmptyTitle(card.code));
            }
            if let Some(cell) = card.place.cell {
                if !steps.contains(&cell.step) {
                    self.report(ProblemKind::MissingStep(card.code));
                }
                if !lanes.contains(&cell.lane) {
                    self.report(ProblemKind::MissingLane(card.code));
                }
            }
        }
    }

    /// What the steps of the method add to a card.
    fn method(&mut self, card: &Touchpoint) {
        for (_, rating) in card.qualities.iter() {
            self.notes(&rating.note);
        }
        self.line("cost", &card.feasibility.cost);
        self.count("tasks", card.tasks.len(), limit::TASKS);
        let mut ids = BTreeSet::new();
        for task in &card.tasks {
            if !ids.insert(task.id) {
                self.report(ProblemKind::RepeatedTask(card.code));
            }
            if task.text.trim().is_empty() {
                self.report(ProblemKind::EmptyTask(card.code));
            }
            self.line("task", &task.text);
            self.line("owner", &task.owner);
            self.line("tool", &task.tool);
        }
    }

    fn audits(&mut self, map: &super::JourneyMap) {
        self.count("audits", map.audits.len(), limit::AUDITS);
        for audit in &map.audits {
            self.id("audits", audit.id.into());
            self.line("auditor", &audit.by);
            self.count("entries", audit.entries.len(), limit::TOUCHPOINTS);
            for entry in &audit.entries {
                self.line("touchpoint title", &entry.title);
                self.notes(&entry.note);
            }
        }
    }

    fn links(&mut self, map: &super::JourneyMap) {
        let codes: std::collections::BTreeMap<_, _> =
            map.touchpoints.iter().map(|card| (card.id, card.code)).collect();
        let mut pairs = BTreeSet::new();
        for link in &map.links {
            self.id("links", link.id.into());
            self.line("link label", &link.label);
            if let Some(share) = link.share.filter(|&share| share > 100) {
                self.report(ProblemKind::ShareOver100 { label: link.label.clone(), share });
            }
            let (Some(&from), Some(&to)) = (codes.get(&link.from), codes.get(&link.to)) else {
                self.report(ProblemKind::BrokenLink { label: link.label.clone() });
                continue;
            };
            if link.from == link.to {
                self.report(ProblemKind::LinkToItself(from));
            } else if !pairs.insert((link.from, link.to)) {
                self.report(ProblemKind::RepeatedLink { from, to });
            }
        }
    }
}
