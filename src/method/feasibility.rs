//! What to do first: impact against effort, as a matrix and as a list.

use crate::model::{
    CostBand, Feasibility, JourneyMap, MapId, Score, Touchpoint, TouchpointId, When,
};
use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

/// A quarter of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quadrant {
    /// Much for little work.
    QuickWin,
    /// Much for much work.
    BigProject,
    /// Little for little work.
    FillIn,
    /// Little for much work.
    LeaveIt,
}

impl Quadrant {
    /// All four, row by row from the greatest impact and the least effort.
    pub const ALL: [Quadrant; 4] =
        [Quadrant::QuickWin, Quadrant::BigProject, Quadrant::FillIn, Quadrant::LeaveIt];

    /// An impact from 3 up is large, an effort up to 2 is small: what is middling in both is
    /// a project, and nothing that costs real work is called a quick win.
    pub fn at(impact: Score, effort: Score) -> Self {
        match (impact.value() >= 3, effort.value() <= 2) {
            (true, true) => Self::QuickWin,
            (true, false) => Self::BigProject,
            (false, true) => Self::FillIn,
            (false, false) => Self::LeaveIt,
        }
    }
}

/// A touchpoint in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub map: MapId,
    pub card: Arc<Touchpoint>,
}

impl Planned {
    /// Its cell of the matrix: impact and effort; `None` where one of them is not known.
    pub fn cell(&self) -> Option<(Score, Score)> {
        self.card.feasibility.impact.zip(self.card.feasibility.effort)
    }

    /// `None` where impact or effort is not known.
    pub fn quadrant(&self) -> Option<Quadrant> {
        self.cell().map(|(impact, effort)| Quadrant::at(impact, effort))
    }

    /// The list's order: priority, then the sooner, then by code.
    fn order(&self) -> impl Ord + use<> {
        let Feasibility { when, .. } = self.card.feasibility;
        let priority = self.card.feasibility.priority();
        (Reverse(priority), when.is_none(), when, self.card.code, self.card.id)
    }
}

/// What is left of the plan; `None` leaves all, `Some(None)` those without a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    pub when: Option<Option<When>>,
    pub cost_band: Option<Option<CostBand>>,
}

impl Filter {
    fn leaves(self, feasibility: &Feasibility) -> bool {
        self.when.is_none_or(|when| when == feasibility.when)
            && self.cost_band.is_none_or(|band| band == feasibility.cost_band)
    }
}

/// The touchpoints of some maps by what comes first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Those whose impact and effort are known: the highest priority first, then the sooner, then
    /// by code.
    pub ranked: Vec<Planned>,
    /// Those that wait for one of the two: the sooner first, then by code.
    pub waiting: Vec<Planned>,
    /// Which of the ranked are in each cell of the matrix, in their order.
    cells: BTreeMap<(Score, Score), Vec<usize>>,
    places: BTreeMap<TouchpointId, usize>,
}

impl Plan {
    /// The plan of some maps.
    pub fn of<'a>(maps: impl IntoIterator<Item = &'a Arc<JourneyMap>>, filter: Filter) -> Self {
        let all = maps.into_iter().flat_map(|map| {
            let cards = map.touchpoints.iter().filter(|card| filter.leaves(&card.feasibility));
            cards.map(|card| Planned { map: map.id, card: Arc::clone(card) })
        });
        let (mut ranked, mut waiting): (Vec<_>, Vec<_>) = all.partition(|it| it.cell().is_some());
        ranked.sort_by_key(Planned::order);
        waiting.sort_by_key(Planned::order);
        let mut cells: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, it) in ranked.iter().enumerate() {
            if let Some(cell) = it.cell() {
                cells.entry(cell).or_default().push(at);
            }
        }
        let places = ranked.iter().enumerate().map(|(at, it)| (it.card.id, at)).collect();
        Self { ranked, waiting, cells, places }
    }

    /// Where the ranked of a cell stand in the list, the first of them first.
    pub fn in_cell(&self, impact: Score, effort: Score) -> &[usize] {
        self.cells.get(&(impact, effort)).map_or(&[], Vec::as_slice)
    }

    /// The place of a touchpoint in the list, if it is ranked.
    pub fn place_of(&self, card: TouchpointId) -> Option<usize> {
        self.places.get(&card).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Place, Rank};

    fn score(value: i64) -> Option<Score> {
        Score::new(value)
    }

    fn map(cards: &[(Option<Score>, Option<Score>, Option<When>)]) -> Arc<JourneyMap> {
        let mut map = JourneyMap::new(1.into(), "M");
        for (&(impact, effort, when), code) in cards.iter().zip(1..) {
            let place = Place::inbox(Rank::middle());
            let mut card = Touchpoint::new(u64::from(code).into(), Code(code), "x", place);
            card.feasibility = Feasibility { impact, effort, when, ..Feasibility::default() };
            map.touchpoints.push(Arc::new(card));
        }
        Arc::new(map)
    }

    fn codes(all: &[Planned]) -> Vec<u32> {
        all.iter().map(|it| it.card.code.0).collect()
    }

    #[test]
    fn the_list_goes_by_priority_then_the_sooner_then_the_code() {
        let map = map(&[
            (score(3), score(3), None),
            (score(5), score(1), Some(When::Later)),
            (score(4), score(4), Some(When::Next)),
            (score(2), score(2), Some(When::Now)),
            (score(5), None, Some(When::Now)),
            (score(1), score(5), Some(When::Now)),
            (score(1), score(1), Some(When::Now)),
            (None, None, None),
        ]);
        let plan = Plan::of([&map], Filter::default());
        assert_eq!(codes(&plan.ranked), [2, 4, 7, 3, 1, 6]);
        assert_eq!(codes(&plan.waiting), [5, 8]);
        let (one, two) = (Score::ALL[0], Score::ALL[1]);
        assert_eq!(plan.in_cell(two, two), [1]);
        assert_eq!(plan.in_cell(one, two), [0_usize; 0]);
        assert_eq!((plan.place_of(7.into()), plan.place_of(8.into())), (Some(2), None));
    }

    #[test]
    fn a_filter_leaves_what_fits_and_what_has_no_value() {
        let map = map(&[
            (score(3), score(3), Some(When::Now)),
            (score(3), score(3), None),
            (None, None, Some(When::Now)),
        ]);
        let plan = |when, cost_band| Plan::of([&map], Filter { when, cost_band });
        let now = plan(Some(Some(When::Now)), None);
        assert_eq!((codes(&now.ranked), codes(&now.waiting)), (vec![1], vec![3]));
        assert_eq!(codes(&plan(Some(None), None).ranked), [2]);
        assert_eq!(codes(&plan(None, Some(None)).ranked), [1, 2]);
        assert_eq!(plan(None, Some(Some(CostBand::Low))), Plan::default());
    }

    #[test]
    fn each_quarter_is_told_by_its_middle_and_its_edges() {
        for (impact, effort, quadrant) in [
            (5, 1, Quadrant::QuickWin),
            (3, 2, Quadrant::QuickWin),
            (3, 3, Quadrant::BigProject),
            (5, 5, Quadrant::BigProject),
            (2, 2, Quadrant::FillIn),
            (2, 3, Quadrant::LeaveIt),
            (1, 5, Quadrant::LeaveIt),
        ] {
            let (impact, effort) = (score(impact).unwrap(), score(effort).unwrap());
            assert_eq!(Quadrant::at(impact, effort), quadrant);
        }
    }
}
