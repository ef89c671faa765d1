//! The maps that the benches measure, left under `target/bench-maps/` for opening them by hand.
#![allow(dead_code, reason = "not every bench uses all of it")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use touchline::{
    file,
    font::Fonts,
    model::{
        Audit, AuditEntry, Cell, Code, Control, CostBand, Date, Emotion, Feasibility, IdSource,
        JourneyMap, Lane, Link, MapState, Mark, Period, Persona, Place, Project, Quality, Rank,
        Review, Rhythm, Role, Score, Stage, Step, Task, TaskState, Touchpoint, When,
    },
};

/// How large a bench map is.
#[derive(Clone, Copy)]
pub struct Size {
    pub cards: usize,
    steps: usize,
    lanes: usize,
    /// With everything that the method knows of a touchpoint, and two audits. The maps that a
    /// review keeps would be as many touchpoints again.
    pub is_filled: bool,
}

impl Size {
    const fn of(cards: usize, steps: usize, lanes: usize) -> Self {
        Self { cards, steps, lanes, is_filled: false }
    }
}

/// Every size, by number of cards.
pub const SIZES: [Size; 5] = [
    Size::of(50, 10, 5),
    Size::of(500, 25, 20),
    Size::of(5_000, 100, 50),
    Size::of(10_000, 100, 50),
    Size { is_filled: true, ..Size::of(10_000, 100, 50) },
];

/// The sizes of the tables.
pub const MEASURED: [Size; 3] = [SIZES[1], SIZES[3], SIZES[4]];
pub const COLUMNS: [&str; 3] = ["500 cards", "10,000 cards", "10,000, all filled"];

const STEPS_IN_A_STAGE: usize = 5;

/// Two lines on a card, in the three languages.
const TITLES: [&str; 6] = [
    "Product reviews on the comparison site",
    "Отзывы покупателей на странице товара",
    "在结账队伍中等待店员处理上一位顾客的退货",
    "Follow-up e-mail with a discount code",
    "Очередь у кассы в субботу вечером",
    "产品演示视频和社交媒体上的推荐",
];

const LABELS: [&str; 3] = ["too dear", "слишком дорого", "太贵了"];

/// A map of this size; the same each time.
pub fn project(size: Size) -> Project {
    let mut ids = IdSource::seeded(size.cards as u64);
    let persona = Persona::new(ids.next(), "A careful buyer");
    let mut map = JourneyMap::new(ids.next(), format!("{} cards", size.cards));
    map.persona = Some(persona.id);
    for first in (0..size.steps).step_by(STEPS_IN_A_STAGE) {
        let number = first / STEPS_IN_A_STAGE;
        let period = Period::ALL[number % Period::ALL.len()];
        let mut stage = Stage::new(ids.next(), format!("Stage {}", number + 1), Some(period));
        for step in first..size.steps.min(first + STEPS_IN_A_STAGE) {
            stage.steps.push(Step::new(ids.next(), format!("Customer action {}", step + 1)));
        }
        map.stages.push(stage);
    }
    map.lanes = (1..=size.lanes)
        .map(|number| Lane::new(ids.next(), format!("Channel {number}"), Role::Touchpoints))
        .collect();
    fill(&mut map, size.cards / (size.steps * size.lanes), &mut ids);
    link(&mut map, &mut ids);
    if size.is_filled {
        fill_fields(&mut map, &mut ids);
    }
    let next_code = Code(u32::try_from(size.cards).unwrap() + 1);
    let mut project = Project {
        title: format!("Bench map of {} cards", size.cards),
        personas: vec![persona],
        maps: vec![Arc::new(map)],
        next_code,
        ..Project::default()
    };
    if size.is_filled {
        "A retailer".clone_into(&mut project.owner);
        let (last, next) = (Some(day(0)), Some(day(90)));
        project.review = Review { rhythm: Some(Rhythm::Quarter), last, next };
    }
    project
}

/// So many days after a first one.
fn day(number: i32) -> Date {
    let first = jiff::civil::date(2026, 9, 1);
    first.saturating_add(jiff::Span::new().days(number))
}

/// Everything that can be said of the cards and of the map, and an audit of it.
fn fill_fields(map: &mut JourneyMap, ids: &mut IdSource) {
    "Buys for the first time".clone_into(&mut map.scenario);
    "To be sure of the choice".clone_into(&mut map.goal);
    "Anna".clone_into(&mut map.owner);
    map.state = Some(MapState::AsIs);
    let mut audit = Audit::new(ids.next(), day(10), "Boris");
    audit.is_done = true;
    for (number, card) in map.touchpoints.iter_mut().enumerate() {
        let card = Arc::make_mut(card);
        fill_card(card, number, ids);
        let mut entry = AuditEntry::new(card);
        entry.mark = card.mark;
        entry.scores = card.qualities.scores();
        TITLES[(number + 1) % TITLES.len()].clone_into(&mut entry.note);
        audit.entries.push(Arc::new(entry));
    }
    let mut broken_off = Audit { id: ids.next(), is_done: false, ..audit.clone() };
    broken_off.entries.truncate(map.touchpoints.len() / 2);
    map.audits.extend([audit, broken_off].map(Arc::new));
}

/// One of a few, by number.
fn pick<T: Copy>(all: &[T], number: usize) -> T {
    all[number % all.len()]
}

fn fill_card(card: &mut Touchpoint, number: usize, ids: &mut IdSource) {
    let words = |at: usize| pick(&TITLES, number + at).to_owned();
    let score = |at: usize| Some(pick(&Score::ALL, number / 2 + at));
    card.emotion = Some(pick(&Emotion::ALL, number));
    pick(&["Website", "Магазин", "电子邮件"], number).clone_into(&mut card.channel);
    card.period = Some(pick(&Period::ALL, number));
    card.catalog = Some(format!("entry-{}", number % 60));
    card.notes = words(1);
    card.moment_of_truth = number.is_multiple_of(10);
    // Of each five one has no owner.
    pick(&["Anna", "Борис", "李雷", "Maria", ""], number).clone_into(&mut card.owner);
    for (at, quality) in Quality::ALL.into_iter().enumerate() {
        card.qualities.set_score(quality, score(at));
        card.qualities.set_note(quality, words(at));
    }
    card.feasibility = Feasibility {
        impact: score(0),
        effort: score(3),
        cost: "20 a month".to_owned(),
        cost_band: Some(pick(&CostBand::ALL, number)),
        when: Some(pick(&When::ALL, number)),
        grows: Some(number.is_multiple_of(2)),
    };
    for at in 0..2 {
        let mut task = Task::new(ids.next(), words(at + 2));
        task.owner.clone_from(&card.owner);
        task.due = Some(day(i32::try_from((number + at) % 200).unwrap()));
        task.state = pick(&TaskState::ALL, number + at);
        "E-mail scheduler".clone_into(&mut task.tool);
        card.tasks.push(task);
    }
}

/// So many cards in each cell, column by column.
fn fill(map: &mut JourneyMap, in_a_cell: usize, ids: &mut IdSource) {
    let steps: Vec<_> = map.columns().map(|column| column.step.id).collect();
    let ranks = Rank::spread(None, None, in_a_cell);
    let mut cards = Vec::new();
    for step in steps {
        for lane in &map.lanes {
            for rank in &ranks {
                let number = cards.len();
                let cell = Some(Cell { step, lane: lane.id });
                let place = Place { cell, rank: rank.clone() };
                let code = Code(u32::try_from(number).unwrap() + 1);
                let title = TITLES[number % TITLES.len()];
                let mut card = Touchpoint::new(ids.next(), code, title, place);
                // Every third is a decision, because a link begins there.
                card.mark = match number % 3 {
                    0 => Some(Mark::Decision),
                    _ if number % 4 == 1 => None,
                    1 => Some(Mark::Positive),
                    _ => Some(Mark::Friction),
                };
                card.control = Some(Control::ALL[number % 2]);
                cards.push(Arc::new(card));
            }
        }
    }
    map.touchpoints = cards;
}

/// From each third card to the card beside it in the next step.
fn link(map: &mut JourneyMap, ids: &mut IdSource) {
    let in_a_step = map.touchpoints.len() / map.columns().count();
    let pairs = map.touchpoints.iter().zip(map.touchpoints.iter().skip(in_a_step));
    map.links = pairs
        .enumerate()
        .step_by(3)
        .map(|(number, (from, to))| {
            let mut link = Link::new(ids.next(), from.id, to.id);
            LABELS[number / 3 % LABELS.len()].clone_into(&mut link.label);
            Arc::new(link)
        })
        .collect();
}

/// Writes every bench map; gives the folder.
pub fn write_all() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.parent().unwrap_or(target).join("bench-maps");
    fs::create_dir_all(&folder).unwrap();
    for size in SIZES {
        let project = project(size);
        assert_eq!(project.check(), []);
        file::save(&project, &path(&folder, size)).unwrap();
    }
    eprintln!("bench maps are in {}", folder.display());
    folder
}

/// Where the map of a size is.
pub fn path(folder: &Path, size: Size) -> PathBuf {
    let filled = if size.is_filled { "-filled" } else { "" };
    folder.join(format!("{}{filled}.ron", size.cards))
}

/// The bundled faces with the system's Chinese one; without it, Chinese titles cost too little.
pub fn fonts() -> Fonts {
    let fonts = Fonts::bundled();
    match Fonts::find_han() {
        Some(han) => {
            eprintln!("Chinese face: {}", han.family);
            fonts.with_han(han)
        }
        None => {
            eprintln!("no Chinese face is installed: Chinese titles are not measured");
            fonts
        }
    }
}
