//! What is at a place of the map, and what is inside a rectangle.

use super::{Card, Connector, Pin, Placed, Point, Rect, Scene, Source};
use crate::{
    model::TouchpointId,
    theme::{Tone, size},
};

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    pub source: Source,
    pub part: Part,
}

/// Which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The thing itself.
    Body,
    /// A decision's handle, from which an outcome link is dragged.
    Handle,
    /// A link's label.
    Label,
}

impl Scene {
    /// The topmost thing at a place, among what has this pin. Cards and links have `Pin::Free`.
    /// `slack`, in map units, makes thin things (links, handles) easier to hit.
    pub fn hit(&self, pin: Pin, at: Point, slack: f32) -> Option<Hit> {
        let free = pin == Pin::Free;
        free.then(|| self.hit_card(at, slack).or_else(|| self.hit_link(at, slack)))
            .flatten()
            .or_else(|| self.hit_block(pin, at))
    }

    /// Every card that a rectangle touches, found through the grid, column by column.
    pub fn cards_in(&self, rect: &Rect) -> impl Iterator<Item = &Card> {
        let rect = *rect;
        let (columns, rows) = self.grid.cells_in(&rect);
        let columns = if rows.is_empty() { 0..0 } else { columns };
        columns
            .flat_map(move |column| {
                let first = self.grid.cards_of(column, rows.start).start;
                let end = self.grid.cards_of(column, rows.end - 1).end;
                self.cards.get(first..end).unwrap_or_default()
            })
            .filter(move |card| card.rect.overlaps(&rect))
    }

    /// Where a thing is drawn: a card, a header, a link.
    pub fn rect_of(&self, source: Source) -> Option<Rect> {
        match source {
            Source::Touchpoint(id) => Some(self.card(id)?.rect),
            Source::Link(id) => {
                let link = self.links.iter().find(|link| link.id == id)?;
                Some(link.bounds)
            }
            _ => self.block_of(source).map(Placed::bounds),
        }
    }

    /// Where its text is edited in place. That of a link without a label is where one would stand.
    pub fn text_box_of(&self, source: Source) -> Option<Rect> {
        match source {
            Source::Touchpoint(id) => {
                let card = self.card(id)?;
                Some(card.block.text_box?.translate(card.rect.min - Point::default()))
            }
            Source::Link(id) => {
                let link = self.links.iter().find(|link| link.id == id)?;
                link.label.or_else(|| link.empty_label())
            }
            _ => {
                let placed = self.block_of(source)?;
                Some(placed.block.text_box?.translate(placed.offset))
            }
        }
    }

    /// Index of a card in [`Scene::cards`].
    pub fn card_at(&self, id: TouchpointId) -> Option<usize> {
        self.index.get(id)
    }

    /// A card of the scene.
    pub fn card(&self, id: TouchpointId) -> Option<&Card> {
        self.cards.get(self.card_at(id)?)
    }

    /// Before which card of a cell something dropped at a y would stand: an index in the cell.
    pub fn slot_at(&self, column: usize, row: usize, y: f32) -> usize {
        let cards = self.cards.get(self.grid.cards_of(column, row)).unwrap_or_default();
        cards.partition_point(|card| card.rect.center().y < y)
    }

    fn hit_card(&self, at: Point, slack: f32) -> Option<Hit> {
        let (column, row) = self.grid.cell_at(at)?;
        let cards = self.cards.get(self.grid.cards_of(column, row))?;
        let hit = |card: &Card, part| Hit { source: Source::Touchpoint(card.id), part };
        let reach = size::HANDLE_RADIUS + slack;
        let on_handle = |card: &&Card| {
            card.handle().is_some_and(|handle| {
                let way = at - handle;
                way.x.hypot(way.y) <= reach
            })
        };
        if let Some(card) = cards.iter().find(on_handle) {
            return Some(hit(card, Part::Handle));
        }
        let card = cards.iter().find(|card| card.rect.contains(at))?;
        Some(hit(card, Part::Body))
    }

    fn hit_link(&self, at: Point, slack: f32) -> Option<Hit> {
        let near = self.links.iter().rev().filter(|link| link.bounds.expand(slack).contains(at));
        let mut body = None;
        for link in near {
            let source = Source::Link(link.id);
            if link.label.is_some_and(|label| label.contains(at)) {
                return Some(Hit { source, part: Part::Label });
            }
            if body.is_none() && link.passes(at, slack) {
                body = Some(Hit { source, part: Part::Body });
            }
        }
        body
    }

    fn hit_block(&self, pin: Pin, at: Point) -> Option<Hit> {
        let placed = self.blocks.iter().rev().find(|placed| {
            placed.pin == pin && placed.source != Source::Ground && placed.bounds().contains(at)
        })?;
        Some(Hit { source: placed.source, part: Part::Body })
    }

    fn block_of(&self, source: Source) -> Option<&Placed> {
        self.blocks.iter().find(|placed| placed.source == source)
    }
}

impl Card {
    /// Where a decision's handle is: the middle of its right edge.
    pub fn handle(&self) -> Option<Point> {
        let at = Point::new(self.rect.max.x, self.rect.center().y);
        (self.mark == Tone::Decision).then_some(at)
    }
}

impl Placed {
    /// What it covers, in map units.
    pub fn bounds(&self) -> Rect {
        self.block.bounds.translate(self.offset)
    }
}

impl Connector {
    /// A label's place, in the middle of the piece that arrives.
    fn empty_label(&self) -> Option<Rect> {
        let [.., from, to] = self.route.as_slice() else { return None };
        let center = Rect::between(*from, *to).center();
        let (width, height) = (size::LABEL_WIDTH, size::LABEL_HEIGHT);
        Some(Rect::new(center.x - width / 2.0, center.y - height / 2.0, width, height))
    }

    /// Whether the way passes a place, `slack` away at most.
    fn passes(&self, at: Point, slack: f32) -> bool {
        self.route.windows(2).any(|piece| match piece {
            // Pieces are level or upright: the rectangle around one is the piece itself.
            [from, to] => Rect::between(*from, *to).expand(slack).contains(at),
            _ => false,
        })
    }
}
