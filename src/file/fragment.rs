//! The clipboard's text form: some touchpoints with the links among them, as headed RON.

use super::{encoding, repair, v1, writer};
use crate::model::{Link, Project, Touchpoint, limit};
use std::sync::Arc;

/// The first line of a fragment; other text on the clipboard does not begin so.
const HEADER: &str = "// touchline fragment 1";

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
    format!("{HEADER}\n{}", writer::fragment(fragment))
}

/// From the clipboard's text; `None` where it is not a fragment (any other text). What comes out
/// is as valid as what is read from a file.
pub fn read(text: &str) -> Option<Fragment> {
    if !text.trim_start_matches('\u{feff}').starts_with(HEADER) {
        return None;
    }
    let text = encoding::text(text.as_bytes()).ok()?;
    let (header, rest) = text.split_once('\n')?;
    if header != HEADER {
        return None;
    }
    let record: v1::Fragment = v1::parse(rest).ok()?;
    let mut places = Vec::with_capacity(record.cards.len());
    let mut cards = Vec::with_capacity(record.cards.len());
    for card in record.cards {
        // Nothing is copied from beyond what a map may have.
        let possible =
            |&(column, row): &(usize, usize)| column < limit::STEPS && row < limit::LANES;
        places.push(card.at.filter(possible));
        cards.push(card.card);
    }
    let map = Arc::new(repair::cards(cards, record.links));
    let (cards, links) = (map.touchpoints.clone(), map.links.clone());
    let project =
        Project { maps: vec![map], next_code: crate::model::Code(u32::MAX), ..Project::default() };
    if !project.check().is_empty() {
        return None;
    }
    Some(Fragment {
        cards: cards
            .into_iter()
            .zip(places)
            .map(|(card, at)| FragmentCard { touchpoint: Arc::unwrap_or_clone(card), at })
            .collect(),
        links: links.into_iter().map(Arc::unwrap_or_clone).collect(),
    })
}
