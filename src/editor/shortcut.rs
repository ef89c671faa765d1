//! Keys: which invoke which action, without a toolkit.

use super::Action;
use std::fmt;

/// A key, without toolkit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter (upper case), a digit, or the comma.
    Char(char),
    Left,
    Right,
    Up,
    Down,
    Enter,
    Escape,
    Delete,
    Backspace,
    Tab,
    Space,
    /// Also the key with `=`, which has the plus above it.
    Plus,
    Minus,
    /// On whichever key the keyboard has it.
    Question,
    PageUp,
    PageDown,
    Home,
    End,
    /// Opens the context menu.
    Menu,
    F(u8),
}

/// A key with its modifiers. `ctrl` is Command on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    pub key: Key,
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, ..plain(key) }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { shift: true, ..plain(key) }
}

const fn alt(key: Key) -> Shortcut {
    Shortcut { alt: true, ..plain(key) }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, ..plain(key) }
}

impl Action {
    /// Keys that invoke it, the one to show first.
    #[allow(clippy::too_many_lines, reason = "a table: one line for each action")]
    pub fn shortcuts(self) -> &'static [Shortcut] {
        use Key::{
            Backspace, Char, Delete, Down, End, Enter, Escape, F, Home, Left, Menu, Minus,
            PageDown, PageUp, Plus, Question, Right, Up,
        };
        match self {
            Self::New => const { &[ctrl(Char('N'))] },
            Self::Open => const { &[ctrl(Char('O'))] },
            Self::Save => const { &[ctrl(Char('S'))] },
            Self::SaveAs => const { &[ctrl_shift(Char('S'))] },
            Self::ExportPng => const { &[ctrl(Char('E'))] },
            Self::CloseProject => const { &[ctrl(Char('W'))] },
            Self::Quit => const { &[ctrl(Char('Q'))] },

            Self::Undo => const { &[ctrl(Char('Z'))] },
            Self::Redo => const { &[ctrl_shift(Char('Z')), ctrl(Char('Y'))] },
            Self::Cut => const { &[ctrl(Char('X')), shift(Delete)] },
            Self::Copy => const { &[ctrl(Char('C'))] },
            Self::Paste => const { &[ctrl(Char('V'))] },
            Self::Duplicate => const { &[ctrl(Char('D'))] },
            Self::Delete => const { &[plain(Delete), plain(Backspace)] },
            Self::SelectAll => const { &[ctrl(Char('A'))] },
            Self::EditText => const { &[plain(F(2)), plain(Enter)] },
            Self::Cancel => const { &[plain(Escape)] },

            Self::AddTouchpoint => const { &[ctrl(Enter), plain(Char('T'))] },
            Self::QuickAdd => const { &[plain(Char('Q')), ctrl_shift(Char('A'))] },
            Self::AddStep => const { &[ctrl_shift(Enter), plain(Char('S'))] },
            Self::AddStage => const { &[plain(Char('G'))] },
            Self::AddLane => const { &[plain(Char('L'))] },
            Self::MarkPositive => const { &[plain(Char('1'))] },
            Self::MarkDecision => const { &[plain(Char('2'))] },
            Self::MarkFriction => const { &[plain(Char('3'))] },
            Self::MarkNone => const { &[plain(Char('0'))] },
            Self::AddLink => const { &[plain(Char('O'))] },
            Self::ToInbox => const { &[plain(Char('I'))] },
            Self::AddMap => const { &[ctrl(Char('T'))] },
            Self::NextMap => const { &[ctrl(PageDown)] },
            Self::PreviousMap => const { &[ctrl(PageUp)] },
            Self::MoveMapRight => const { &[ctrl_shift(PageDown)] },
            Self::MoveMapLeft => const { &[ctrl_shift(PageUp)] },

            Self::WalkLeft => const { &[plain(Left)] },
            Self::WalkRight => const { &[plain(Right)] },
            Self::WalkUp => const { &[plain(Up)] },
            Self::WalkDown => const { &[plain(Down)] },
            Self::WalkFirst => const { &[plain(Home)] },
            Self::WalkLast => const { &[plain(End)] },
            Self::ExtendLeft => const { &[shift(Left)] },
            Self::ExtendRight => const { &[shift(Right)] },
            Self::ExtendUp => const { &[shift(Up)] },
            Self::ExtendDown => const { &[shift(Down)] },
            Self::MoveLeft => const { &[alt(Left)] },
            Self::MoveRight => const { &[alt(Right)] },
            Self::MoveUp => const { &[alt(Up)] },
            Self::MoveDown => const { &[alt(Down)] },

            Self::ZoomIn => const { &[ctrl(Plus), plain(Plus)] },
            Self::ZoomOut => const { &[ctrl(Minus), plain(Minus)] },
            Self::ZoomTo100 => const { &[ctrl(Char('0'))] },
            Self::ZoomToFit => const { &[ctrl(Char('1'))] },
            Self::ZoomToSelection => const { &[ctrl(Char('2'))] },
            Self::InterfaceLarger => const { &[alt(Plus)] },
            Self::InterfaceSmaller => const { &[alt(Minus)] },
            Self::InterfaceNormal => const { &[alt(Char('0'))] },
            Self::ToggleLibrary => const { &[ctrl(Char('B'))] },
            Self::ToggleOutline => const { &[ctrl_shift(Char('O'))] },
            Self::ToggleFindings => const { &[plain(F(8))] },
            Self::ToggleInspector => const { &[ctrl(Char('I'))] },

            Self::ShowMap => const { &[ctrl_shift(Char('M'))] },
            Self::ShowTable => const { &[ctrl_shift(Char('T'))] },
            Self::ShowChecklist => const { &[ctrl_shift(Char('K'))] },
            Self::ShowAudit => const { &[ctrl_shift(Char('U'))] },

            Self::Find => const { &[ctrl(Char('F'))] },
            Self::Palette => const { &[ctrl(Char('K'))] },
            Self::Shortcuts => const { &[plain(F(1)), plain(Question)] },
            Self::FindNext => const { &[plain(F(3))] },
            Self::FindPrevious => const { &[shift(F(3))] },
            Self::SearchLibrary => const { &[ctrl_shift(Char('F'))] },
            Self::Filter => const { &[ctrl_shift(Char('L'))] },
            Self::Settings => const { &[ctrl(Char(','))] },
            Self::ContextMenu => const { &[plain(Menu), shift(F(10))] },
            Self::NextRegion => const { &[plain(F(6))] },
            Self::PreviousRegion => const { &[shift(F(6))] },
            Self::MenuBar => const { &[plain(F(10))] },

            Self::NewRetail
            | Self::NewTwenty
            | Self::NewBlueprint
            | Self::NewSample
            | Self::EarlierVersions
            | Self::AddPersona
            | Self::DuplicateMap
            | Self::DuplicateFrame
            | Self::ShowCompare
            | Self::RenameMap
            | Self::DeleteMap
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ThemeSystem
            | Self::LanguageSystem
            | Self::LanguageEnglish
            | Self::LanguageRussian
            | Self::LanguageChinese
            | Self::ClearFilter
            | Self::ShowMatrix
            | Self::ToggleMean
            | Self::ShowQualities
            | Self::ReviewNow
            | Self::ShowReviews
            | Self::Folders
            | Self::ShowNumbers
            | Self::About => &[],
        }
    }
}

impl fmt::Display for Shortcut {
    /// As menus show it: "Ctrl+Shift+Z".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ctrl = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
        for (held, name) in [(self.ctrl, ctrl), (self.alt, "Alt"), (self.shift, "Shift")] {
            if held {
                write!(f, "{name}+")?;
            }
        }
        self.key.fmt(f)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(letter) => write!(f, "{letter}"),
            Self::F(number) => write!(f, "F{number}"),
            Self::Escape => f.write_str("Esc"),
            Self::Delete => f.write_str("Del"),
            Self::Plus => f.write_str("+"),
            Self::Minus => f.write_str("−"),
            Self::Question => f.write_str("?"),
            Self::PageUp => f.write_str("Page up"),
            Self::PageDown => f.write_str("Page down"),
            Self::Left
            | Self::Right
            | Self::Up
            | Self::Down
            | Self::Enter
            | Self::Backspace
            | Self::Tab
            | Self::Space
            | Self::Home
            | Self::End
            | Self::Menu => write!(f, "{self:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut taken = BTreeMap::new();
        for &action in Action::ALL {
            for &shortcut in action.shortcuts() {
                let other = taken.insert(shortcut, action);
                assert_eq!(other, None, "{shortcut} invokes {action:?} too");
            }
        }
        // What people's fingers know.
        assert_eq!(taken.get(&ctrl(Key::Char('K'))), Some(&Action::Palette));
        assert_eq!(taken.get(&plain(Key::Question)), Some(&Action::Shortcuts));
    }

    #[test]
    fn shortcuts_read_as_menus_show_them() {
        for (action, expected) in [
            (Action::Redo, "Ctrl+Shift+Z"),
            (Action::MoveLeft, "Alt+Left"),
            (Action::Cancel, "Esc"),
            (Action::ZoomOut, "Ctrl+−"),
            (Action::EditText, "F2"),
        ] {
            assert_eq!(action.shortcuts()[0].to_string(), expected);
        }
    }
}
