use super::*;
use crate::model::{
    Code, IdSource, Lane, LaneId, Place, Rank, Review, Stage, Step, Task, TaskState,
};

const TODAY: Date = Date::constant(2026, 11, 23);

/// A project of one map, written as text. Stages are between bars; each has steps, between commas:
/// the action before the colon (or nothing), the cards after it. A card is a letter with its mark
/// (`+ ? !`) after it; the second lane's cards stand after a slash. Links are separate: `a>b`.
pub struct Story {
    pub project: Project,
    ids: IdSource,
    names: HashMap<char, TouchpointId>,
}

impl Story {
    pub fn new(stages: &str, links: &str) -> Self {
        let mut ids = IdSource::seeded(1);
        let mut map = JourneyMap::new(ids.next(), "Map");
        let lanes: [LaneId; 2] = [ids.next(), ids.next()];
        map.lanes.push(Lane::new(lanes[0], "Front", Role::FrontStage));
        map.lanes.push(Lane::new(lanes[1], "Back", Role::BackStage));
        let mut story = Self { project: Project::default(), ids, names: HashMap::new() };
        for stage in stages.split('|') {
            let mut it = Stage::new(story.ids.next(), stage, None);
            for step in stage.split(',').filter(|step| !step.is_empty()) {
                let (action, cards) = step.split_once(':').unwrap();
                let id = story.ids.next();
                it.steps.push(Step::new(id, action));
                for (lane, cards) in lanes.into_iter().zip(cards.split('/')) {
                    let place = |rank| Place::cell(id, lane, rank);
                    story.cards(&mut map, cards, place);
                }
            }
            map.stages.push(it);
        }
        for link in links.split_whitespace() {
            let (from, to) = link.split_once('>').unwrap();
            let (to, share) = to.split_at(1);
            let name = |name: &str| story.names[&name.chars().next().unwrap()];
            let mut it = Link::new(story.ids.next(), name(from), name(to));
            it.is_loop = share == "~";
            it.share = share.parse().ok();
            map.links.push(Arc::new(it));
        }
        story.project.maps.push(Arc::new(map));
        story
    }

    fn cards(&mut self, map: &mut JourneyMap, cards: &str, place: impl Fn(Rank) -> Place) {
        let mut last = None;
        for c in cards.chars() {
            let mark = match c {
                '+' => Mark::Positive,
                '?' => Mark::Decision,
                '!' => Mark::Friction,
                name => {
                    let rank = Rank::between(last.as_ref(), None);
                    last = Some(rank.clone());
                    let code = Code(u32::try_from(map.touchpoints.len()).unwrap() + 1);
                    let id = self.ids.next();
                    self.names.insert(name, id);
                    let card = Touchpoint::new(id, code, name, place(rank));
                    map.touchpoints.push(Arc::new(card));
                    continue;
                }
            };
            Arc::make_mut(map.touchpoints.last_mut().unwrap()).mark = Some(mark);
        }
    }

    fn map(&mut self) -> &mut JourneyMap {
        Arc::make_mut(&mut self.project.maps[0])
    }

    pub fn card(&mut self, name: char) -> &mut Touchpoint {
        let id = self.names[&name];
        let card = self.map().touchpoints.iter_mut().find(|card| card.id == id);
        Arc::make_mut(card.unwrap())
    }

    pub fn task(&mut self, name: char, due: &str, state: TaskState) {
        let mut task = Task::new(self.ids.next(), "Task");
        task.due = due.parse().ok();
        task.state = state;
        self.card(name).tasks.push(task);
    }

    /// What is found of a kind: names of cards, `a>b` for links, numbers of steps and stages.
    fn found(&self, kind: FindingKind) -> String {
        let found = findings(&self.project, TODAY);
        let words = found.iter().filter(|it| it.kind == kind).map(|it| self.name(it.thing));
        words.collect::<Vec<_>>().join(" ")
    }

    fn name(&self, thing: Thing) -> String {
        let map = &self.project.maps[0];
        let card = |id: TouchpointId| map.touchpoint(id).unwrap().title.clone();
        match thing {
            Thing::Project => "project".to_owned(),
            Thing::Stage(id) => {
                (map.stages.iter().position(|stage| stage.id == id).unwrap() + 1).to_string()
            }
            Thing::Step(id) => {
                (map.columns().position(|column| column.step.id == id).unwrap() + 1).to_string()
            }
            Thing::Touchpoint(id) | Thing::Task(id, _) => card(id),
            Thing::Link(id) => {
                let link = map.link(id).unwrap();
                format!("{}>{}", card(link.from), card(link.to))
            }
        }
    }
}

fn check(kind: FindingKind, rows: &[(&str, &str, &str)]) {
    for (stages, links, expected) in rows {
        let found = Story::new(stages, links).found(kind);
        assert_eq!(found, *expected, "{kind:?} in {stages} with {links}");
    }
}

#[test]
fn a_decision_leads_somewhere() {
    check(
        FindingKind::DecisionWithoutOutcomes,
        &[
            ("x:a?", "", "a"),
            ("x:a?,y:b", "a>b", ""),
            // Where others lead to, it does not lead itself.
            ("x:a?,y:b?", "a>b", "b"),
            // Neither friction nor what is not marked is a fork.
            ("x:ab!c+", "", ""),
        ],
    );
    let mut story = Story::new("x:a?,y:b", "a>b");
    story.card('b').place.cell = None;
    assert_eq!(story.found(FindingKind::DecisionWithoutOutcomes), "a", "a waiting link");
    story.card('a').place.cell = None;
    assert_eq!(story.found(FindingKind::DecisionWithoutOutcomes), "", "itself in the inbox");
}

#[test]
fn a_decision_decides_something() {
    check(
        FindingKind::OutcomesOfOneMark,
        &[
            ("x:a?,y:b+c!", "a>b a>c", ""),
            ("x:a?,y:b+c+", "a>b a>c", "a"),
            ("x:a?,y:b!", "a>b", "a"),
            ("x:a?,y:b+c", "a>b a>c", ""),
            ("x:a?,y:bc", "a>b a>c", ""),
            ("x:a?", "", ""),
            ("x:a+,y:b+", "a>b", ""),
        ],
    );
}

#[test]
fn shares_are_parts_of_a_hundred() {
    check(
        FindingKind::SharesOver100,
        &[
            ("x:a?,y:bc", "a>b60 a>c40", ""),
            ("x:a?,y:bc", "a>b60 a>c41", "a"),
            ("x:a?,y:bcd", "a>b100 a>c a>d1", "a"),
            ("x:a?,y:bc,z:d?", "a>b60 d>b60", ""),
            ("x:a!,y:bc", "a>b60 a>c60", ""),
        ],
    );
}

#[test]
fn an_outcome_leads_on_unless_it_is_meant_to_lead_back() {
    check(
        FindingKind::OutcomeBackwards,
        &[
            ("x:b,y:a?", "a>b", "a>b"),
            ("x:b,y:a?", "a>b~", ""),
            ("x:b|y:a?", "a>b", "a>b"),
            ("x:a?,y:b", "a>b", ""),
            // Up in the same step is not back.
            ("x:ba?", "a>b", ""),
            ("x:b,y:a!", "a>b", ""),
        ],
    );
}

#[test]
fn actions_and_touchpoints_are_matched() {
    for (kind, rows) in [
        (
            FindingKind::ActionWithoutTouchpoint,
            [("x:", "1"), (" :", ""), ("x:a,y:,z:/b", "2"), ("x:|y:", "1 2"), ("", "")],
        ),
        (
            FindingKind::TouchpointWithoutAction,
            [(":a", "1"), ("x:a", ""), (" :ab", "1"), (":/a", ""), (":a/b,:", "1")],
        ),
        (
            FindingKind::StageWithoutTouchpoints,
            [("x:|y:", ""), ("x:a|", "2"), ("x:a|y:,z:b", ""), ("x:|y:/a|z:,u:", "1 3"), ("", "")],
        ),
    ] {
        check(kind, &rows.map(|(stages, found)| (stages, "", found)));
    }
}

#[test]
fn friction_is_owned_and_something_is_done_about_it() {
    let mut story = Story::new("x:a!b!c!d!,y:e+", "");
    story.card('a').owner = "Anna".to_owned();
    story.card('b').owner = "  ".to_owned();
    story.task('a', "", TaskState::Open);
    story.task('b', "", TaskState::Done);
    story.task('c', "", TaskState::Doing);
    assert_eq!(story.found(FindingKind::FrictionWithoutOwner), "b c d");
    assert_eq!(story.found(FindingKind::FrictionWithoutTask), "b d");
}

#[test]
fn tasks_and_reviews_have_their_days() {
    let mut story = Story::new("x:abc", "");
    story.task('b', "2026-11-22", TaskState::Doing);
    story.task('b', "2026-11-23", TaskState::Open);
    story.task('a', "2026-11-01", TaskState::Done);
    story.task('a', "2020-01-01", TaskState::Open);
    story.task('c', "2026-11-22", TaskState::Open);
    story.card('c').place.cell = None;
    assert_eq!(story.found(FindingKind::TaskOverdue), "a b c");
    for (next, found) in [("2026-11-24", ""), ("2026-11-23", "project"), ("2025-01-01", "project")]
    {
        story.project.review = Review { next: next.parse().ok(), ..Review::default() };
        assert_eq!(story.found(FindingKind::ReviewDue), found, "{next}");
    }
}

#[test]
fn the_same_touchpoint_twice_on_a_step_is_found() {
    for (a, b, other, found) in [
        ("Queue", "queue ", "x", "queue "),
        ("Очередь", "ОЧЕРЕДЬ", "x", "ОЧЕРЕДЬ"),
        ("Queue", "Till", "x", ""),
        ("Queue", "Till", "Queue", ""),
    ] {
        let mut story = Story::new("x:a/b,y:c", "");
        story.card('a').title = a.to_owned();
        story.card('b').title = b.to_owned();
        story.card('c').title = other.to_owned();
        assert_eq!(story.found(FindingKind::RepeatedTouchpoint), found, "{a}, {b}, {other}");
    }
    let mut story = Story::new("x:abc", "");
    for (name, key) in [('a', "queue"), ('b', ""), ('c', "queue")] {
        story.card(name).catalog = Some(key.to_owned());
    }
    assert_eq!(story.found(FindingKind::RepeatedTouchpoint), "c", "the catalogue's entry counts");
}

#[test]
fn the_list_is_by_kind_and_without_what_is_switched_off() {
    let mut story = Story::new(":a?,:b!", "");
    let kinds = |story: &Story| -> Vec<FindingKind> {
        findings(&story.project, TODAY).iter().map(|it| it.kind).collect()
    };
    let without = FindingKind::TouchpointWithoutAction;
    let all = [
        FindingKind::DecisionWithoutOutcomes,
        FindingKind::FrictionWithoutOwner,
        FindingKind::FrictionWithoutTask,
        without,
        without,
    ];
    assert_eq!(kinds(&story), all);
    story.project.silent.insert(without);
    assert_eq!(kinds(&story), all[..3]);
}

#[test]
fn what_is_followed_is_what_would_be_found_anew() {
    let mut story = Story::new("x:a?,:b!", "");
    story.task('a', "2026-11-23", TaskState::Open);
    let second = Story::new(":z", "").project.maps[0].clone();
    let mut followed = Findings::default();
    let mut step = |story: &Story, day: Date| {
        let is_new = followed.follow(&story.project, day);
        assert_eq!(followed.list(), findings(&story.project, day));
        is_new
    };
    assert!(step(&story, TODAY));
    assert!(!step(&story, TODAY), "nothing changed");
    story.project.maps.insert(0, second);
    assert!(step(&story, TODAY));
    assert!(step(&story, Date::constant(2026, 11, 24)), "tomorrow the task is overdue");
    story.project.silent.insert(FindingKind::TaskOverdue);
    assert!(step(&story, TODAY));
    story.project.maps.remove(1);
    assert!(step(&story, TODAY));
    story.project.maps.clear();
    assert!(step(&story, TODAY));
    assert!(!step(&story, TODAY));
}
