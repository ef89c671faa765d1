//! Every word of the interface, in each language.
//!
//! The messages are in `assets/text/<language>/*.ftl`; the build makes one typed function of each.
//! A message that a language lacks has no function, so using it does not compile.

mod generated {
    #![allow(
        clippy::all,
        clippy::pedantic,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::allow_attributes_without_reason,
        reason = "made by fluent-typed"
    )]
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

pub use generated::{L10n as Language, L10nLanguage as Text};
