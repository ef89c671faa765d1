//! What is at a place of the map, and what is inside a rectangle.

use super::{Pin, Point, Rect, Scene, Source};
use crate::model::TouchpointId;

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
        let _ = (pin, at, slack);
        todo!()
    }

    /// Every card that a rectangle touches, found through the grid, in reading order.
    pub fn cards_in(&self, rect: &Rect) -> impl Iterator<Item = &super::Card> {
        let _ = rect;
        self.cards.iter().filter(|_| todo!())
    }

    /// Where a thing is drawn: a card, a header, a link.
    pub fn rect_of(&self, source: Source) -> Option<Rect> {
        let _ = source;
        todo!()
    }

    /// Where its text is edited in place.
    pub fn text_box_of(&self, source: Source) -> Option<Rect> {
        let _ = source;
        todo!()
    }

    /// Index of a card in [`Scene::cards`].
    pub fn card_at(&self, id: TouchpointId) -> Option<usize> {
        let _ = id;
        todo!()
    }
}
