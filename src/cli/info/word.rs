//! The words of the JSON: they stay the same in every language.

use crate::model::{CostBand, MapState, Mark, Period, Quality, Rhythm, Role, TaskState, When};

pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Positive => "positive",
        Mark::Decision => "decision",
        Mark::Friction => "friction",
    }
}

pub fn period(period: Period) -> &'static str {
    match period {
        Period::Before => "before",
        Period::During => "during",
        Period::After => "after",
        Period::Service => "service",
    }
}

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Touchpoints => "touchpoints",
        Role::FrontStage => "front stage",
        Role::BackStage => "back stage",
        Role::Support => "support",
        Role::Custom => "custom",
    }
}

pub fn state(state: MapState) -> &'static str {
    match state {
        MapState::AsIs => "as is",
        MapState::ToBe => "to be",
    }
}

pub fn task(state: TaskState) -> &'static str {
    match state {
        TaskState::Open => "open",
        TaskState::Doing => "doing",
        TaskState::Done => "done",
    }
}

pub fn cost_band(band: CostBand) -> &'static str {
    match band {
        CostBand::Free => "free",
        CostBand::Low => "low",
        CostBand::Medium => "medium",
        CostBand::High => "high",
    }
}

pub fn when(when: When) -> &'static str {
    match when {
        When::Now => "now",
        When::Next => "next",
        When::Later => "later",
    }
}

pub fn rhythm(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Quarter => "quarter",
        Rhythm::HalfYear => "half year",
        Rhythm::Year => "year",
        Rhythm::Weeks(_) => "weeks",
    }
}

pub fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Simple => "simple",
        Quality::Appropriate => "appropriate",
        Quality::Relevant => "relevant",
        Quality::Meaningful => "meaningful",
        Quality::Appealing => "appealing",
        Quality::Personal => "personal",
    }
}
