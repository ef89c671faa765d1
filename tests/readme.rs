//! The README's table of shortcuts is the one the program has.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fmt::Write, fs};
use touchline::{editor::Action, text::Language};

const START: &str = "<!-- shortcuts -->\n";
const END: &str = "<!-- end of shortcuts -->\n";

/// Every action that has a key, in the order of the menus.
fn table() -> String {
    let text = Language::En.load();
    let mut table = String::from("| action | keys |\n|---|---|\n");
    for action in Action::ALL {
        let keys: Vec<String> =
            action.shortcuts().iter().map(|shortcut| format!("`{shortcut}`")).collect();
        if !keys.is_empty() {
            writeln!(table, "| {} | {} |", action.label(&text), keys.join(" ")).unwrap();
        }
    }
    table
}

#[test]
#[cfg(not(target_os = "macos"))] // the README writes Ctrl
fn the_table_of_shortcuts_is_true() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once(START).unwrap();
    let (kept, after) = rest.split_once(END).unwrap();
    if std::env::var_os("TOUCHLINE_RENEW").is_some() {
        fs::write("README.md", format!("{before}{START}{}{END}{after}", table())).unwrap();
    } else {
        assert_eq!(kept, table(), "renew it with TOUCHLINE_RENEW=1 cargo test --test readme");
    }
}
