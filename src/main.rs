//! Touchline, started: the window, or the command line.

use std::process::ExitCode;
use touchline::{app, cli};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        cli::Run::Done(exit) => exit,
        cli::Run::Window(file) => match app::run(file.as_deref()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::failed(&error.into()),
        },
    }
}
