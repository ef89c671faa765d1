//! Actions: every verb that a person can invoke, in one table. Menu, palette, help sheet, context
//! menus and the README's list of shortcuts all come from here.

mod place;

pub use place::Menu;

use super::{Editor, Selection};
use crate::text::{Language, Text};

/// A verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    // File
    New,
    NewRetail,
    NewTwenty,
    NewBlueprint,
    NewSample,
    Open,
    Save,
    SaveAs,
    EarlierVersions,
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
    /// A text on the maps of the project.
    Find,
    FindNext,
    FindPrevious,
    SearchLibrary,
    Settings,
    /// Ends what is under way and puts everything back, else selects nothing.
    Cancel,
    // Map
    AddTouchpoint,
    /// A line that becomes a card.
    QuickAdd,
    AddStep,
    AddStage,
    AddLane,
    AddPersona,
    MarkPositive,
    MarkDecision,
    MarkFriction,
    MarkNone,
    /// Outcome links from the selected decision to the other selected cards, or to one that is
    /// chosen with the arrows.
    AddLink,
    ToInbox,
    AddMap,
    DuplicateMap,
    /// Stages, steps and lanes without the cards.
    DuplicateFrame,
    RenameMap,
    DeleteMap,
    NextMap,
    PreviousMap,
    MoveMapLeft,
    MoveMapRight,
    // Walk the map, select more of it, move what is selected
    WalkLeft,
    WalkRight,
    WalkUp,
    WalkDown,
    WalkFirst,
    WalkLast,
    ExtendLeft,
    ExtendRight,
    ExtendUp,
    ExtendDown,
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
    InterfaceLarger,
    InterfaceSmaller,
    InterfaceNormal,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    LanguageSystem,
    LanguageEnglish,
    LanguageRussian,
    LanguageChinese,
    ToggleLibrary,
    ToggleOutline,
    ToggleFindings,
    ToggleInspector,
    /// Shows what the map can be filtered by.
    Filter,
    ClearFilter,
    // Workshop: the pages of the window
    ShowMap,
    ShowTable,
    ShowChecklist,
    ShowQualities,
    ShowAudit,
    ShowMatrix,
    ShowCompare,
    ShowNumbers,
    /// The mean of the six qualities on each card.
    ToggleMean,
    /// Keeps the maps as they are, under a name.
    ReviewNow,
    ShowReviews,
    // Help
    Palette,
    Shortcuts,
    ContextMenu,
    Folders,
    /// The keyboard goes to another part of the window.
    NextRegion,
    PreviousRegion,
    MenuBar,
    About,
}

impl Action {
    /// Every action, in the order of the menus.
    pub const ALL: &[Action] = &[
        Self::New,
        Self::NewRetail,
        Self::NewTwenty,
        Self::NewBlueprint,
        Self::NewSample,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::EarlierVersions,
        Self::ExportPng,
        Self::CloseProject,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Duplicate,
        Self::Delete,
        Self::SelectAll,
        Self::EditText,
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::SearchLibrary,
        Self::Settings,
        Self::Cancel,
        Self::AddTouchpoint,
        Self::QuickAdd,
        Self::AddStep,
        Self::AddStage,
        Self::AddLane,
        Self::AddPersona,
        Self::MarkPositive,
        Self::MarkDecision,
        Self::MarkFriction,
        Self::MarkNone,
        Self::AddLink,
        Self::ToInbox,
        Self::AddMap,
        Self::DuplicateMap,
        Self::DuplicateFrame,
        Self::RenameMap,
        Self::DeleteMap,
        Self::NextMap,
        Self::PreviousMap,
        Self::MoveMapLeft,
        Self::MoveMapRight,
        Self::WalkLeft,
        Self::WalkRight,
        Self::WalkUp,
        Self::WalkDown,
        Self::WalkFirst,
        Self::WalkLast,
        Self::ExtendLeft,
        Self::ExtendRight,
        Self::ExtendUp,
        Self::ExtendDown,
        Self::MoveLeft,
        Self::MoveRight,
        Self::MoveUp,
        Self::MoveDown,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomTo100,
        Self::ZoomToFit,
        Self::ZoomToSelection,
        Self::InterfaceLarger,
        Self::InterfaceSmaller,
        Self::InterfaceNormal,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeSystem,
        Self::LanguageSystem,
        Self::LanguageEnglish,
        Self::LanguageRussian,
        Self::LanguageChinese,
        Self::ToggleLibrary,
        Self::ToggleOutline,
        Self::ToggleFindings,
        Self::ToggleInspector,
        Self::Filter,
        Self::ClearFilter,
        Self::ShowMap,
        Self::ShowTable,
        Self::ShowChecklist,
        Self::ShowQualities,
        Self::ShowAudit,
        Self::ShowMatrix,
        Self::ShowCompare,
        Self::ShowNumbers,
        Self::ToggleMean,
        Self::ReviewNow,
        Self::ShowReviews,
        Self::Palette,
        Self::Shortcuts,
        Self::ContextMenu,
        Self::Folders,
        Self::NextRegion,
        Self::PreviousRegion,
        Self::MenuBar,
        Self::About,
    ];

    /// Its name in menus.
    #[allow(clippy::too_many_lines, reason = "a table: one line for each action")]
    pub fn label(self, text: &Text) -> String {
        match self {
            Self::New => text.action_new(),
            Self::NewRetail => text.action_new_retail(),
            Self::NewTwenty => text.action_new_twenty(),
            Self::NewBlueprint => text.action_new_blueprint(),
            Self::NewSample => text.action_new_sample(),
            Self::Open => text.action_open(),
            Self::Save => text.action_save(),
            Self::SaveAs => text.action_save_as(),
            Self::EarlierVersions => text.action_earlier_versions(),
            Self::ExportPng => text.action_export_png(),
            Self::CloseProject => text.action_close_project(),
            Self::Quit => text.action_quit(),
            Self::Undo => text.action_undo(),
            Self::Redo => text.action_redo(),
            Self::Cut => text.action_cut(),
            Self::Copy => text.action_copy(),
            Self::Paste => text.action_paste(),
            Self::Duplicate => text.action_duplicate(),
            Self::Delete => text.action_delete(),
            Self::SelectAll => text.action_select_all(),
            Self::EditText => text.action_edit_text(),
            Self::Cancel => text.action_cancel(),
            Self::AddTouchpoint => text.action_add_touchpoint(),
            Self::QuickAdd => text.action_quick_add(),
            Self::AddStep => text.action_add_step(),
            Self::AddStage => text.action_add_stage(),
            Self::AddLane => text.action_add_lane(),
            Self::AddPersona => text.action_add_persona(),
            Self::MarkPositive => text.action_mark_positive(),
            Self::MarkDecision => text.action_mark_decision(),
            Self::MarkFriction => text.action_mark_friction(),
            Self::MarkNone => text.action_mark_none(),
            Self::AddLink => text.action_add_link(),
            Self::ToInbox => text.action_to_inbox(),
            Self::AddMap => text.action_add_map(),
            Self::DuplicateMap => text.action_duplicate_map(),
            Self::DuplicateFrame => text.action_duplicate_frame(),
            Self::RenameMap => text.action_rename_map(),
            Self::DeleteMap => text.action_delete_map(),
            Self::NextMap => text.action_next_map(),
            Self::PreviousMap => text.action_previous_map(),
            Self::MoveMapLeft => text.action_move_map_left(),
            Self::MoveMapRight => text.action_move_map_right(),
            Self::WalkLeft => text.action_walk_left(),
            Self::WalkRight => text.action_walk_right(),
            Self::WalkUp => text.action_walk_up(),
            Self::WalkDown => text.action_walk_down(),
            Self::WalkFirst => text.action_walk_first(),
            Self::WalkLast => text.action_walk_last(),
            Self::ExtendLeft => text.action_extend_left(),
            Self::ExtendRight => text.action_extend_right(),
            Self::ExtendUp => text.action_extend_up(),
            Self::ExtendDown => text.action_extend_down(),
            Self::MoveLeft => text.action_move_left(),
            Self::MoveRight => text.action_move_right(),
            Self::MoveUp => text.action_move_up(),
            Self::MoveDown => text.action_move_down(),
            Self::ZoomIn => text.action_zoom_in(),
            Self::ZoomOut => text.action_zoom_out(),
            Self::ZoomTo100 => text.action_zoom_to_100(),
            Self::ZoomToFit => text.action_zoom_to_fit(),
            Self::ZoomToSelection => text.action_zoom_to_selection(),
            Self::InterfaceLarger => text.action_interface_larger(),
            Self::InterfaceSmaller => text.action_interface_smaller(),
            Self::InterfaceNormal => text.action_interface_normal(),
            Self::ThemeLight => text.action_theme_light(),
            Self::ThemeDark => text.action_theme_dark(),
            Self::ThemeSystem => text.action_theme_system(),
            Self::LanguageSystem => text.action_language_system(),
            Self::LanguageEnglish => text.action_language(Language::En.language_name()),
            Self::LanguageRussian => text.action_language(Language::Ru.language_name()),
            Self::LanguageChinese => text.action_language(Language::Zh.language_name()),
            Self::ToggleLibrary => text.action_toggle_library(),
            Self::ToggleOutline => text.action_toggle_outline(),
            Self::ToggleFindings => text.action_toggle_findings(),
            Self::ToggleInspector => text.action_toggle_inspector(),
            Self::Find => text.action_find(),
            Self::Palette => text.action_palette(),
            Self::FindNext => text.action_find_next(),
            Self::FindPrevious => text.action_find_previous(),
            Self::SearchLibrary => text.action_search_library(),
            Self::Filter => text.action_filter(),
            Self::ClearFilter => text.action_clear_filter(),
            Self::ShowMap => text.action_show_map(),
            Self::ShowTable => text.action_show_table(),
            Self::ShowChecklist => text.action_show_checklist(),
            Self::ShowQualities => text.action_show_qualities(),
            Self::ShowAudit => text.action_show_audit(),
            Self::ShowMatrix => text.action_show_matrix(),
            Self::ShowCompare => text.action_show_compare(),
            Self::ShowNumbers => text.action_show_numbers(),
            Self::ToggleMean => text.action_toggle_mean(),
            Self::ReviewNow => text.action_review_now(),
            Self::ShowReviews => text.action_show_reviews(),
            Self::Settings => text.action_settings(),
            Self::Shortcuts => text.action_shortcuts(),
            Self::ContextMenu => text.action_context_menu(),
            Self::Folders => text.action_folders(),
            Self::NextRegion => text.action_next_region(),
            Self::PreviousRegion => text.action_previous_region(),
            Self::MenuBar => text.action_menu_bar(),
            Self::About => text.action_about(),
        }
    }

    /// Whether it can do something now.
    #[allow(clippy::too_many_lines, reason = "a table: one line for each action")]
    #[allow(clippy::too_many_lines, reason = "a table: one line for each action")]
    pub fn is_enabled(self, editor: &Editor) -> bool {
        if editor.is_read_only() && self.changes_project() {
            return false;
        }
        let selection = editor.selection();
        let has_cards = matches!(selection, Selection::Touchpoints(_));
        let maps = &editor.project().maps;
        match self {
            Self::Undo => editor.undo_name().is_some(),
            Self::Redo => editor.redo_name().is_some(),
            Self::Cut | Self::Copy | Self::Duplicate | Self::AddLink => has_cards,
            Self::MarkPositive | Self::MarkDecision | Self::MarkFriction | Self::MarkNone => {
                has_cards
            }
            Self::ToInbox => editor.selected_cards().any(|card| card.place.cell.is_some()),
            Self::Delete | Self::ZoomToSelection => has_cards || selection.source().is_some(),
            Self::EditText => {
                selection.source().is_some_and(|source| editor.has_text_on_map(source))
                    || matches!(selection, Selection::Cell(_))
            }
            Self::MoveLeft | Self::MoveRight => {
                has_cards || matches!(selection, Selection::Stage(_) | Selection::Step(_))
            }
            Self::MoveUp | Self::MoveDown => has_cards || matches!(selection, Selection::Lane(_)),
            Self::NextMap | Self::PreviousMap => maps.len() > 1,
            Self::MoveMapLeft => editor.map_at().is_some_and(|at| at > 0),
            Self::MoveMapRight => editor.map_at().is_some_and(|at| at + 1 < maps.len()),
            Self::ClearFilter => !editor.filter().is_empty(),
            Self::SelectAll => editor.map().is_some_and(|map| !map.touchpoints.is_empty()),
            Self::Paste
            | Self::AddTouchpoint
            | Self::QuickAdd
            | Self::AddStep
            | Self::AddStage
            | Self::AddLane
            | Self::DuplicateMap
            | Self::DuplicateFrame
            | Self::RenameMap
            | Self::DeleteMap
            | Self::ExportPng
            | Self::WalkLeft
            | Self::WalkRight
            | Self::WalkUp
            | Self::WalkDown
            | Self::WalkFirst
            | Self::WalkLast
            | Self::ExtendLeft
            | Self::ExtendRight
            | Self::ExtendUp
            | Self::ExtendDown
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomTo100
            | Self::ZoomToFit
            | Self::Filter
            | Self::FindNext
            | Self::FindPrevious => editor.map().is_some(),
            Self::New
            | Self::NewRetail
            | Self::NewTwenty
            | Self::NewBlueprint
            | Self::NewSample
            | Self::Open
            | Self::Save
            | Self::SaveAs
            | Self::EarlierVersions
            | Self::CloseProject
            | Self::Quit
            | Self::Cancel
            | Self::AddMap
            | Self::AddPersona
            | Self::InterfaceLarger
            | Self::InterfaceSmaller
            | Self::InterfaceNormal
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ThemeSystem
            | Self::LanguageSystem
            | Self::LanguageEnglish
            | Self::LanguageRussian
            | Self::LanguageChinese
            | Self::ToggleLibrary
            | Self::ToggleOutline
            | Self::ToggleFindings
            | Self::ToggleInspector
            | Self::ShowMap
            | Self::ShowTable
            | Self::ShowChecklist
            | Self::ShowQualities
            | Self::ShowAudit
            | Self::ShowMatrix
            | Self::ShowCompare
            | Self::ShowNumbers
            | Self::ToggleMean
            | Self::ReviewNow
            | Self::ShowReviews
            | Self::Find
            | Self::Palette
            | Self::SearchLibrary
            | Self::Settings
            | Self::Shortcuts
            | Self::ContextMenu
            | Self::Folders
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::MenuBar
            | Self::About => true,
        }
    }
}

#[cfg(test)]
mod tests;
