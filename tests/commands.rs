//! Random sequences of commands: after each the project is valid, undoing all of them gives the
//! start, redoing all gives the end, and saving and opening changes nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use touchline::{
    command::{
        AuditField, Command, CommandName, LaneField, LinkField, MapField, PersonaField,
        ProjectField, StageField, TaskField, TouchpointField,
    },
    file,
    history::History,
    model::{
        Audit, AuditEntry, Cell, Code, Control, CostBand, Date, Emotion, FindingKind, IdSource,
        JourneyMap, Lane, Link, MapState, Mark, Period, Persona, Place, Project, Quality, Rank,
        Rhythm, Role, Score, Scores, Snapshot, Stage, Step, Task, TaskState, Touchpoint, When,
    },
};

/// Numbers that a command is made from, read against the project as it is. Shrinking them shrinks
/// the sequence.
type Choice = [u16; 5];

/// Makes a command from a choice. What is chosen is now and then not there: commands must also be
/// refused without harm.
struct Maker<'a> {
    project: &'a Project,
    choice: Choice,
    ids: &'a mut IdSource,
}

impl Maker<'_> {
    fn number(&mut self) -> usize {
        self.choice.rotate_left(1);
        usize::from(self.choice[4])
    }

    /// The id of one of these, or of nothing.
    fn one_of<T: From<u64>>(&mut self, ids: impl IntoIterator<Item = T>) -> T {
        let mut ids: Vec<T> = ids.into_iter().collect();
        let number = self.number();
        if ids.is_empty() || number % 31 == 30 {
            return T::from(u64::MAX);
        }
        ids.swap_remove(number % ids.len())
    }

    /// Some of these, or none.
    fn some_of<T: Copy>(&mut self, ids: impl IntoIterator<Item = T>) -> Vec<T> {
        let chosen = self.number();
        let is_chosen = |at: usize| chosen & (1 << (at % 16)) != 0;
        ids.into_iter().enumerate().filter(|(at, _)| is_chosen(*at)).map(|(_, id)| id).collect()
    }

    fn text(&mut self) -> String {
        let texts = [
            "",
            "Queue",
            "Очередь у кассы",
            "结账排队",
            "“quoted” \"raw\"#",
            "back\\slash",
            "two\nlines",
            "tab\tnul\u{0}",
            " spaced ",
            "\u{feff}mark",
            "// no comment",
            "𝒳 👩‍🔧",
            "carriage\r\nreturn",
        ];
        texts[self.number() % texts.len()].into()
    }

    fn choose<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.number() % (all.len() + 1)).copied()
    }

    fn map(&mut self) -> Arc<JourneyMap> {
        let number = self.number();
        match self.project.maps.get(number % (self.project.maps.len() + 1)) {
            Some(map) if number % 29 != 28 => Arc::clone(map),
            // Mostly the first map, so that something grows.
            _ => self
                .project
                .maps
                .first()
                .map_or_else(|| Arc::new(JourneyMap::new(u64::MAX.into(), "")), Arc::clone),
        }
    }

    fn cell(&mut self, map: &JourneyMap) -> Option<Cell> {
        let cell = Cell {
            step: self.one_of(map.columns().map(|column| column.step.id)),
            lane: self.one_of(map.lanes.iter().map(|lane| lane.id)),
        };
        (!self.number().is_multiple_of(4)).then_some(cell)
    }

    fn touchpoint(&mut self, map: &JourneyMap) -> Touchpoint {
        let place = map.place_at_end(self.cell(map));
        let mut card = Touchpoint::new(self.ids.next(), Code(7), self.text(), place);
        card.mark = self.choose(&Mark::ALL);
        card.catalog = self.choose(&["website", "checkout"]).map(Into::into);
        card
    }

    fn touchpoint_field(&mut self) -> TouchpointField {
        let quality = Quality::ALL[self.number() % 6];
        match self.number() % 17 {
            0 => TouchpointField::Title(self.text()),
            1 => TouchpointField::Mark(self.choose(&Mark::ALL)),
            2 => TouchpointField::Emotion(self.choose(&Emotion::ALL)),
            3 => TouchpointField::Channel(self.text()),
            4 => TouchpointField::Control(self.choose(&Control::ALL)),
            5 => TouchpointField::Period(self.choose(&Period::ALL)),
            6 => TouchpointField::Notes(self.text()),
            7 => TouchpointField::MomentOfTruth(self.number().is_multiple_of(2)),
            8 => TouchpointField::Score(quality, self.choose(&Score::ALL)),
            9 => TouchpointField::QualityNote(quality, self.text()),
            10 => TouchpointField::Impact(self.choose(&Score::ALL)),
            11 => TouchpointField::Effort(self.choose(&Score::ALL)),
            12 => TouchpointField::Cost(self.text()),
            13 => TouchpointField::CostBand(self.choose(&CostBand::ALL)),
            14 => TouchpointField::When(self.choose(&When::ALL)),
            15 => TouchpointField::Grows(self.choose(&[false, true])),
            _ => TouchpointField::Owner(self.text()),
        }
    }

    fn stage(&mut self) -> Stage {
        let mut stage = Stage::new(self.ids.next(), self.text(), self.choose(&Period::ALL));
        stage.shared = self.choose(&["buy"]).map(Into::into);
        for _ in 0..self.number() % 4 {
            stage.steps.push(self.step());
        }
        stage
    }

    fn step(&mut self) -> Step {
        Step::new(self.ids.next(), self.text())
    }

    fn lane(&mut self) -> Lane {
        let role = self.choose(&Role::ALL).unwrap_or_default();
        Lane::new(self.ids.next(), self.text(), role)
    }

    fn new_map(&mut self) -> JourneyMap {
        let mut map = JourneyMap::new(self.ids.next(), self.text());
        map.stages = vec![self.stage()];
        map.lanes = vec![self.lane(), self.lane()];
        for _ in 0..3 {
            let card = self.touchpoint(&map);
            map.touchpoints.push(Arc::new(card));
        }
        map
    }

    fn command(&mut self) -> Command {
        match self.number() % 12 {
            7 => self.review_command(),
            8 => self.audit_command(),
            9..12 => self.task_command(),
            0 => self.project_command(),
            1 => self.stage_command(),
            2 => self.lane_command(),
            3..5 => self.link_command(),
            5..7 => self.touchpoint_command(),
            _ => self.together(),
        }
    }

    fn project_command(&mut self) -> Command {
        let persona = self.one_of(self.project.personas.iter().map(|persona| persona.id));
        let map = self.map().id;
        match self.number() % 9 {
            0 => Command::EditProject(ProjectField::Title(self.text())),
            1 => Command::EditProject(ProjectField::Notes(self.text())),
            2 => Command::AddPersona(Persona::new(self.ids.next(), self.text())),
            3 => Command::EditPersona { persona, field: PersonaField::Name(self.text()) },
            4 if self.number().is_multiple_of(4) => Command::DeletePersona(persona),
            5 => Command::AddMap { map: Arc::new(self.new_map()), at: self.number() % 4 },
            6 => Command::MoveMap { map, to: self.number() % 4 },
            7 if self.number().is_multiple_of(8) => Command::DeleteMap(map),
            4 | 7 => Command::EditMap { map, field: MapField::Persona(Some(persona)) },
            _ => Command::EditMap { map, field: MapField::Title(self.text()) },
        }
    }

    fn day(&mut self) -> Date {
        let day = i8::try_from(self.number() % 28).unwrap() + 1;
        Date::constant(2026, 11, day)
    }

    fn review_command(&mut self) -> Command {
        let snapshot = self.one_of(self.project.snapshots.iter().map(|it| it.id));
        let day = Some(self.day());
        match self.number() % 8 {
            0 => Command::EditProject(ProjectField::Owner(self.text())),
            1 => {
                let weeks = u16::try_from(self.number() % 600).unwrap();
                let all = [Rhythm::Quarter, Rhythm::HalfYear, Rhythm::Year, Rhythm::Weeks(weeks)];
                Command::EditProject(ProjectField::Rhythm(self.choose(&all)))
            }
            2 => Command::EditProject(ProjectField::LastReview(day)),
            3 => Command::EditProject(ProjectField::NextReview(day)),
            4 => {
                let kind = FindingKind::ALL[self.number() % FindingKind::ALL.len()];
                Command::EditProject(ProjectField::Finding(kind, self.number().is_multiple_of(2)))
            }
            5 => Command::RenameSnapshot { snapshot, name: self.text() },
            6 => Command::DeleteSnapshot(snapshot),
            _ => {
                let (id, name, date) = (self.ids.next(), self.text(), self.day());
                Command::AddSnapshot(Snapshot::of(&self.project.maps, id, name, date).into())
            }
        }
    }

    fn audit_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let audit = self.one_of(shown.audits.iter().map(|audit| audit.id));
        let field = match self.number() % 4 {
            0 => AuditField::By(self.text()),
            1 => AuditField::Date(self.day()),
            2 => AuditField::IsDone(self.number().is_multiple_of(2)),
            _ => AuditField::Entry(AuditEntry {
                touchpoint: self.one_of(shown.touchpoints.iter().map(|card| card.id)),
                title: self.text(),
                mark: self.choose(&Mark::ALL),
                scores: Scores([(Quality::Simple, Score::ALL[self.number() % 5])].into()),
                note: self.text(),
            }),
        };
        match self.number() % 5 {
            0 => Command::AddAudit {
                map,
                audit: Audit::new(self.ids.next(), self.day(), self.text()).into(),
            },
            1 if self.number().is_multiple_of(4) => Command::DeleteAudit { map, audit },
            2 => Command::EditMap { map, field: MapField::Scenario(self.text()) },
            3 => Command::EditMap { map, field: MapField::State(self.choose(&MapState::ALL)) },
            _ => Command::EditAudit { map, audit, field },
        }
    }

    fn task_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let touchpoint = self.one_of(shown.touchpoints.iter().map(|card| card.id));
        let tasks = shown.touchpoint(touchpoint).map(|card| card.tasks.as_slice());
        let task = self.one_of(tasks.unwrap_or_default().iter().map(|task| task.id));
        let at = self.number() % 4;
        match self.number() % 8 {
            0 => Command::EditTask { map, touchpoint, task, field: TaskField::Text(self.text()) },
            1 => Command::EditTask { map, touchpoint, task, field: TaskField::Owner(self.text()) },
            2 => {
                let due = (!self.number().is_multiple_of(3)).then(|| self.day());
                Command::EditTask { map, touchpoint, task, field: TaskField::Due(due) }
            }
            3 => {
                let state = TaskState::ALL[self.number() % 3];
                Command::EditTask { map, touchpoint, task, field: TaskField::State(state) }
            }
            4 => Command::MoveTask { map, touchpoint, task, to: at },
            5 => Command::DeleteTask { map, touchpoint, task },
            _ => {
                let task = Task::new(self.ids.next(), self.text());
                Command::AddTask { map, touchpoint, task, at }
            }
        }
    }

    fn stage_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let stage = self.one_of(shown.stages.iter().map(|stage| stage.id));
        let step = self.one_of(shown.columns().map(|column| column.step.id));
        let at = self.number() % 5;
        match self.number() % 10 {
            0 => Command::AddStage { map, stage: self.stage(), at },
            1 => Command::EditStage { map, stage, field: StageField::Name(self.text()) },
            2 => {
                let field = StageField::Period(self.choose(&Period::ALL));
                Command::EditStage { map, stage, field }
            }
            3 => Command::MoveStage { map, stage, to: at },
            9 => {
                let key = (!self.number().is_multiple_of(3)).then(|| self.text());
                Command::EditStage { map, stage, field: StageField::Shared(key) }
            }
            4 if self.number().is_multiple_of(4) => Command::DeleteStage { map, stage },
            5 => Command::AddStep { map, stage, step: self.step(), at },
            6 => Command::EditStep { map, step, action: self.text() },
            7 if self.number().is_multiple_of(2) => Command::DeleteStep { map, step },
            _ => Command::MoveStep { map, step, stage, at },
        }
    }

    fn lane_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let lane = self.one_of(shown.lanes.iter().map(|lane| lane.id));
        let at = self.number() % 5;
        match self.number() % 5 {
            0 => Command::AddLane { map, lane: self.lane(), at },
            1 => Command::EditLane { map, lane, field: LaneField::Name(self.text()) },
            2 => {
                let role = self.choose(&Role::ALL).unwrap_or_default();
                Command::EditLane { map, lane, field: LaneField::Role(role) }
            }
            3 if self.number().is_multiple_of(2) => Command::DeleteLane { map, lane },
            _ => Command::MoveLane { map, lane, to: at },
        }
    }

    fn touchpoint_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let touchpoints = self.some_of(shown.touchpoints.iter().map(|card| card.id));
        match self.number() % 6 {
            0 if self.number().is_multiple_of(2) => Command::DeleteTouchpoints { map, touchpoints },
            1 => Command::EditTouchpoints { map, touchpoints, field: self.touchpoint_field() },
            2 | 3 => {
                let cell = self.cell(&shown);
                let ranks = Rank::spread(None, None, touchpoints.len());
                let places =
                    touchpoints.into_iter().zip(ranks.into_iter().map(|rank| Place { cell, rank }));
                Command::PlaceTouchpoints { map, places: places.collect() }
            }
            _ => {
                let touchpoints = (0..self.number() % 6).map(|_| self.touchpoint(&shown)).collect();
                Command::AddTouchpoints { map, touchpoints }
            }
        }
    }

    fn link_command(&mut self) -> Command {
        let shown = self.map();
        let map = shown.id;
        let link = self.one_of(shown.links.iter().map(|link| link.id));
        let from = self.one_of(shown.touchpoints.iter().map(|card| card.id));
        let to = self.one_of(shown.touchpoints.iter().map(|card| card.id));
        match self.number() % 7 {
            0 => Command::EditLink { map, link, field: LinkField::Label(self.text()) },
            1 => {
                let share = u8::try_from(self.number() % 120).ok();
                Command::EditLink { map, link, field: LinkField::Share(share) }
            }
            2 if self.number().is_multiple_of(2) => {
                let is_loop = self.number().is_multiple_of(2);
                Command::EditLink { map, link, field: LinkField::IsLoop(is_loop) }
            }
            2 => Command::EditLink { map, link, field: LinkField::To(to) },
            3 => {
                let links = self.some_of(shown.links.iter().map(|link| link.id));
                Command::DeleteLinks { map, links }
            }
            _ => Command::AddLinks { map, links: vec![Link::new(self.ids.next(), from, to)] },
        }
    }

    fn together(&mut self) -> Command {
        let commands = (0..self.number() % 4)
            .map(|_| match self.number() % 5 {
                4 => self.task_command(),
                0 => self.stage_command(),
                1 => self.lane_command(),
                2 => self.link_command(),
                _ => self.touchpoint_command(),
            })
            .collect();
        Command::Together { name: CommandName::Paste, commands }
    }
}

/// A project with something to begin with.
fn start(ids: &mut IdSource) -> Project {
    let mut project = Project::default();
    let mut maker = Maker { project: &Project::default(), choice: [3, 1, 2, 3, 1], ids };
    let mut map = maker.new_map();
    map.touchpoints.clear();
    Command::AddMap { map: Arc::new(map), at: 0 }.apply(&mut project).unwrap();
    project
}

#[track_caller]
fn save_and_open_is_identity(project: &Project) {
    let bytes = file::write(project);
    let opened = file::read(&bytes).unwrap();
    assert_eq!(opened.notes, []);
    assert_eq!(opened.project, *project);
    assert_eq!(file::write(&opened.project), bytes);
}

/// Runs a sequence; gives how many commands changed something.
fn check(choices: &[Choice]) -> usize {
    let mut ids = IdSource::seeded(1);
    let start = start(&mut ids);
    let mut history = History::new(start.clone());
    let mut by_revision = BTreeMap::from([(0, start.clone())]);
    let mut changes = 0;
    for (at, &choice) in choices.iter().enumerate() {
        let before = history.project().clone();
        let command = Maker { project: &before, choice, ids: &mut ids }.command();
        let changed = history.run(command.clone(), at + 1);
        assert_eq!(history.project().check(), [], "{command:?}");
        assert_eq!(*history.project() != before, changed == Ok(true), "{command:?}");
        changes += usize::from(changed == Ok(true));
        let state = by_revision.entry(history.revision()).or_insert(history.project().clone());
        assert_eq!(state, history.project(), "equal revisions are equal projects");
        match choice[4] % 16 {
            0 => history.seal(),
            1 => save_and_open_is_identity(history.project()),
            2 => {
                history.undo(at + 1);
                assert_eq!(history.project(), &by_revision[&history.revision()]);
            }
            _ => {}
        }
    }
    while history.redo(0).is_some() {}
    let end = (history.project().clone(), history.revision());
    save_and_open_is_identity(&end.0);
    let mut now = usize::MAX;
    let mut contexts = vec![now];
    while let Some(context) = history.undo(now) {
        assert_eq!(history.project(), &by_revision[&history.revision()]);
        now = context;
        contexts.push(now);
    }
    assert_eq!((history.project(), history.revision()), (&start, 0));
    contexts.pop();
    while let Some(context) = history.redo(now) {
        assert_eq!(Some(context), contexts.pop(), "redo gives what undo was given");
        now = context;
    }
    assert_eq!((history.project().clone(), history.revision()), end);
    changes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..Default::default() })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(
        choices in prop::collection::vec(any::<Choice>(), 0..80),
    ) {
        check(&choices);
    }
}

#[test]
fn long_sequences_change_much() {
    let mut random = fastrand::Rng::with_seed(2);
    let choices: Vec<Choice> =
        (0..1_000).map(|_| std::array::from_fn(|_| random.u16(..))).collect();
    let changes = check(&choices);
    assert!(changes > 300, "{changes} of 1,000 commands changed something");
}
