//! How much a test does: a little in `cargo test`, more in `.ci/run` (`TOUCHLINE_EFFORT=ci`), all
//! of it in the long run (`TOUCHLINE_EFFORT=long`).
#![allow(dead_code, reason = "not every test uses it")]

/// One of three figures.
pub fn of<T>(quick: T, ci: T, long: T) -> T {
    match std::env::var("TOUCHLINE_EFFORT").as_deref() {
        Ok("ci") => ci,
        Ok("long") => long,
        _ => quick,
    }
}
