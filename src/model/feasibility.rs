//! What is feasible for the company's size and budget, and what can grow with it.

use super::Score;

/// How much a touchpoint would bring and cost. Nothing of it needs to be known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feasibility {
    /// How much the customers would gain by it.
    pub impact: Option<Score>,
    /// How much work it is.
    pub effort: Option<Score>,
    /// In the team's own words: "20 a month", "two days".
    pub cost: String,
    pub cost_band: Option<CostBand>,
    pub when: Option<When>,
    /// Whether it still works when the company is larger.
    pub grows: Option<bool>,
}

impl Feasibility {
    /// Quick wins first: impact less effort, −4 to +4; `None` where one of them is not known.
    pub fn priority(&self) -> Option<i8> {
        let number = |score: Score| i8::try_from(score.value()).ok();
        Some(number(self.impact?)? - number(self.effort?)?)
    }
}

/// How dear something is for this company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostBand {
    Free,
    Low,
    Medium,
    High,
}

impl CostBand {
    /// Every band, from the cheapest.
    pub const ALL: [CostBand; 4] =
        [CostBand::Free, CostBand::Low, CostBand::Medium, CostBand::High];
}

/// When something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    Now,
    Next,
    Later,
}

impl When {
    /// Every one, the soonest first.
    pub const ALL: [When; 3] = [When::Now, When::Next, When::Later];
}
