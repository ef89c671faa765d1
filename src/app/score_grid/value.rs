//! What a cell of the grid shows: a rating, a mean, or what became of one.

use crate::{
    app::style,
    font::Weight,
    message,
    model::{Quality, Score, tenths},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Color32, Painter, Pos2, Rect, Stroke, Vec2};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    None,
    Score(Score),
    Mean(f32),
    Change(Score, Score),
    Means(f32, f32),
}

/// The values of a row: of each quality, and with `None` the mean.
pub fn values(of: impl Fn(Option<Quality>) -> Value) -> [Value; 7] {
    std::array::from_fn(|at| of(Quality::ALL.get(at).copied()))
}

impl Value {
    /// In words, and as it is written in its cell.
    pub fn words(&self, text: &Text) -> String {
        match *self {
            Self::None => "–".to_owned(),
            Self::Score(score) => score.value().to_string(),
            Self::Mean(mean) => message::mean(text, mean),
            Self::Change(was, is) if was == is => is.value().to_string(),
            Self::Change(was, is) => format!("{} → {}", was.value(), is.value()),
            Self::Means(was, is) => {
                let (was, is) = (message::mean(text, was), message::mean(text, is));
                if was == is { is } else { format!("{was} → {is}") }
            }
        }
    }

    /// How good it is, 1 to 5; of two, how good the later one is.
    fn level(&self) -> Option<f32> {
        match *self {
            Self::Score(score) => Some(f32::from(score.value())),
            Self::Mean(mean) => Some(mean),
            Self::None | Self::Change(..) | Self::Means(..) => None,
        }
    }

    /// What became of it: less than 0 is worse.
    fn turn(&self) -> f32 {
        match *self {
            Self::Change(was, is) => f32::from(is.value()) - f32::from(was.value()),
            // As they are shown: what looks alike has not turned.
            Self::Means(was, is) => {
                let shown = |(whole, tenths): (u8, u8)| f32::from(whole * 10 + tenths);
                shown(tenths(is)) - shown(tenths(was))
            }
            _ => 0.0,
        }
    }

    /// Paints it into its cell.
    pub fn paint(&self, painter: &Painter, cell: Rect, text: &Text, theme: Theme) {
        let tone = |tone| style::color(theme, tone);
        let turn = self.turn();
        let (fill, ink) = match self.level() {
            Some(level) => (Some(heat(theme, level)), Tone::Text),
            None if turn < 0.0 => (Some(tone(Tone::FrictionSoft)), Tone::Friction),
            None if turn > 0.0 => (Some(tone(Tone::PositiveSoft)), Tone::Positive),
            None => (None, Tone::Secondary),
        };
        if let Some(fill) = fill {
            painter.rect_filled(cell.shrink2(Vec2::new(2.0, 4.0)), 4.0, fill);
        }
        let weight = if turn == 0.0 { Weight::Regular } else { Weight::Medium };
        let font = style::font(weight, type_size::BODY);
        let galley = painter.layout_no_wrap(self.words(text), font, tone(ink));
        let shift = if turn == 0.0 { 0.0 } else { 7.0 };
        let at = cell.center() - galley.size() / 2.0 + Vec2::new(shift, 0.0);
        let left = at.x - 9.0;
        painter.galley(at, galley, tone(ink));
        if turn != 0.0 {
            arrow(painter, Pos2::new(left, cell.center().y), turn > 0.0, tone(ink));
        }
    }
}

/// Up for better, down for worse: colour alone does not say it.
fn arrow(painter: &Painter, center: Pos2, is_up: bool, ink: Color32) {
    let y = if is_up { -1.0 } else { 1.0 };
    let corners = [(-4.0, -3.0 * y), (4.0, -3.0 * y), (0.0, 4.0 * y)];
    let corners = corners.map(|(x, y)| center + Vec2::new(x, y)).to_vec();
    painter.add(egui::Shape::convex_polygon(corners, ink, Stroke::NONE));
}

/// The colour of a rating or a mean.
fn heat(theme: Theme, level: f32) -> Color32 {
    let [r, g, b, _] = theme.heat(level).0;
    Color32::from_rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_turns_where_it_looks_different_and_only_there() {
        for (was, is, turn) in [(1.24, 1.26, 1.0), (1.26, 1.34, 0.0), (3.0, 2.5, -5.0)] {
            assert!((Value::Means(was, is).turn() - turn).abs() < 0.01, "{was} to {is}");
        }
    }
}
