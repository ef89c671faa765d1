//! Touchline: an offline desktop designer for customer-journey maps.
//!
//! # One edit, from hand to picture
//!
//! The window turns what a person does into one of three things: a [`PointerEvent`] on the map, an
//! [`Action`] from a menu or a key, or a [`Command`] from a field of the inspector. The [`Editor`]
//! makes a command of all three. [`History::run`] applies it to the only [`Project`] there is;
//! [`layout`] turns the map into a [`Scene`]; the window, and every export, paint that scene.
//!
//! # What always holds
//!
//! - A project changes in one place: inside [`History::run`]. There is no other `&mut Project`, so
//!   an edit that skips undo does not compile.
//! - [`Project::check`] states what a valid project is. Whatever a command or an opened file leaves
//!   behind has no problem in it.
//! - A drag changes nothing before it is let go. What it would do is a command, applied to a copy
//!   that costs a few pointers; letting go runs that same command.
//! - Selection, camera and gesture live in the editor, never in the project: the file has no view
//!   state, and undo does not move the view.
//! - Only [`layout`] decides where anything stands, breaks lines, or picks a tone. Painters walk
//!   finished items, so that the screen and a picture cannot differ.
//! - What did not change is shared: maps, touchpoints, links and laid-out blocks are compared by
//!   pointer before anything is made anew.
//! - Paths are opened in [`file`](mod@file) alone, and a file is written whole or not at all.
//! - The toolkit stays in [`app`]. All below it is driven by tests without a window.
//! - Nothing here opens a network connection.
//!
//! `tests/tidy.rs` holds the modules to the directions that follow from this: each knows those
//! above it in the list below, and few of them.
//!
//! [`PointerEvent`]: editor::PointerEvent
//! [`Action`]: editor::Action
//! [`Command`]: command::Command
//! [`Editor`]: editor::Editor
//! [`History::run`]: history::History::run
//! [`Project`]: model::Project
//! [`Project::check`]: model::Project::check
//! [`Scene`]: scene::Scene

pub mod model;

pub mod method;

pub mod theme;

pub mod text;

pub mod font;

pub mod command;

pub mod history;

pub mod file;

pub mod catalog;

pub mod scene;

pub mod layout;

pub mod export;

pub mod message;

pub mod editor;

pub mod settings;

pub mod app;

pub mod cli;
