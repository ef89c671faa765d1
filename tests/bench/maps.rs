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
        Cell, Code, Control, IdSource, JourneyMap, Lane, Link, Mark, Period, Persona, Place,
        Project, Rank, Role, Stage, Step, Touchpoint,
    },
};

/// How large a bench map is.
#[derive(Clone, Copy)]
pub struct Size {
    pub cards: usize,
    steps: usize,
    lanes: usize,
}

/// Every size, by number of cards.
pub const SIZES: [Size; 4] = [
    Size { cards: 50, steps: 10, lanes: 5 },
    Size { cards: 500, steps: 25, lanes: 20 },
    Size { cards: 5_000, steps: 100, lanes: 50 },
    Size { cards: 10_000, steps: 100, lanes: 50 },
];

/// The two sizes of the tables.
pub const MEASURED: [Size; 2] = [SIZES[1], SIZES[3]];
pub const COLUMNS: [&str; 2] = ["500 cards", "10,000 cards"];

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
    let next_code = Code(u32::try_from(size.cards).unwrap() + 1);
    Project {
        title: format!("Bench map of {} cards", size.cards),
        personas: vec![persona],
        maps: vec![Arc::new(map)],
        next_code,
        ..Project::default()
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
    folder.join(format!("{}.ron", size.cards))
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
