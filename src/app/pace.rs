//! Pace: what one frame takes of the events that came since the last. The toolkit knows only where
//! the pointer was last in a frame, and who had the keyboard when the frame began. Where a frame is
//! slow, a press and the drag after it would come together, and the drag would take what the pointer
//! is over by then; or Enter and the next words, and these would be lost. So what follows waits for
//! the next frame.

use egui::{Event, Key, Pos2};

/// A pointer that has moved less than this since the press, in points, drags nothing yet.
const STILL: f32 = 3.0;

/// What waits for the next frame.
#[derive(Default)]
pub struct Pace(Vec<Event>);

impl Pace {
    /// Leaves in `events` what this frame takes, and keeps the rest. Gives whether there is any.
    /// `is_typing`: a text field has the keyboard, and letters are only letters.
    pub fn keep_back(&mut self, events: &mut Vec<Event>, is_typing: bool) -> bool {
        if !self.0.is_empty() {
            events.splice(..0, self.0.drain(..));
        }
        self.0 = events.split_off(end(events, is_typing));
        !self.0.is_empty()
    }
}

/// How many events a frame takes.
fn end(events: &[Event], is_typing: bool) -> usize {
    let mut pressed: Option<Pos2> = None;
    // The index of a key after which others may have the keyboard, and whether it has a text.
    let mut turn: Option<(usize, bool)> = None;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::PointerMoved(to) if pressed.is_some_and(|from| from.distance(*to) > STILL) => {
                return at;
            }
            Event::PointerButton { pos, pressed: true, .. } => pressed = Some(*pos),
            Event::Text(_) if turn.is_some_and(|turn| turn != (at - 1, true)) => return at,
            Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. }
                if turn.is_some() =>
            {
                return at;
            }
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } => {
                let is_command = modifiers.command || modifiers.alt;
                let is_letter =
                    key.name().len() == 1 && key.name().starts_with(char::is_alphabetic);
                let is_turn = match key {
                    Key::Enter | Key::Tab | Key::Escape | Key::F2 => true,
                    _ => is_command || (is_letter && !is_typing),
                };
                turn = is_turn.then_some((at, is_letter && !is_command));
            }
            _ => {}
        }
    }
    events.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, PointerButton};

    /// One event a letter: p and r press and let go at the start, s stays there, f moves far away;
    /// e is Enter, E lets it go, q and k are keys of letters, the second with Ctrl, t is a text.
    fn events(letters: &str) -> Vec<Event> {
        let button = |pressed| Event::PointerButton {
            pos: Pos2::ZERO,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let key = |key, modifiers, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        let event = |letter| match letter {
            'p' => button(true),
            'r' => button(false),
            's' => Event::PointerMoved(Pos2::new(1.0, 1.0)),
            'f' => Event::PointerMoved(Pos2::new(90.0, 0.0)),
            'e' => key(Key::Enter, Modifiers::NONE, true),
            'E' => key(Key::Enter, Modifiers::NONE, false),
            'q' => key(Key::Q, Modifiers::NONE, true),
            'k' => key(Key::K, Modifiers::COMMAND, true),
            _ => Event::Text("t".to_owned()),
        };
        letters.chars().map(event).collect()
    }

    #[test]
    fn what_follows_a_press_or_enter_waits_for_the_next_frame_and_nothing_is_lost() {
        for (all, is_typing, frames) in [
            ("fpr", false, &["fpr"][..]),
            ("psrpr", false, &["psrpr"]),
            ("fpffr", false, &["fp", "ffr"]),
            ("tteE", true, &["tteE"]),
            ("teEttet", true, &["teE", "tte", "t"]),
            ("qtqtqt", true, &["qtqtqt"]),
            ("qtqt", false, &["qt", "qt"]),
            ("qteqt", true, &["qte", "qt"]),
            ("kqt", true, &["k", "qt"]),
        ] {
            let mut pace = Pace::default();
            let mut coming = events(all);
            let mut seen = Vec::new();
            for frame in frames {
                let waits = pace.keep_back(&mut coming, is_typing);
                assert_eq!(coming, events(frame), "{all}");
                seen.append(&mut coming);
                assert_eq!(waits, seen.len() < all.len(), "{all}");
            }
            assert_eq!(seen, events(all));
        }
    }

    #[test]
    fn what_waits_comes_before_what_is_new() {
        let mut pace = Pace::default();
        let mut first = events("pf");
        assert!(pace.keep_back(&mut first, false));
        let mut second = events("sr");
        assert!(!pace.keep_back(&mut second, false));
        assert_eq!(second, events("fsr"));
    }
}
