//! Where each action stands in the menu bar.

use super::Action;
use crate::text::Language;

/// Where an action stands in the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    File,
    Edit,
    Map,
    View,
    Workshop,
    Help,
}

impl Action {
    /// Which language it chooses, if it does: `Some(None)` is the system's.
    pub fn language(self) -> Option<Option<Language>> {
        match self {
            Self::LanguageSystem => Some(None),
            Self::LanguageEnglish => Some(Some(Language::En)),
            Self::LanguageRussian => Some(Some(Language::Ru)),
            Self::LanguageChinese => Some(Some(Language::Zh)),
            _ => None,
        }
    }

    /// Where it stands in the menu bar; `None` for those that are only keys.
    pub fn menu(self) -> Option<Menu> {
        let at = |first: Self, last: Self| (first..=last).contains(&self);
        match self {
            Self::Cancel
            | Self::ContextMenu
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::MenuBar => None,
            _ if at(Self::WalkLeft, Self::ExtendDown) => None,
            _ if at(Self::New, Self::Quit) => Some(Menu::File),
            _ if at(Self::Undo, Self::Settings) => Some(Menu::Edit),
            _ if at(Self::AddTouchpoint, Self::MoveDown) => Some(Menu::Map),
            _ if at(Self::ZoomIn, Self::ClearFilter) => Some(Menu::View),
            _ if at(Self::ShowMap, Self::ShowReviews) => Some(Menu::Workshop),
            _ => Some(Menu::Help),
        }
    }
}
