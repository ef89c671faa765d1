//! Lead: outcome links by keys. A decision that is selected alone is led from with the arrows, Enter
//! and Escape, as the pointer does it with a drag.

use super::{Action, Editor, Gesture, Notice, gesture::Pending, walk::Way};
use crate::{
    command::{Command, CommandError},
    model::{Link, Mark, TouchpointId},
    scene::Point,
};
use std::sync::Arc;

/// How much further away something counts for each unit that it is off the way of an arrow.
const ASIDE: f32 = 2.0;

impl Editor {
    /// While a link is drawn, the arrows choose its card and Enter makes it. Gives whether the
    /// action was that.
    pub(super) fn lead(&mut self, action: Action) -> bool {
        let Gesture::Linking { from, target, .. } = self.gesture else {
            return false;
        };
        let way = match action {
            Action::WalkLeft => Way::Left,
            Action::WalkRight => Way::Right,
            Action::WalkUp => Way::Up,
            Action::WalkDown => Way::Down,
            Action::EditText => {
                self.finish_link();
                return true;
            }
            _ => return false,
        };
        if let Some(next) = self.card_towards(target.unwrap_or(from), way, from)
            && let Some(rect) = self.base().card(next).map(|card| card.rect)
        {
            self.aim(from, rect.center(), Some(next));
            let bounds = self.bounds();
            self.camera.reveal(&rect, &bounds);
        }
        true
    }

    /// The link that is drawn leads there, if it were let go now.
    pub(super) fn aim(&mut self, from: TouchpointId, to: Point, target: Option<TouchpointId>) {
        if let Gesture::Linking { to: end, target: old, .. } = &mut self.gesture {
            *end = to;
            if *old == target {
                return;
            }
        }
        let pending = target.zip(self.shown).map(|(card, map)| {
            let link = Link::new(self.ids.next(), from, card);
            let id = link.id;
            Pending {
                command: Command::AddLinks { map, links: vec![link] },
                then: super::Selection::Link(id),
                lead: crate::scene::Source::Link(id),
            }
        });
        self.gesture = Gesture::Linking { from, to, target, pending };
        self.refresh();
    }

    fn finish_link(&mut self) {
        match std::mem::take(&mut self.gesture) {
            Gesture::Linking { pending: Some(pending), .. } => {
                self.commit(pending.command, Some(pending.then));
                self.reveal_selection();
            }
            _ => self.refresh(),
        }
    }

    /// The nearest card in a direction; what is straight ahead is nearer than what is aside.
    fn card_towards(
        &self,
        at: TouchpointId,
        way: Way,
        except: TouchpointId,
    ) -> Option<TouchpointId> {
        let scene = self.base();
        let start = scene.card(at)?.rect.center();
        let (right, down) = match way {
            Way::Left => (-1.0, 0.0),
            Way::Right => (1.0, 0.0),
            Way::Up => (0.0, -1.0),
            Way::Down => (0.0, 1.0),
        };
        let far = |card: &crate::scene::Card| {
            let by = card.rect.center() - start;
            let ahead = by.x * right + by.y * down;
            let aside = (by.x * down).abs() + (by.y * right).abs();
            (ahead > 1.0).then_some(ahead + ASIDE * aside)
        };
        let others = scene.cards.iter().filter(|card| card.id != except);
        let near = others.filter_map(|card| Some((far(card)?, card.id)));
        near.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, id)| id)
    }

    /// Outcome links from the selected decision to the other selected cards; where it is the only
    /// one, the arrows choose where it leads.
    pub(super) fn link_selected(&mut self) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let cards: Vec<_> = self.selected_cards().map(|card| (card.id, card.mark)).collect();
        let decision = cards.iter().find(|(_, mark)| *mark == Some(Mark::Decision));
        let Some(&(from, _)) = decision else {
            self.notices.push(Notice::OnlyDecisionsLead);
            return;
        };
        if cards.len() == 1 {
            let to = self.scene().card(from).map(|card| card.rect.center()).unwrap_or_default();
            self.gesture = Gesture::Linking { from, to, target: None, pending: None };
            return;
        }
        let is_new = |to: TouchpointId| {
            to != from && !map.links.iter().any(|link| link.from == from && link.to == to)
        };
        let links: Vec<_> = cards
            .iter()
            .filter(|(to, _)| is_new(*to))
            .map(|&(to, _)| Link::new(self.ids.next(), from, to))
            .collect();
        if links.is_empty() {
            self.notices.push(Notice::Refused(CommandError::RepeatedLink));
        } else {
            let count = links.len();
            let is_done = self.commit(Command::AddLinks { map: map.id, links }, None);
            if is_done && count > 1 {
                self.notices.push(Notice::Linked { count });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::editor::{Action, Gesture, Selection, driver::Hand};

    /// What leads where, besides the link of the sample.
    fn leads(hand: &Hand) -> String {
        let map = hand.editor.map().unwrap();
        let title = |id| map.touchpoint(id).unwrap().title.as_str();
        let links = map.links.iter().skip(1);
        links.flat_map(|link| [title(link.from), title(link.to)]).collect()
    }

    #[test]
    fn the_arrows_choose_where_a_decision_leads() {
        use Action::{EditText, WalkDown, WalkLeft, WalkRight, WalkUp};
        for (keys, expected) in [
            (&[WalkDown, EditText][..], "df"),
            (&[WalkRight, WalkRight, EditText], "dg"),
            (&[WalkLeft, EditText], "da"),
            (&[WalkLeft, WalkDown, EditText], "db"),
            (&[WalkUp, EditText], ""),
            (&[EditText], ""),
            (&[WalkDown, Action::Cancel], ""),
            (&[WalkDown, Action::Undo], ""),
        ] {
            let mut hand = Hand::new();
            hand.select("d").perform(&[Action::AddLink]).perform(keys);
            assert_eq!(leads(&hand), expected, "{keys:?}");
            assert_eq!(*hand.editor.gesture(), Gesture::Idle, "{keys:?}");
            let is_link = matches!(hand.editor.selection(), Selection::Link(_));
            assert_eq!(is_link, !expected.is_empty(), "{keys:?}");
        }
    }

    #[test]
    fn a_link_by_keys_is_one_step_and_shown_before() {
        let mut hand = Hand::new();
        hand.select("d").perform(&[Action::AddLink, Action::WalkDown]);
        assert!(hand.is_untouched(), "nothing is made before Enter");
        assert_eq!(hand.editor.scene().links.len(), 2, "but it is shown");
        hand.perform(&[Action::EditText, Action::Undo]);
        assert_eq!(leads(&hand), "");
        assert_eq!(hand.selected(), "d");
    }
}
