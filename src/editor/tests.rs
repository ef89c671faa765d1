//! The editor as a whole, driven by hand and by keys.

mod carry;
mod clipboard;
mod random;
mod select;
mod text;
mod view;
mod walk;
