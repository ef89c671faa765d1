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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Mark, Place, Rank, TouchpointId};

    fn sample() -> Fragment {
        let card = |id: u64, title: &str, at| FragmentCard {
            touchpoint: Touchpoint {
                mark: Some(Mark::Decision),
                ..Touchpoint::new(
                    TouchpointId::from(id),
                    Code(u32::try_from(id).unwrap()),
                    title,
                    Place::inbox(Rank::middle()),
                )
            },
            at,
        };
        Fragment {
            cards: vec![
                card(1, "比较", Some((0, 0))),
                card(2, "Отзывы", Some((3, 1))),
                card(3, "x", None),
            ],
            links: vec![Link {
                label: "too dear".into(),
                ..Link::new(9.into(), 1.into(), 2.into())
            }],
        }
    }

    #[test]
    fn a_fragment_reads_back() {
        for fragment in [Fragment::default(), sample()] {
            let text = write(&fragment);
            assert_eq!(read(&text), Some(fragment.clone()), "{text}");
            assert_eq!(read(&text.replace('\n', "\r\n")), Some(fragment), "{text}");
        }
    }

    #[test]
    fn other_text_is_no_fragment() {
        let text = write(&sample());
        for other in [
            "",
            "Queue",
            "(\n)",
            HEADER,
            &text.replace("fragment 1", "fragment 2"),
            &text.replace("fragment 1", "fragment 10"),
            &text[..text.len() - 3],
            &text.replace("比较", &"比".repeat(limit::LINE + 1)),
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_read_is_valid() {
        let text = write(&sample())
            .replace("to: \"0000000000000002\"", "to: \"0000000000000007\"")
            .replace("(3, 1)", "(18446744073709551615, 1)")
            .replace("\"x\"", "\"\"");
        let fragment = read(&text).unwrap();
        assert_eq!(fragment.links, []);
        assert_eq!(fragment.cards[1].at, None);
        assert_eq!(fragment.cards[2].touchpoint.title, "Untitled");
    }
}
