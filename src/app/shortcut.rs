//! The keyboard: egui's events to [`Shortcut`], and from the table to [`Action`]. The only place
//! that dispatches keys; widgets see what is left.

use super::{
    canvas::Canvas, focus::Focus, outline::OutlineView, page::Page, rating, request::Request,
};
use crate::editor::{Action, Key, Shortcut};
use egui::{Context, Event, Id, Modifiers, TextEdit};

/// Who has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// The map, or nobody.
    Map,
    /// The outline: it needs letters too, to go to a title.
    Tree,
    /// A page other than the map: plain keys are its own.
    Page,
    /// A button, a row of a list: it needs Enter, Space, Tab and the arrows.
    Widget,
    /// A rating: as a widget, and letters and digits too.
    Rating,
    /// A field with a caret: it needs all but the program's own shortcuts.
    Text,
}

/// Takes the keys that are shortcuts out of this frame's events and says what they ask for. Copy,
/// cut and paste arrive as events of their own.
pub fn take(ctx: &Context, focus: &Focus, requests: &mut Vec<Request>) {
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ctx) {
        return;
    }
    let owner = owner_of(ctx, focus.holder(ctx));
    ctx.input_mut(|input| {
        input.events.retain(|event| match request_of(event, owner) {
            Some(request) => {
                requests.push(request);
                false
            }
            None => true,
        });
    });
}

fn owner_of(ctx: &Context, holder: Option<Id>) -> Owner {
    match holder {
        None => Owner::Map,
        Some(id) if id == Canvas::id() => Owner::Map,
        Some(id) if id == OutlineView::id() => Owner::Tree,
        Some(id) if Page::has(id) => Owner::Page,
        Some(id) if TextEdit::load_state(ctx, id).is_some() => Owner::Text,
        Some(id) if rating::has_digits(ctx, id) => Owner::Rating,
        Some(_) => Owner::Widget,
    }
}

fn request_of(event: &Event, owner: Owner) -> Option<Request> {
    match event {
        Event::Copy if owner != Owner::Text => Some(Request::Perform(Action::Copy)),
        Event::Cut if owner != Owner::Text => Some(Request::Perform(Action::Cut)),
        Event::Paste(text) if owner != Owner::Text => Some(Request::Paste(text.clone())),
        Event::Key { key, pressed: true, modifiers, .. } => {
            let shortcut = shortcut_of(*key, *modifiers)?;
            reaches(owner, shortcut).then_some(())?;
            let mut actions = Action::ALL.iter().copied();
            actions.find(|action| action.shortcuts().contains(&shortcut)).map(Request::Perform)
        }
        _ => None,
    }
}

/// Whether a shortcut is the program's although something else has the keyboard.
fn reaches(owner: Owner, shortcut: Shortcut) -> bool {
    let Shortcut { ctrl, shift, alt, key } = shortcut;
    match owner {
        Owner::Map => true,
        Owner::Tree => {
            let is_letter = matches!(key, Key::Char(letter) if letter.is_alphabetic());
            let is_edit = matches!(key, Key::F(2) | Key::Delete | Key::Backspace);
            match key {
                Key::Up | Key::Down => false,
                Key::Enter => ctrl && shift,
                Key::Delete => shift,
                _ if is_letter || is_edit => ctrl,
                _ => reaches(Owner::Widget, shortcut),
            }
        }
        Owner::Page => match key {
            Key::Escape | Key::Question => true,
            Key::F(number) => number != 2 && !(shift && number == 10),
            Key::Left | Key::Right | Key::Up | Key::Down => false,
            _ => ctrl || alt,
        },
        Owner::Widget => {
            let needed = matches!(
                key,
                Key::Enter | Key::Space | Key::Tab | Key::Left | Key::Right | Key::Up | Key::Down
            ) || matches!(key, Key::Home | Key::End | Key::PageUp | Key::PageDown);
            ctrl || alt || !(needed || key == Key::Escape)
        }
        Owner::Rating => {
            let typed = matches!(key, Key::Char(_) | Key::Delete | Key::Backspace);
            if typed { ctrl || alt } else { reaches(Owner::Widget, shortcut) }
        }
        Owner::Text => {
            let used = matches!(
                key,
                Key::Char('A' | 'C' | 'V' | 'X' | 'Y' | 'Z')
                    | Key::Left
                    | Key::Right
                    | Key::Up
                    | Key::Down
                    | Key::Home
                    | Key::End
                    | Key::Backspace
                    | Key::Delete
                    | Key::Enter
                    | Key::Tab
                    | Key::Space
            );
            // F2 edits what is selected, and here is somebody editing.
            (ctrl && !used) || matches!(key, Key::F(number) if number != 2)
        }
    }
}

fn shortcut_of(key: egui::Key, modifiers: Modifiers) -> Option<Shortcut> {
    let Modifiers { alt, shift, command, .. } = modifiers;
    let key = key_of(key)?;
    // "+" and "?" need Shift on many keyboards; they are the same key to us.
    let shift = shift && !matches!(key, Key::Plus | Key::Minus | Key::Question);
    Some(Shortcut { ctrl: command, shift, alt, key })
}

fn key_of(key: egui::Key) -> Option<Key> {
    use egui::Key as E;
    Some(match key {
        E::ArrowLeft => Key::Left,
        E::ArrowRight => Key::Right,
        E::ArrowUp => Key::Up,
        E::ArrowDown => Key::Down,
        E::Enter => Key::Enter,
        E::Escape => Key::Escape,
        E::Delete => Key::Delete,
        E::Backspace => Key::Backspace,
        E::Tab => Key::Tab,
        E::Space => Key::Space,
        E::Plus | E::Equals => Key::Plus,
        E::Minus => Key::Minus,
        E::Questionmark => Key::Question,
        E::PageUp => Key::PageUp,
        E::PageDown => Key::PageDown,
        E::Home => Key::Home,
        E::End => Key::End,
        E::Menu => Key::Menu,
        E::Comma => Key::Char(','),
        _ => {
            let name = key.name();
            let mut characters = name.chars();
            match (characters.next(), characters.as_str()) {
                (Some(c), "") if c.is_ascii_alphanumeric() => Key::Char(c.to_ascii_uppercase()),
                (Some('F'), number) => Key::F(number.parse().ok()?),
                _ => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Modifiers = Modifiers::NONE;
    const CTRL: Modifiers = Modifiers::COMMAND;

    #[test]
    fn keys_of_the_toolkit_are_keys_of_the_table() {
        for (key, expected) in [
            (egui::Key::A, Some(Key::Char('A'))),
            (egui::Key::Num1, Some(Key::Char('1'))),
            (egui::Key::F2, Some(Key::F(2))),
            (egui::Key::F12, Some(Key::F(12))),
            (egui::Key::Equals, Some(Key::Plus)),
            (egui::Key::Home, Some(Key::Home)),
            (egui::Key::Comma, Some(Key::Char(','))),
            (egui::Key::Period, None),
        ] {
            assert_eq!(key_of(key), expected, "{key:?}");
        }
    }

    #[test]
    fn a_field_keeps_what_it_needs() {
        for (owner, key, modifiers, expected) in [
            (Owner::Map, egui::Key::Num1, NONE, true),
            (Owner::Widget, egui::Key::Num1, NONE, true),
            (Owner::Text, egui::Key::Num1, NONE, false),
            (Owner::Page, egui::Key::Num1, NONE, false),
            (Owner::Page, egui::Key::Escape, NONE, true),
            (Owner::Page, egui::Key::Enter, CTRL, true),
            (Owner::Text, egui::Key::S, CTRL, true),
            (Owner::Text, egui::Key::Z, CTRL, false),
            (Owner::Text, egui::Key::ArrowLeft, CTRL, false),
            (Owner::Text, egui::Key::Delete, NONE, false),
            (Owner::Text, egui::Key::F3, NONE, true),
            (Owner::Text, egui::Key::F2, NONE, false),
            (Owner::Widget, egui::Key::Enter, NONE, false),
            (Owner::Widget, egui::Key::ArrowDown, NONE, false),
            (Owner::Widget, egui::Key::ArrowDown, Modifiers::ALT, true),
            (Owner::Widget, egui::Key::Delete, NONE, true),
            (Owner::Rating, egui::Key::Num1, NONE, false),
            (Owner::Rating, egui::Key::Num1, CTRL, true),
            (Owner::Rating, egui::Key::Delete, NONE, false),
            (Owner::Rating, egui::Key::Enter, NONE, false),
            (Owner::Map, egui::Key::Enter, NONE, true),
            (Owner::Tree, egui::Key::T, NONE, false),
            (Owner::Tree, egui::Key::T, CTRL, true),
            (Owner::Tree, egui::Key::Num1, NONE, true),
            (Owner::Tree, egui::Key::Delete, NONE, false),
            (Owner::Tree, egui::Key::Delete, Modifiers::SHIFT, true),
            (Owner::Tree, egui::Key::ArrowUp, Modifiers::ALT, false),
            (Owner::Tree, egui::Key::ArrowLeft, Modifiers::ALT, true),
            (Owner::Tree, egui::Key::Enter, CTRL, false),
        ] {
            let found = shortcut_of(key, modifiers).is_some_and(|it| reaches(owner, it));
            assert_eq!(found, expected, "{owner:?} {key:?} {modifiers:?}");
        }
    }

    /// What those who have the keyboard do with it themselves.
    fn own_keys(owner: Owner) -> Vec<Shortcut> {
        let plain = |key| Shortcut { ctrl: false, shift: false, alt: false, key };
        let shift = |key| Shortcut { shift: true, ..plain(key) };
        let ctrl = |key| Shortcut { ctrl: true, ..plain(key) };
        let alt = |key| Shortcut { alt: true, ..plain(key) };
        let arrows = [Key::Left, Key::Right, Key::Up, Key::Down];
        let moves = [Key::Home, Key::End, Key::PageUp, Key::PageDown];
        let common = [Key::Enter, Key::Space, Key::Tab, Key::Escape];
        let common = common.into_iter().chain(arrows).map(plain).chain([shift(Key::Tab)]);
        match owner {
            Owner::Map => Vec::new(),
            Owner::Tree => {
                let letters = ('A'..='Z').map(|letter| plain(Key::Char(letter)));
                common.chain(letters).chain([plain(Key::F(2)), plain(Key::Delete)]).collect()
            }
            Owner::Page => {
                let typed = ('A'..='Z').chain('0'..='9').map(Key::Char);
                let edits = [Key::F(2), Key::Delete, Key::Backspace, Key::Menu, Key::Plus];
                let typed = typed.chain(edits).map(plain).chain([shift(Key::F(10))]);
                let arrows = arrows.into_iter().flat_map(|key| [shift(key), alt(key)]);
                let common = common.filter(|it| it.key != Key::Escape);
                common.chain(moves.map(plain)).chain(typed).chain(arrows).collect()
            }
            Owner::Widget => common.chain(moves.map(plain)).collect(),
            Owner::Rating => {
                let typed = ('A'..='Z').chain('0'..='9').map(Key::Char);
                let typed = typed.chain([Key::Delete, Key::Backspace]).map(plain);
                common.chain(moves.map(plain)).chain(typed).collect()
            }
            Owner::Text => {
                let letters = ('A'..='Z').chain('0'..='9').map(Key::Char);
                let typed = letters.chain([Key::Plus, Key::Minus]);
                let typed = typed.flat_map(|key| [plain(key), shift(key)]);
                let carets = arrows.into_iter().chain([Key::Home, Key::End]);
                let carets = carets.flat_map(|key| [plain(key), shift(key), ctrl(key)]);
                let edits = ['A', 'C', 'V', 'X', 'Y', 'Z'].map(|c| ctrl(Key::Char(c)));
                let removes = [Key::Backspace, Key::Delete];
                let removes = removes.into_iter().flat_map(|key| [plain(key), ctrl(key)]);
                // Shift and Enter: the match before, in the bar that finds.
                let entered = [shift(Key::Enter), plain(Key::Menu)];
                common
                    .chain(typed)
                    .chain(carets)
                    .chain(edits)
                    .chain(removes)
                    .chain(entered)
                    .collect()
            }
        }
    }

    #[test]
    fn no_key_means_two_things_wherever_the_keyboard_is() {
        for owner in
            [Owner::Map, Owner::Tree, Owner::Page, Owner::Widget, Owner::Rating, Owner::Text]
        {
            let mut meant = std::collections::BTreeMap::new();
            for key in own_keys(owner) {
                meant.insert(key, "its own".to_owned());
            }
            for action in Action::ALL {
                for &shortcut in action.shortcuts().iter().filter(|&&it| reaches(owner, it)) {
                    let other = meant.insert(shortcut, format!("{action:?}"));
                    assert_eq!(other, None, "{owner:?}: {shortcut} is {action:?} too");
                }
            }
        }
    }

    #[test]
    fn plus_is_plus_with_and_without_shift() {
        let with = shortcut_of(egui::Key::Plus, CTRL | Modifiers::SHIFT);
        assert_eq!(with, shortcut_of(egui::Key::Equals, CTRL));
    }
}
