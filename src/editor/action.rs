//! Actions: every verb that a person can invoke, in one table. Menu, palette, help sheet, context
//! menus and the README's list of shortcuts all come from here.

use super::Editor;
use crate::text::Text;

/// A verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    // File
    New,
    NewSample,
    Open,
    Save,
    SaveAs,
    ExportPng,
    CloseProject,
    Quit,
    // Edit
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    Duplicate,
    Delete,
    SelectAll,
    EditText,
    Cancel,
    // Map
    AddMap,
    DeleteMap,
    NextMap,
    PreviousMap,
    AddStage,
    AddStep,
    AddLane,
    AddTouchpoint,
    MarkPositive,
    MarkDecision,
    MarkFriction,
    MarkNone,
    ToInbox,
    // Walk the map, move the card
    WalkLeft,
    WalkRight,
    WalkUp,
    WalkDown,
    MoveLeft,
    MoveRight,
    MoveUp,
    MoveDown,
    // View
    ZoomIn,
    ZoomOut,
    ZoomTo100,
    ZoomToFit,
    ZoomToSelection,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    ToggleLibrary,
    ToggleInspector,
    // Help
    Find,
    Shortcuts,
    About,
}

/// Where an action stands in the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    File,
    Edit,
    Map,
    View,
    Help,
}

/// A key, without toolkit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter or a digit, upper case.
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
    Plus,
    Minus,
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

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: &[Action] = &[];

    /// Its name in menus.
    pub fn label(self, text: &Text) -> String {
        let _ = text;
        todo!()
    }

    /// Where it stands in the menu bar; `None` for those that are only keys.
    pub fn menu(self) -> Option<Menu> {
        todo!()
    }

    /// Keys that invoke it, the one to show first.
    pub fn shortcuts(self) -> &'static [Shortcut] {
        todo!()
    }

    /// Whether it can do something now.
    pub fn is_enabled(self, editor: &Editor) -> bool {
        let _ = editor;
        todo!()
    }
}

impl std::fmt::Display for Shortcut {
    /// As menus show it: "Ctrl+Shift+Z".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let _ = f;
        todo!()
    }
}
