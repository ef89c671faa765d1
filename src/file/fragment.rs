//! The clipboard's text form: some touchpoints with the links among them, as headed RON.

use crate::model::{Link, Touchpoint};

/// Touchpoints with the links among them. Places are relative: column and row counted from the
/// upper left card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fragment {
    pub cards: Vec<FragmentCard>,
    /// Links whose two ends are both among the cards.
    pub links: Vec<Link>,
}

/// A card of a fragment.
#[derive(Debug, Clone, PartialEq)]
pub struct FragmentCard {
    /// Ids are those of the cards it was copied from; whoever pastes makes new ones. The place says
    /// nothing.
    pub touchpoint: Touchpoint,
    /// Steps to the right of the leftmost card, and lanes below the topmost one; `None` for a card
    /// from the inbox.
    pub at: Option<(usize, usize)>,
}

/// As text for the clipboard.
pub fn write(fragment: &Fragment) -> String {
    let _ = fragment;
    todo!()
}

/// From the clipboard's text; `None` where it is not a fragment (any other text).
pub fn read(text: &str) -> Option<Fragment> {
    let _ = text;
    todo!()
}
