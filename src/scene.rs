//! Scene: a laid-out map. Finished items at fixed places, in map units (one unit is one point on
//! screen at 100 %), each block with the noun it comes from. Painters walk it and know nothing of
//! journeys; nothing in it refers to a colour, only to a [`Tone`].

mod geometry;
mod grid;
mod hit;
mod index;

pub use geometry::{Point, Rect, Size, Vec2};
pub use grid::{ColumnSpan, Grid, RowSpan, StageSpan, StepGap};
pub use hit::{Hit, Part};
pub use index::CardIndex;

use crate::{
    font::Line,
    model::{LaneId, LinkId, StageId, StepId, TouchpointId},
    theme::Tone,
};
use std::sync::Arc;

/// A laid-out map. The origin is the map's upper left corner.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Of the whole map, headers included.
    pub size: Size,
    /// Everything drawn, in the order of drawing inside each pin. Cards are not among them.
    pub blocks: Vec<Placed>,
    /// The cards, ordered by column, row and place in the cell.
    pub cards: Vec<Card>,
    /// Links that are drawn, above lanes and below cards.
    pub links: Vec<Connector>,
    /// Where steps, lanes and cells are.
    pub grid: Grid,
    /// Which card is where in `cards`.
    pub index: CardIndex,
}

/// What stays in sight when the map scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pin {
    /// Moves with the map.
    Free,
    /// Stays at the top, moves sideways: stage headers.
    Top,
    /// Stays at the left, moves up and down: lane headers.
    Left,
    /// Stays in the corner.
    Corner,
}

/// The noun that a block was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    Stage(StageId),
    /// The step's header: its number and its customer action.
    Step(StepId),
    Lane(LaneId),
    Touchpoint(TouchpointId),
    Link(LinkId),
    /// The emotion curve.
    Emotion,
    /// Bands, rules and what else is nobody's.
    Ground,
}

/// A block at its place. Blocks that did not change are shared between layouts.
#[derive(Debug, Clone)]
pub struct Placed {
    pub source: Source,
    pub pin: Pin,
    /// Added to every coordinate of the block's items.
    pub offset: Vec2,
    pub block: Arc<Block>,
}

/// Items drawn together, around an origin of their own.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// What the items cover.
    pub bounds: Rect,
    pub items: Vec<Item>,
    /// Where the block's own text is edited in place.
    pub text_box: Option<Rect>,
}

/// A card at its place.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: TouchpointId,
    pub rect: Rect,
    /// What the card is filled with, for painting it from far away.
    pub fill: Tone,
    /// The full tone of its mark, for the outline and the mini-map.
    pub mark: Tone,
    /// Drawn with its origin at `rect.min`.
    pub block: Arc<Block>,
}

/// A link at its place.
#[derive(Debug, Clone)]
pub struct Connector {
    pub id: LinkId,
    /// Corner points of the way from card to card, in map units; straight pieces, right angles.
    pub route: Vec<Point>,
    /// Where the label stands, if it has one.
    pub label: Option<Rect>,
    /// The arrow with its head. The offset is where the link starts, so that a link that only
    /// moved keeps its block.
    pub drawing: Placed,
    /// The label. Drawn above all arrows, so that no line runs through its text.
    pub pill: Option<Placed>,
    /// What arrow and label cover, in map units: most links are out of view, and looking no
    /// further than here finds that out.
    pub bounds: Rect,
}

/// One thing to paint. The painters are one flat `match` over this.
#[derive(Debug, Clone)]
pub enum Item {
    /// A rectangle with equal corners.
    Rect { rect: Rect, radius: f32, fill: Option<Tone>, stroke: Option<Stroke> },
    /// A path of straight and curved pieces.
    Path { path: Vec<PathStep>, fill: Option<Tone>, stroke: Option<Stroke> },
    /// One line of text, already broken and shaped.
    Text(Text),
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PathStep {
    MoveTo(Point),
    LineTo(Point),
    /// A cubic curve: two handles and the end.
    CurveTo(Point, Point, Point),
    Close,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub tone: Tone,
    /// In map units.
    pub width: f32,
    /// Dash and gap in map units; `None` is a whole line.
    pub dash: Option<(f32, f32)>,
}

/// One line of text at its place.
#[derive(Debug, Clone)]
pub struct Text {
    /// Left end of the baseline.
    pub origin: Point,
    pub tone: Tone,
    pub line: Arc<Line>,
}
