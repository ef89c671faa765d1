use super::*;
use crate::text::Language;
use std::collections::BTreeSet;

#[test]
fn every_action_is_in_the_table_once() {
    let all: BTreeSet<_> = Action::ALL.iter().copied().collect();
    assert_eq!(all.len(), Action::ALL.len(), "twice");
    // Variants are numbered without gaps: the last says how many there are.
    assert_eq!(all.len(), Action::About as usize + 1, "missing");
}

#[test]
fn every_action_has_a_name_of_its_own() {
    for language in Language::iter() {
        let text = language.load();
        let mut names = BTreeSet::new();
        for action in Action::ALL {
            let name = action.label(&text);
            assert!(!name.trim().is_empty(), "{action:?}");
            assert!(names.insert(name.clone()), "{action:?}: {name}");
        }
    }
}

#[test]
fn each_menu_has_its_actions_in_one_piece() {
    let menus: Vec<_> = Action::ALL.iter().filter_map(|action| action.menu()).collect();
    assert!(menus.is_sorted(), "{menus:?}");
}
