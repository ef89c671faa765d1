//! Links between cards: level and upright pieces through the gaps between cards and along the
//! borders between rows, never across a card. Gaps and rows grow with what runs through them.

mod arrow;
mod label;
mod port;
mod track;
mod way;

pub use label::{Label, label, same_label};
pub use way::Stop;

use super::{
    cache::LinkMemory,
    grid::Padding,
    setting::{Drawing, Setting},
};
use crate::{
    model::LinkState,
    scene::{Block, Connector, Grid, Pin, Placed, Point, Rect, Source, Vec2},
    theme::{Tone, size},
};
use label::Places;
use std::sync::Arc;
use way::{Pathfinder, Shape, Way};

/// Room for the piece that leaves a card, and for the one that arrives with its head.
const ENDS: f32 = 28.0;
/// Left and right of a label.
const LABEL_MARGIN: f32 = 12.0;
/// From the card on the left to the first upright piece, in a gap with labels: these stand right of
/// all such pieces, so that none runs below a label that is not its own.
const LEAD: f32 = 12.0;

/// The ways of all links of a map, before anything has a place.
pub struct Plan {
    ways: Vec<Way>,
    rows: usize,
    borders: Vec<u16>,
    gaps: Vec<Gap>,
}

/// What runs through the gap right of a column.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// How many upright pieces stand beside each other.
    tracks: u16,
    /// Whether there are labels right of them, on pieces that arrive.
    has_labels: bool,
}

impl Gap {
    /// From the first upright piece to the last.
    fn width(self) -> f32 {
        track::PITCH * f32::from(self.tracks.saturating_sub(1))
    }

    /// From the card on the left to where labels may begin.
    fn before_labels(self) -> f32 {
        if self.tracks == 0 { 0.0 } else { LEAD + self.width() }
    }
}

impl Plan {
    /// `stops` are the two ends of each drawn link, with its index.
    pub fn new(
        cells: &super::cells::Cells,
        stops: impl Iterator<Item = (usize, Stop, Stop)>,
    ) -> Self {
        let mut finder = Pathfinder::new(cells);
        let mut ways: Vec<Way> = stops.map(|(link, from, to)| finder.way(link, from, to)).collect();
        if !ways.is_empty() {
            port::assign(&mut ways, cells.order.len());
        }
        let borders = track::assign_borders(&mut ways, cells.rows);
        Self { ways, rows: cells.rows, borders, gaps: Vec::new() }
    }

    /// The room above and below each row's cards, so that tracks fit along the borders.
    pub fn paddings(&self) -> Vec<Padding> {
        let count = |border: usize| self.borders.get(border).copied().unwrap_or(0);
        // Of each side's tracks, the one farthest from the border decides.
        let reach = |border: usize, below: bool| {
            let offsets = (0..count(border)).map(|t| track::border_offset(border, self.rows, t));
            let on_side = offsets.filter(|offset| (*offset > 0.0) == below).map(f32::abs);
            on_side.fold(0.0_f32, f32::max) + track::PITCH
        };
        (0..self.rows)
            .map(|row| Padding {
                above: size::LANE_PADDING.max(reach(row, true)),
                below: size::LANE_PADDING.max(reach(row + 1, false)),
            })
            .collect()
    }

    /// The width of each column's gap; `grid` has its rows, `paddings` are what they were made with.
    pub fn gaps(
        &mut self,
        grid: &Grid,
        columns: usize,
        paddings: &[Padding],
        links: &[LinkMemory],
    ) -> Vec<f32> {
        let rows = self.rows;
        let heights = |way: &Way| heights(way, grid, paddings, rows);
        let tracks = track::assign_gaps(&mut self.ways, columns, heights);
        let gap = |tracks| Gap { tracks, has_labels: false };
        self.gaps = tracks.into_iter().map(gap).collect();
        let width = |gap: &Gap| match gap.tracks {
            0 => size::STEP_GAP,
            _ => size::STEP_GAP.max(ENDS + gap.width()),
        };
        let mut widths: Vec<f32> = self.gaps.iter().map(width).collect();
        for way in &self.ways {
            let label = links.get(way.link).and_then(|link| link.label.as_ref());
            let at = label::gap(way);
            let (Some(label), Some(gap)) = (label, self.gaps.get_mut(at)) else { continue };
            let arrives = way.enters == way::Side::Left;
            gap.has_labels |= arrives;
            let before = if arrives { gap.before_labels() } else { 0.0 };
            if let Some(width) = widths.get_mut(at) {
                let needed = before + label.size.width + LABEL_MARGIN * 2.0;
                *width = width.max((needed / 4.0).ceil() * 4.0);
            }
        }
        // Right of the last column there is no other's inset.
        let last_is_used = self.gaps.last().is_some_and(|gap| gap.tracks > 0);
        if let Some(last) = widths.last_mut().filter(|_| last_is_used) {
            *last += size::CARD_INSET;
        }
        widths
    }

    /// The links at their places. A drawing is taken from before where the link only moved.
    pub fn connectors(
        &self,
        grid: &Grid,
        paddings: &[Padding],
        links: &mut [LinkMemory],
        setting: &Setting,
    ) -> Vec<Connector> {
        let mut places: Vec<Places> = Vec::new();
        places.resize_with(grid.columns.len(), Places::default);
        let mut connectors = Vec::with_capacity(self.ways.len());
        for way in &self.ways {
            let Some(link) = links.get_mut(way.link) else { continue };
            let heights = heights(way, grid, paddings, self.rows);
            let Some(route) = self.route(way, grid, heights) else { continue };
            let Some(&start) = route.first() else { continue };
            let center = link.label.as_ref().and_then(|label| {
                let found = self.label_way(way, label, grid, heights)?;
                Some(places.get_mut(label::gap(way))?.find(label, found))
            });
            connectors.push(connector(link, start, route, center, setting));
        }
        connectors
    }

    /// Where the label of a link can stand: on the piece that arrives, right of all upright ones,
    /// or along its own upright one.
    fn label_way(
        &self,
        way: &Way,
        label: &Label,
        grid: &Grid,
        [from, border, to]: [f32; 3],
    ) -> Option<label::LabelWay> {
        let at = label::gap(way);
        let middle = middle_of(grid, at)?;
        // Where the upright piece in the label's gap comes from, if there is one.
        let (leave, piece) = match way.shape {
            Shape::Bent { gap: bend } if bend == at => (from, Some(0)),
            Shape::Detour { .. } => (border, Some(1)),
            Shape::Bent { .. } | Shape::Straight => (to, None),
        };
        let gap = *self.gaps.get(at)?;
        if !gap.has_labels {
            return Some(label::LabelWay {
                arrive: Point::new(middle, to),
                upright: middle,
                leave,
            });
        }
        let left = grid.columns.get(at)?.cards.end;
        let upright = piece.and_then(|piece| self.upright(way, grid, at, piece)).unwrap_or(middle);
        let upright = upright.max(left + label.size.width / 2.0 + LABEL_MARGIN / 2.0);
        let arrive = match way.enters {
            way::Side::Left => middle + gap.before_labels() / 2.0,
            way::Side::Right => upright,
        };
        Some(label::LabelWay { arrive: Point::new(arrive, to), upright, leave })
    }

    /// Where an upright piece of a way stands.
    fn upright(&self, way: &Way, grid: &Grid, gap: usize, piece: usize) -> Option<f32> {
        let its = *self.gaps.get(gap)?;
        let track = f32::from(*way.gap_tracks.get(piece)?) * track::PITCH;
        if its.has_labels {
            return Some(grid.columns.get(gap)?.cards.end + LEAD + track);
        }
        Some(middle_of(grid, gap)? + track - its.width() / 2.0)
    }

    fn route(&self, way: &Way, grid: &Grid, [from, border, to]: [f32; 3]) -> Option<Vec<Point>> {
        let edge = |stop: Stop, side| {
            let cards = &grid.columns.get(stop.column)?.cards;
            Some(if side == way::Side::Left { cards.start } else { cards.end })
        };
        let (start, end) = (edge(way.from, way.leaves)?, edge(way.to, way.enters)?);
        let upright = |gap: usize, piece: usize| self.upright(way, grid, gap, piece);
        let points = match way.shape {
            Shape::Straight => vec![Point::new(start, from), Point::new(end, to)],
            Shape::Bent { .. } if start != end && (from - to).abs() < 0.5 => {
                vec![Point::new(start, to), Point::new(end, to)]
            }
            Shape::Bent { gap } => {
                let x = upright(gap, 0)?;
                vec![
                    Point::new(start, from),
                    Point::new(x, from),
                    Point::new(x, to),
                    Point::new(end, to),
                ]
            }
            Shape::Detour { from_gap, to_gap, .. } => {
                let (first, second) = (upright(from_gap, 0)?, upright(to_gap, 1)?);
                vec![
                    Point::new(start, from),
                    Point::new(first, from),
                    Point::new(first, border),
                    Point::new(second, border),
                    Point::new(second, to),
                    Point::new(end, to),
                ]
            }
        };
        Some(points)
    }
}

/// The middle of the gap right of a column.
fn middle_of(grid: &Grid, column: usize) -> Option<f32> {
    let left = grid.columns.get(column)?;
    let right = grid.columns.get(column + 1).map_or(left.x.end, |next| next.cards.start);
    Some(f32::midpoint(left.cards.end, right))
}

/// The heights that a way runs at: where it leaves, along its border, where it arrives.
fn heights(way: &Way, grid: &Grid, paddings: &[Padding], rows: usize) -> [f32; 3] {
    let port = |stop: Stop, port: f32| {
        let row = grid.rows.get(stop.row).map_or(0.0, |row| row.y.start);
        row + paddings.get(stop.row).map_or(0.0, |padding| padding.above) + stop.top + port
    };
    let [leave, arrive] = way.ports;
    let border = match way.shape {
        Shape::Detour { border, .. } => {
            let last = grid.rows.last().map_or(0.0, |row| row.y.end);
            let y = grid.rows.get(border).map_or(last, |row| row.y.start);
            y + track::border_offset(border, rows, way.border_track)
        }
        _ => 0.0,
    };
    [port(way.from, leave), border, port(way.to, arrive)]
}

/// A link at its place.
fn connector(
    link: &mut LinkMemory,
    start: Point,
    route: Vec<Point>,
    label_center: Option<Point>,
    setting: &Setting,
) -> Connector {
    let source = Source::Link(link.source.id);
    let placed =
        |at: Point, block| Placed { source, pin: Pin::Free, offset: at - Point::default(), block };
    let (tone, is_dashed) = match link.state {
        LinkState::Outcome | LinkState::Waiting => (link.tone, false),
        LinkState::NotADecision => (Tone::Unmarked, true),
    };
    let way = || route.iter().map(|&point| point - start);
    let is_known = |key: &ArrowKey| {
        key.tone == tone && key.is_dashed == is_dashed && key.way.iter().copied().eq(way())
    };
    let known = link.arrow.take().filter(|(key, _)| is_known(key));
    let (key, arrow) = known.unwrap_or_else(|| {
        let key = ArrowKey { way: way().collect(), tone, is_dashed };
        let block = Arc::new(draw(&key));
        (key, block)
    });
    link.arrow = Some((key, arrow.clone()));

    let label = link.label.as_ref().zip(label_center);
    let pill = label.map(|(label, center)| {
        let pill = link.pill.take().filter(|(known, _)| *known == tone);
        let (_, pill) = pill.unwrap_or_else(|| (tone, Arc::new(label::draw(label, tone, setting))));
        link.pill = Some((tone, pill.clone()));
        placed(center, pill)
    });
    let drawing = placed(start, arrow);
    let bounds = pill.iter().fold(drawing.bounds(), |all, pill| all.union(&pill.bounds()));
    Connector {
        id: link.source.id,
        route,
        label: label.map(|(label, center)| label::area(label.size, center)),
        drawing,
        pill,
        bounds,
    }
}

/// What an arrow is made from.
pub struct ArrowKey {
    /// Its corners, from where it starts.
    way: Vec<Vec2>,
    tone: Tone,
    is_dashed: bool,
}

fn draw(key: &ArrowKey) -> Block {
    let route: Vec<Point> = key.way.iter().map(|&way| Point::default() + way).collect();
    let points = route.iter().map(|&point| Rect::between(point, point));
    let bounds = points.reduce(|a, b| a.union(&b)).unwrap_or_default().expand(4.0);
    let mut drawing = Drawing::default();
    arrow::draw(&mut drawing, &route, key.tone, key.is_dashed);
    drawing.block(bounds)
}

#[cfg(test)]
pub mod tests;
