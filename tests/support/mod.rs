//! What several integration tests need.

use jiff::ToSpan;
use std::sync::Arc;
use touchline::model::{
    Audit, AuditEntry, Cell, Code, Control, CostBand, Date, Emotion, Ext, Feasibility, FindingKind,
    IdSource, JourneyMap, Lane, Link, MapState, Mark, Period, Persona, Place, Project, Qualities,
    Quality, Rank, Review, Rhythm, Role, Score, Snapshot, Stage, Step, Task, TaskState, Touchpoint,
    When,
};

const WORDS: [&str; 12] = [
    "Reviews",
    "Queue at the till",
    "Отзывы покупателей",
    "店内广告",
    "two\nlines\r\nand\ta tab",
    "a \"quoted\" \\ word",
    "🙂 //",
    "it's 100 % {of} [this] (text), r#\"raw\"#",
    "\u{1}\u{7f}\u{85}\u{2028}\u{feff}",
    " spaces ",
    "Touchpoint, a title long enough for two lines",
    "x",
];

/// A valid project with a bit of everything; the same seed gives the same project.
pub fn project(seed: u64) -> Project {
    let mut random = Random { rng: fastrand::Rng::with_seed(seed), ids: IdSource::seeded(seed) };
    let mut project = Project {
        title: random.text(),
        notes: random.text(),
        personas: (0..random.rng.usize(0..4)).map(|_| random.persona()).collect(),
        owner: random.text(),
        review: random.review(),
        silent: random.one_of(&FindingKind::ALL).into_iter().collect(),
        ext: random.ext(),
        ..Project::default()
    };
    for _ in 0..random.rng.usize(0..4) {
        let map = random.map(&mut project);
        project.maps.push(Arc::new(map));
    }
    for _ in 0..random.rng.usize(0..3) {
        let (id, name, date) = (random.ids.next(), random.text(), random.day());
        project.snapshots.push(Arc::new(Snapshot::of(&project.maps, id, name, date)));
    }
    // The last touchpoints may have been deleted.
    project.next_code.0 += random.rng.u32(0..2);
    project
}

struct Random {
    rng: fastrand::Rng,
    ids: IdSource,
}

impl Random {
    /// A text, empty now and then.
    fn text(&mut self) -> String {
        if self.rng.u8(..4) == 0 { String::new() } else { self.title() }
    }

    fn title(&mut self) -> String {
        WORDS[self.rng.usize(..WORDS.len())].into()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        self.rng.bool().then(|| all[self.rng.usize(..all.len())])
    }

    fn ext(&mut self) -> Ext {
        let values =
            ["1", "\"text\"", "Some((a: [1, 2], b: 'c'))", "{\"k\": /* why */ 0.10}", "x // y\n"];
        let count = self.rng.usize(..8).saturating_sub(5);
        (0..count)
            .map(|at| (format!("later.{at}"), values[self.rng.usize(..values.len())].to_owned()))
            .collect()
    }

    fn day(&mut self) -> Date {
        Date::constant(2026, 1, 1).saturating_add(i64::from(self.rng.u16(..1000)).days())
    }

    fn maybe_day(&mut self) -> Option<Date> {
        self.rng.bool().then(|| self.day())
    }

    fn review(&mut self) -> Review {
        let weeks = Rhythm::Weeks(self.rng.u16(1..=Rhythm::MOST_WEEKS));
        Review {
            rhythm: self.one_of(&[Rhythm::Quarter, Rhythm::HalfYear, Rhythm::Year, weeks]),
            last: self.maybe_day(),
            next: self.maybe_day(),
        }
    }

    fn qualities(&mut self) -> Qualities {
        let mut qualities = Qualities::default();
        for quality in Quality::ALL {
            qualities.set_score(quality, self.one_of(&Score::ALL));
            qualities.set_note(quality, self.text());
        }
        qualities
    }

    fn feasibility(&mut self) -> Feasibility {
        Feasibility {
            impact: self.one_of(&Score::ALL),
            effort: self.one_of(&Score::ALL),
            cost: self.text(),
            cost_band: self.one_of(&CostBand::ALL),
            when: self.one_of(&When::ALL),
            grows: self.one_of(&[false, true]),
        }
    }

    fn task(&mut self) -> Task {
        Task {
            owner: self.text(),
            due: self.maybe_day(),
            state: self.one_of(&TaskState::ALL).unwrap_or_default(),
            tool: self.text(),
            ext: self.ext(),
            ..Task::new(self.ids.next(), self.title())
        }
    }

    fn audit(&mut self, map: &JourneyMap) -> Audit {
        let mut audit = Audit::new(self.ids.next(), self.day(), self.text());
        audit.is_done = self.rng.bool();
        audit.ext = self.ext();
        for card in &map.touchpoints {
            audit.entries.push(Arc::new(AuditEntry {
                touchpoint: if self.rng.bool() { card.id } else { self.ids.next() },
                title: self.text(),
                mark: self.one_of(&Mark::ALL),
                scores: self.qualities().scores(),
                note: self.text(),
            }));
        }
        audit
    }

    fn persona(&mut self) -> Persona {
        Persona {
            notes: self.text(),
            ext: self.ext(),
            ..Persona::new(self.ids.next(), self.text())
        }
    }

    fn map(&mut self, project: &mut Project) -> JourneyMap {
        let personas: Vec<_> = project.personas.iter().map(|persona| persona.id).collect();
        let mut map = JourneyMap {
            persona: if personas.is_empty() { None } else { self.one_of(&personas) },
            notes: self.text(),
            scenario: self.text(),
            goal: self.text(),
            state: self.one_of(&MapState::ALL),
            owner: self.text(),
            stages: (0..self.rng.usize(0..5)).map(|_| self.stage()).collect(),
            lanes: (0..self.rng.usize(0..5)).map(|_| self.lane()).collect(),
            ext: self.ext(),
            ..JourneyMap::new(self.ids.next(), self.text())
        };
        for _ in 0..self.rng.usize(0..20) {
            let card = self.touchpoint(&map, project);
            map.touchpoints.push(Arc::new(card));
        }
        for _ in 0..map.touchpoints.len() {
            let [from, to] =
                [(); 2].map(|()| map.touchpoints[self.rng.usize(..map.touchpoints.len())].id);
            if from != to && !map.links.iter().any(|link| link.from == from && link.to == to) {
                map.links.push(Arc::new(Link {
                    label: self.text(),
                    share: self.rng.bool().then(|| self.rng.u8(..=100)),
                    is_loop: self.rng.bool(),
                    ext: self.ext(),
                    ..Link::new(self.ids.next(), from, to)
                }));
            }
        }
        for _ in 0..self.rng.usize(0..3) {
            let audit = self.audit(&map);
            map.audits.push(Arc::new(audit));
        }
        map
    }

    fn stage(&mut self) -> Stage {
        let mut stage = Stage::new(self.ids.next(), self.text(), self.one_of(&Period::ALL));
        stage.shared = self.rng.bool().then(|| self.text());
        stage.ext = self.ext();
        for _ in 0..self.rng.usize(0..4) {
            let mut step = Step::new(self.ids.next(), self.text());
            step.ext = self.ext();
            stage.steps.push(step);
        }
        stage
    }

    fn lane(&mut self) -> Lane {
        let role = self.one_of(&Role::ALL).unwrap_or_default();
        Lane { ext: self.ext(), ..Lane::new(self.ids.next(), self.text(), role) }
    }

    fn touchpoint(&mut self, map: &JourneyMap, project: &mut Project) -> Touchpoint {
        let steps: Vec<_> = map.columns().map(|column| column.step.id).collect();
        let lanes: Vec<_> = map.lanes.iter().map(|lane| lane.id).collect();
        let cell = if steps.is_empty() || lanes.is_empty() {
            None
        } else {
            let lane = lanes[self.rng.usize(..lanes.len())];
            self.one_of(&steps).map(|step| Cell { step, lane })
        };
        let place = match cell {
            // Somewhere among the cards that are there.
            Some(cell) if self.rng.bool() => {
                let ranks: Vec<_> =
                    map.cards_in(Some(cell)).iter().map(|card| card.place.rank.clone()).collect();
                let at = self.rng.usize(..=ranks.len());
                let low = at.checked_sub(1).and_then(|at| ranks.get(at));
                Place { cell: Some(cell), rank: Rank::between(low, ranks.get(at)) }
            }
            cell => map.place_at_end(cell),
        };
        let code = Code(project.next_code.0 + self.rng.u32(0..2));
        project.next_code = Code(code.0 + 1);
        Touchpoint {
            mark: self.one_of(&Mark::ALL),
            emotion: self.one_of(&Emotion::ALL),
            channel: self.text(),
            control: self.one_of(&Control::ALL),
            period: self.one_of(&Period::ALL),
            catalog: self.rng.bool().then(|| self.text()),
            notes: self.text(),
            moment_of_truth: self.rng.bool(),
            owner: self.text(),
            qualities: if self.rng.bool() { self.qualities() } else { Qualities::default() },
            feasibility: self.feasibility(),
            tasks: (0..self.rng.usize(0..3)).map(|_| self.task()).collect(),
            ext: self.ext(),
            ..Touchpoint::new(self.ids.next(), code, self.title(), place)
        }
    }
}
