//! Compare: maps above each other on shared stages, and where they disagree.

use crate::model::{JourneyMap, Mark, Period, Stage, StageId, StepId, Touchpoint, TouchpointId};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// How many maps are compared at once, at least.
pub const FEWEST: usize = 2;
/// How many at most.
pub const MOST: usize = 6;

/// Several maps side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// The stages that at least one of the maps has, in the order of a journey.
    pub stages: Vec<SharedStage>,
    /// In the order in which they were asked for.
    pub maps: Vec<Compared>,
    /// In the order of a journey.
    pub contrasts: Vec<Contrast>,
}

/// A stage of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedStage {
    /// As the first map that has it calls it.
    pub name: String,
    pub period: Option<Period>,
}

/// One map in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// For each shared stage, what the map has there; `None` where it has no such stage.
    pub stages: Vec<Option<ComparedStage>>,
    /// The emotion curve from left to right: how far along the shared stages (1 is the end of the
    /// first), and how the customer feels there, −2 to +2.
    pub curve: Vec<(f32, f32)>,
}

/// A stage of one map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedStage {
    pub stage: StageId,
    /// In reading order, step by step.
    pub cards: Vec<Arc<Touchpoint>>,
}

/// A touchpoint that is good on one map and friction on another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// As the first of them is called.
    pub title: String,
    /// Those that are good: which of the maps, and the card.
    pub positive: Vec<(usize, TouchpointId)>,
    /// Those that are friction.
    pub friction: Vec<(usize, TouchpointId)>,
}

/// Lays maps side by side. Stages are the same where their key is, else where their name is
/// (capitals do not matter).
pub fn compare(maps: &[Arc<JourneyMap>]) -> Comparison {
    let (stages, places) = align(maps);
    let pairs = maps.iter().zip(&places);
    let maps: Vec<_> = pairs.map(|(map, at)| Compared::of(map, at, stages.len())).collect();
    let contrasts = contrasts(&maps);
    Comparison { stages, maps, contrasts }
}

/// The shared stages, and for each map which of them its own are.
fn align(maps: &[Arc<JourneyMap>]) -> (Vec<SharedStage>, Vec<Vec<usize>>) {
    // The same stage of several maps, in the order in which they were found: numbers stay.
    let mut all: Vec<Vec<&Stage>> = Vec::new();
    // Those numbers in the order of a journey.
    let mut order: Vec<usize> = Vec::new();
    let mut numbers: Vec<Vec<usize>> = Vec::new();
    for map in maps {
        let found = find_all(&all, &map.stages);
        let mut own = Vec::with_capacity(map.stages.len());
        // A stage that is new goes behind the one before it.
        let mut behind = 0;
        for (stage, found) in map.stages.iter().zip(found) {
            let number = found.unwrap_or_else(|| {
                all.push(Vec::new());
                order.insert(behind, all.len() - 1);
                all.len() - 1
            });
            if let Some(same) = all.get_mut(number) {
                same.push(stage);
            }
            behind = order.iter().position(|&it| it == number).map_or(behind, |at| at + 1);
            own.push(number);
        }
        numbers.push(own);
    }
    let place: BTreeMap<usize, usize> = order.iter().copied().zip(0..).collect();
    let placed = |own: Vec<usize>| own.iter().filter_map(|it| place.get(it).copied()).collect();
    let first = order.iter().filter_map(|&number| all.get(number)?.first());
    let stages = first.map(|it| SharedStage { name: it.name.clone(), period: it.period });
    (stages.collect(), numbers.into_iter().map(placed).collect())
}

/// Which of the known stages each stage of a map is, each at most once: by key first, so that a
/// name takes nothing away from a key.
fn find_all(all: &[Vec<&Stage>], stages: &[Stage]) -> Vec<Option<usize>> {
    let ways: [fn(&Stage, &Stage) -> bool; 2] = [has_same_key, has_same_name];
    let mut taken = BTreeSet::new();
    let mut found: Vec<Option<usize>> = vec![None; stages.len()];
    for is_same in ways {
        for (stage, found) in stages.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let mut known = all.iter().enumerate();
            let fits = known.find(|(at, same)| {
                !taken.contains(at) && same.iter().any(|other| is_same(stage, other))
            });
            *found = fits.map(|(at, _)| at);
            taken.extend(*found);
        }
    }
    found
}

/// Whether two stages are the same, each on its own map.
pub fn is_same(a: &Stage, b: &Stage) -> bool {
    has_same_key(a, b) || has_same_name(a, b)
}

fn has_same_key(a: &Stage, b: &Stage) -> bool {
    a.shared.is_some() && a.shared == b.shared
}

fn has_same_name(a: &Stage, b: &Stage) -> bool {
    !name(a).is_empty() && name(a) == name(b)
}

fn name(stage: &Stage) -> String {
    stage.name.trim().to_lowercase()
}

impl Compared {
    fn of(map: &JourneyMap, places: &[usize], count: usize) -> Self {
        let mut stages: Vec<Option<ComparedStage>> = vec![None; count];
        for (stage, &place) in map.stages.iter().zip(places) {
            if let Some(free) = stages.get_mut(place) {
                *free = Some(ComparedStage { stage: stage.id, cards: Vec::new() });
            }
        }
        let columns: HashMap<StepId, (usize, usize)> = map
            .columns()
            .enumerate()
            .filter_map(|(at, column)| Some((column.step.id, (at, *places.get(column.stage_at)?))))
            .collect();
        let lanes: HashMap<_, usize> = map.lanes.iter().map(|lane| lane.id).zip(0..).collect();
        let mut cards: Vec<_> = map
            .touchpoints
            .iter()
            .filter_map(|card| {
                let cell = card.place.cell?;
                let &(column, place) = columns.get(&cell.step)?;
                Some((column, *lanes.get(&cell.lane)?, &card.place.rank, place, card))
            })
            .collect();
        cards.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
        let mut felt: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        for (column, _, _, place, card) in cards {
            if let Some(emotion) = card.counted_emotion() {
                let (sum, count) = felt.entry(column).or_default();
                (*sum, *count) = (*sum + emotion, *count + 1.0);
            }
            if let Some(Some(stage)) = stages.get_mut(place) {
                stage.cards.push(Arc::clone(card));
            }
        }
        Self { stages, curve: curve(map, places, &felt) }
    }

    /// Its cards from the first to the last.
    fn cards(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        self.stages.iter().flatten().flat_map(|stage| &stage.cards)
    }
}

/// The points of the emotion curve, from each step's sum and count: a stage is as wide as any
/// other, and its steps share it.
fn curve(
    map: &JourneyMap,
    places: &[usize],
    felt: &BTreeMap<usize, (f32, f32)>,
) -> Vec<(f32, f32)> {
    let mut points: Vec<(f32, f32)> = map
        .columns()
        .enumerate()
        .filter_map(|(at, column)| {
            let (sum, count) = felt.get(&at)?;
            let along = (number(column.step_at) + 0.5) / number(column.stage.steps.len());
            Some((number(*places.get(column.stage_at)?) + along, sum / count))
        })
        .collect();
    // Where a map has the stages in another order, its curve is drawn in that of the others.
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points
}

/// There are never more stages or steps than fit.
fn number(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

/// The touchpoints that are good on one map and friction on another. They are the same where their
/// catalogue entry is; a card without one is the same where its title is.
fn contrasts(maps: &[Compared]) -> Vec<Contrast> {
    let mut groups = Groups::default();
    let judged =
        |card: &&Arc<Touchpoint>| matches!(card.mark, Some(Mark::Positive | Mark::Friction));
    let all = || maps.iter().enumerate().flat_map(|(at, map)| map.cards().map(move |it| (at, it)));
    let all = || all().filter(|(_, card)| judged(card));
    for (at, card) in all() {
        if let Some(entry) = &card.catalog {
            let group = groups.of_entry(entry, card);
            groups.put(group, at, card);
        }
    }
    for (at, card) in all().filter(|(_, card)| card.catalog.is_none()) {
        let group = groups.of_title(card);
        groups.put(group, at, card);
    }
    let mut found = groups.all;
    found.retain(Contrast::is_between_maps);
    sort(&mut found, maps);
    found
}

impl Contrast {
    /// Whether one map has it good and another has friction there.
    fn is_between_maps(&self) -> bool {
        let maps = |side: &[(usize, TouchpointId)]| -> BTreeSet<usize> {
            side.iter().map(|(map, _)| *map).collect()
        };
        let (good, bad) = (maps(&self.positive), maps(&self.friction));
        !good.is_empty() && !bad.is_empty() && (good.len() > 1 || good != bad)
    }
}

/// Cards that are the same touchpoint.
#[derive(Default)]
struct Groups<'a> {
    all: Vec<Contrast>,
    by_entry: HashMap<&'a str, usize>,
    by_title: HashMap<String, usize>,
}

impl<'a> Groups<'a> {
    fn of_entry(&mut self, entry: &'a str, card: &Touchpoint) -> usize {
        let group = *self.by_entry.entry(entry).or_insert(self.all.len());
        self.by_title.entry(title(card)).or_insert(group);
        group
    }

    fn of_title(&mut self, card: &Touchpoint) -> usize {
        *self.by_title.entry(title(card)).or_insert(self.all.len())
    }

    fn put(&mut self, group: usize, map: usize, card: &Touchpoint) {
        if group == self.all.len() {
            let (positive, friction) = (Vec::new(), Vec::new());
            self.all.push(Contrast { title: card.title.clone(), positive, friction });
        }
        if let Some(group) = self.all.get_mut(group) {
            let is_good = card.mark == Some(Mark::Positive);
            let side = if is_good { &mut group.positive } else { &mut group.friction };
            side.push((map, card.id));
        }
    }
}

/// By where a customer meets them first.
fn sort(groups: &mut [Contrast], maps: &[Compared]) {
    let cards = |group: &Contrast| -> Vec<TouchpointId> {
        group.positive.iter().chain(&group.friction).map(|(_, card)| *card).collect()
    };
    let wanted: BTreeSet<TouchpointId> = groups.iter().flat_map(cards).collect();
    let mut places: BTreeMap<TouchpointId, (usize, usize)> = BTreeMap::new();
    for map in maps {
        for (stage_at, stage) in map.stages.iter().enumerate() {
            for (at, card) in stage.iter().flat_map(|stage| &stage.cards).enumerate() {
                if wanted.contains(&card.id) {
                    places.entry(card.id).or_insert((stage_at, at));
                }
            }
        }
    }
    groups.sort_by_cached_key(|group| {
        cards(group).into_iter().filter_map(|card| places.get(&card).copied()).min()
    });
}

fn title(card: &Touchpoint) -> String {
    card.title.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cell, Code, Emotion, IdSource, Lane, MapId, Role, Step};

    /// Stages as "key:Name*steps", one lane.
    fn map(ids: &mut IdSource, stages: &[&str]) -> JourneyMap {
        let mut map = JourneyMap::new(ids.next::<MapId>(), "");
        for stage in stages {
            let (key, rest) = stage.split_once(':').unwrap_or(("", stage));
            let (name, steps) = rest.split_once('*').unwrap_or((rest, "1"));
            let mut stage = Stage::new(ids.next(), name, None);
            stage.shared = (!key.is_empty()).then(|| key.to_owned());
            let steps = 0..steps.parse::<usize>().unwrap();
            stage.steps = steps.map(|_| Step::new(ids.next(), "acts")).collect();
            map.stages.push(stage);
        }
        map.lanes.push(Lane::new(ids.next(), "Shop", Role::Touchpoints));
        map
    }

    /// Puts a card on a step; `words` is "entry/Title", or a title.
    fn put(ids: &mut IdSource, map: &mut JourneyMap, step: usize, words: &str, mark: Option<Mark>) {
        let (entry, title) = words.split_once('/').map_or((None, words), |(k, t)| (Some(k), t));
        let cell = Cell { step: map.columns().nth(step).unwrap().step.id, lane: map.lanes[0].id };
        let place = map.place_at_end(Some(cell));
        let card = Touchpoint {
            mark,
            catalog: entry.map(str::to_owned),
            ..Touchpoint::new(ids.next(), Code(1), title, place)
        };
        map.touchpoints.push(Arc::new(card));
    }

    /// The shared stages of maps given as "stage, stage"; with which of them each map has.
    fn aligned(maps: &[&'static str]) -> (String, Vec<String>) {
        let mut ids = IdSource::seeded(1);
        let stages =
            |map: &'static str| map.split(", ").filter(|it| !it.is_empty()).collect::<Vec<_>>();
        let maps: Vec<_> = maps.iter().map(|it| Arc::new(map(&mut ids, &stages(it)))).collect();
        let compared = compare(&maps);
        let names: Vec<_> = compared.stages.into_iter().map(|stage| stage.name).collect();
        let has = |it: &Option<ComparedStage>| if it.is_some() { 'x' } else { '-' };
        let maps = compared.maps.iter().map(|map| map.stages.iter().map(has).collect());
        (names.join(" "), maps.collect())
    }

    #[test]
    fn stages_are_the_same_by_key_else_by_name() {
        for (first, second, names, has) in [
            ("Buy, Use", "buy , Use", "Buy Use", "xx"),
            ("a:Buy, b:Use", "a:Get, b:Live", "Buy Use", "xx"),
            ("Buy, Use", "Learn, Use, Leave", "Learn Buy Use Leave", "x-xx"),
            ("Buy, Use", "Buy, Pay, Use", "Buy Pay Use", "xxx"),
            // A key is not taken away by a name that comes before it.
            ("a:Buy, Pay", "Buy, a:Order", "Buy Buy Pay", "xx-"),
            // The same name twice on one map are two stages.
            ("Buy", "Buy, Buy", "Buy Buy", "xx"),
            ("Buy", "", "Buy", "-"),
        ] {
            let (found, stages) = aligned(&[first, second]);
            assert_eq!((found.as_str(), stages[1].as_str()), (names, has), "{first} {second}");
        }
        assert_eq!(compare(&[]), Comparison::default());
        // By what any of the maps calls it.
        let (names, stages) = aligned(&["a:Buy", "a:Order", "Order"]);
        assert_eq!((names.as_str(), stages), ("Buy", vec!["x".to_owned(); 3]));
    }

    #[test]
    fn cards_stand_in_reading_order_and_steps_share_their_stage() {
        let mut ids = IdSource::seeded(1);
        let mut anna = map(&mut ids, &["Buy*2", "Use"]);
        for (step, title, mark) in [
            (1, "late", Some(Mark::Friction)),
            (0, "early", Some(Mark::Positive)),
            (0, "then", None),
            (2, "use", None),
        ] {
            put(&mut ids, &mut anna, step, title, mark);
        }
        Arc::make_mut(&mut anna.touchpoints[2]).emotion = Emotion::new(-2);
        let compared = compare(&[Arc::new(anna)]);
        let stage = compared.maps[0].stages[0].as_ref().unwrap();
        let titles: Vec<_> = stage.cards.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(titles, ["early", "then", "late"]);
        // A step where nothing is felt makes no point.
        assert_eq!(compared.maps[0].curve, [(0.25, -0.5), (0.75, -1.0)]);
    }

    #[test]
    fn green_for_one_and_red_for_another_is_a_contrast() {
        let mut ids = IdSource::seeded(1);
        let (good, bad) = (Some(Mark::Positive), Some(Mark::Friction));
        let mut anna = map(&mut ids, &["Buy*2", "Use"]);
        let mut boris = map(&mut ids, &["Buy*2", "Use"]);
        for (step, words, mark) in [
            (2, "Help Desk", good),
            (0, "reviews/Our reviews", good),
            (1, "Queue", bad),
            (1, "portal/Portal", good),
            (1, "Till", good),
            (1, "Till", bad),
            (2, "x/Same words", good),
        ] {
            put(&mut ids, &mut anna, step, words, mark);
        }
        for (step, words, mark) in [
            (2, " help desk", bad),
            (0, "reviews/Отзывы", bad),
            (1, "Queue", bad),
            // Of no entry: the title decides.
            (1, "PORTAL", bad),
            (2, "y/Same words", bad),
            (1, "Till", None),
        ] {
            put(&mut ids, &mut boris, step, words, mark);
        }
        let compared = compare(&[Arc::new(anna), Arc::new(boris)]);
        let found: Vec<_> = compared
            .contrasts
            .iter()
            .map(|it| (it.title.as_str(), it.positive.len(), it.friction.len()))
            .collect();
        assert_eq!(found, [("Our reviews", 1, 1), ("Portal", 1, 1), ("Help Desk", 1, 1)]);
        assert_eq!(compared.contrasts[0].friction[0].0, 1);
    }
}
