//! Where links touch their cards: one under another on each side, in the order of where they go.

use super::way::{LEFT_PORT, PORT_MARGIN, RIGHT_PORT, Shape, Side, Stop, Way};

/// Between two ports.
const PITCH: f32 = 14.0;

/// An end of a way.
struct End {
    way: usize,
    /// 0: where it leaves, 1: where it arrives.
    at: usize,
    side: Side,
    own: Stop,
    far: Stop,
    is_straight: bool,
}

/// Gives every end its port; `cards` are so many.
pub fn assign(ways: &mut [Way], cards: usize) {
    let mut counts = vec![[0_u32; 2]; cards];
    for_ends(ways, |end| {
        if let Some(sides) = counts.get_mut(end.own.card) {
            sides[end.side as usize] += 1;
        }
    });
    // Nearly all sides have one link: these need no order.
    let mut crowded: Vec<End> = Vec::new();
    let mut single: Vec<(usize, usize, f32)> = Vec::new();
    for_ends(ways, |end| {
        let count = counts.get(end.own.card).map_or(0, |sides| sides[end.side as usize]);
        if count > 1 {
            crowded.push(end);
        } else if !end.is_straight {
            single.push((end.way, end.at, base(end.side)));
        }
    });
    for (way, end, port) in single {
        set(ways, way, end, port);
    }
    crowded.sort_by(|a, b| {
        let key = |end: &End| (end.own.card, end.side as usize, end.far.row);
        key(a).cmp(&key(b)).then(a.far.top.total_cmp(&b.far.top))
    });
    let same_side = |a: &End, b: &End| a.own.card == b.own.card && a.side == b.side;
    for ends in crowded.chunk_by(same_side) {
        spread(ways, ends);
    }
}

fn for_ends(ways: &[Way], mut each: impl FnMut(End)) {
    for (at, way) in ways.iter().enumerate() {
        let is_straight = way.shape == Shape::Straight;
        let (from, to) = (way.from, way.to);
        each(End { way: at, at: 0, side: way.leaves, own: from, far: to, is_straight });
        each(End { way: at, at: 1, side: way.enters, own: to, far: from, is_straight });
    }
}

fn base(side: Side) -> f32 {
    match side {
        Side::Left => LEFT_PORT,
        Side::Right => RIGHT_PORT,
    }
}

/// Ports of one side of one card, from top to bottom.
fn spread(ways: &mut [Way], ends: &[End]) {
    let Some(first) = ends.first() else { return };
    let straight = ends.iter().position(|end| end.is_straight);
    let middle = straight.unwrap_or((ends.len() - 1) / 2);
    let anchor = straight
        .and_then(|at| ends.get(at))
        .and_then(|end| ways.get(end.way)?.ports.get(end.at).copied())
        .unwrap_or(base(first.side));
    let room_above = anchor - PORT_MARGIN;
    let room_below = first.own.height - PORT_MARGIN - anchor;
    let pitch = |room: f32, count: usize| PITCH.min(room / float(count.max(1)));
    let above = pitch(room_above, middle);
    let below = pitch(room_below, ends.len() - 1 - middle);
    for (at, end) in ends.iter().enumerate().filter(|(_, end)| !end.is_straight) {
        let port = if at < middle {
            anchor - above * float(middle - at)
        } else {
            anchor + below * float(at - middle)
        };
        set(ways, end.way, end.at, port);
    }
}

fn set(ways: &mut [Way], way: usize, end: usize, port: f32) {
    if let Some(slot) = ways.get_mut(way).and_then(|way| way.ports.get_mut(end)) {
        *slot = port;
    }
}

fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
