//! Scene: a laid-out map. Finished items at fixed places, in map units (one unit is one point on
//! screen at 100 %), each block with the noun it comes from. Painters walk it and know nothing of
//! journeys; nothing in it refers to a colour, only to a [`Tone`].

mod geometry;
mod hit;

pub use geometry::{Point, Rect, Size, Vec2};
pub use hit::{Hit, Part};

use crate::{
    font::Line,
    model::{LaneId, LinkId, StageId, StepId, TouchpointId},
    theme::Tone,
};
use std::{ops::Range, sync::Arc};

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
}

/// The map's columns and rows, in map units.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Right edge of the lane headers; the columns begin here.
    pub left: f32,
    /// Lower edge of the stage headers: what stays in sight when the map scrolls.
    pub top: f32,
    /// Upper edge of the row of customer actions is `top`; this is its lower edge.
    pub actions_bottom: f32,
    /// From left to right. A stage without steps has one column with `step: None`.
    pub columns: Vec<ColumnSpan>,
    /// Each stage with its x range.
    pub stages: Vec<StageSpan>,
    /// From top to bottom.
    pub rows: Vec<RowSpan>,
    /// For column `c` and row `r`, entry `c * rows.len() + r`: its cards as a range of
    /// [`Scene::cards`].
    pub cells: Vec<Range<u32>>,
}

/// A column: a step, or the empty place of a stage without steps.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSpan {
    pub stage: StageId,
    pub step: Option<StepId>,
    /// Index of the step in its stage.
    pub step_at: usize,
    pub x: Range<f32>,
}

/// A stage's span over its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct StageSpan {
    pub stage: StageId,
    pub x: Range<f32>,
}

/// A lane's span.
#[derive(Debug, Clone, PartialEq)]
pub struct RowSpan {
    pub lane: LaneId,
    pub y: Range<f32>,
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
    /// Arrow, head and label, in map units (no offset).
    pub block: Arc<Block>,
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
