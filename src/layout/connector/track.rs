//! Tracks: links that run beside one another in a gap or along a border keep apart.

use super::way::{Shape, Side, Way};
use std::cmp::Ordering;

/// Between two tracks.
pub const PITCH: f32 = 8.0;
/// More links than this share tracks: a map that crowded cannot be read by its lines.
const MOST: u16 = 24;
/// Two pieces on one track are at least so far apart.
const CLEARANCE: f32 = 12.0;

/// Gives every detour its track along its border. For each border (one more than rows), how many.
pub fn assign_borders(ways: &mut [Way], rows: usize) -> Vec<u16> {
    let mut counts = vec![0; rows + 1];
    let detours = ways.iter().enumerate().filter_map(|(at, way)| match way.shape {
        Shape::Detour { from_gap, border, to_gap } => {
            Some((border, from_gap.min(to_gap), from_gap.max(to_gap), at))
        }
        _ => None,
    });
    let mut detours: Vec<_> = detours.collect();
    detours.sort_unstable();
    for along in detours.chunk_by(|a, b| a.0 == b.0) {
        // For each track, where it is free again.
        let mut free: Vec<usize> = Vec::new();
        for &(border, start, end, at) in along {
            let track = free.iter().position(|&from| from <= start).unwrap_or(free.len());
            let track = track.min(usize::from(MOST) - 1);
            match free.get_mut(track) {
                Some(from) => *from = (*from).max(end + 1),
                None => free.push(end + 1),
            }
            let track = u16::try_from(track).unwrap_or(MOST);
            if let Some(way) = ways.get_mut(at) {
                way.border_track = track;
            }
            if let Some(count) = counts.get_mut(border) {
                *count = (*count).max(track + 1);
            }
        }
    }
    counts
}

/// How far below (above: negative) a border its track runs. Tracks take turns on both sides, but
/// there is nothing above the first row and below the last.
pub fn border_offset(border: usize, rows: usize, track: u16) -> f32 {
    let track = f32::from(track);
    if border == 0 {
        PITCH * (track + 1.0)
    } else if border == rows {
        -PITCH * (track + 1.0)
    } else {
        let level = PITCH * ((track / 2.0).floor() + 1.0);
        if track % 2.0 == 0.0 { level } else { -level }
    }
}

/// An upright piece in a gap, with where its level pieces lead: from the left at one height, to the
/// right at another; or both to the left.
struct Upright {
    gap: usize,
    way: usize,
    /// Which of the way's gaps.
    piece: usize,
    left: f32,
    right: f32,
    is_loop: bool,
}

impl Upright {
    fn span(&self) -> (f32, f32) {
        (self.left.min(self.right), self.left.max(self.right))
    }

    /// Downward, upward, loop: each class is ordered so that its links do not cross.
    fn class(&self) -> u8 {
        match (self.is_loop, self.right > self.left) {
            (false, true) => 0,
            (false, false) => 1,
            (true, _) => 2,
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        let class = self.class();
        (self.gap, class).cmp(&(other.gap, other.class())).then_with(|| match class {
            // What leads farthest is nearest to where it comes from.
            0 => other.right.total_cmp(&self.right),
            1 => self.right.total_cmp(&other.right),
            _ => (self.span().1 - self.span().0).total_cmp(&(other.span().1 - other.span().0)),
        })
    }
}

/// Gives every upright piece its track. `heights` of a way: where it leaves, its border, where it
/// arrives. For each gap, how many tracks.
pub fn assign_gaps(ways: &mut [Way], gaps: usize, heights: impl Fn(&Way) -> [f32; 3]) -> Vec<u16> {
    let mut uprights = Vec::new();
    for (at, way) in ways.iter().enumerate() {
        let [from, border, to] = heights(way);
        let mut push = |gap, piece, side: Side, near: f32, far: f32| {
            // The near end is at the card: on the gap's left if it is the card's right side.
            let (left, right) = if side == Side::Right { (near, far) } else { (far, near) };
            let is_loop = way.from.column == way.to.column;
            uprights.push(Upright { gap, way: at, piece, left, right, is_loop });
        };
        match way.shape {
            Shape::Straight => {}
            Shape::Bent { gap } => push(gap, 0, way.leaves, from, to),
            Shape::Detour { from_gap, to_gap, .. } => {
                push(from_gap, 0, way.leaves, from, border);
                push(to_gap, 1, way.enters, to, border);
            }
        }
    }
    uprights.sort_by(Upright::order);
    let mut counts = vec![0; gaps];
    for in_gap in uprights.chunk_by(|a, b| a.gap == b.gap) {
        let tracks = tracks(in_gap);
        for (upright, &track) in in_gap.iter().zip(&tracks) {
            if let Some(way) = ways.get_mut(upright.way) {
                way.gap_tracks[upright.piece.min(1)] = track;
            }
        }
        let gap = in_gap.first().map(|upright| upright.gap);
        if let Some(count) = gap.and_then(|gap| counts.get_mut(gap)) {
            *count = tracks.iter().max().map_or(0, |track| track + 1);
        }
    }
    counts
}

/// The tracks of one gap's pieces, from left to right.
fn tracks(uprights: &[Upright]) -> Vec<u16> {
    if uprights.len() > 512 {
        return (0..uprights.len()).map(its_turn).collect();
    }
    let mut tracks: Vec<u16> = Vec::with_capacity(uprights.len());
    let mut taken: Vec<u16> = Vec::new();
    for (at, upright) in uprights.iter().enumerate() {
        let (low, high) = upright.span();
        taken.clear();
        let mut track = 0;
        for (other, &its) in uprights.iter().zip(tracks.iter()).take(at) {
            let (other_low, other_high) = other.span();
            if low < other_high + CLEARANCE && other_low < high + CLEARANCE {
                taken.push(its);
                if other.class() == upright.class() {
                    track = track.max(its + 1);
                }
            }
        }
        while track < MOST && taken.contains(&track) {
            track += 1;
        }
        tracks.push(if track < MOST { track } else { its_turn(at) });
    }
    tracks
}

/// The track of a piece for which none is left.
fn its_turn(piece: usize) -> u16 {
    u16::try_from(piece % usize::from(MOST)).unwrap_or_default()
}
