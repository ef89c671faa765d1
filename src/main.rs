//! Touchline, started: the window, or the command line.

use std::process::ExitCode;
use touchline::{app, cli};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        cli::Run::Done(exit) => exit,
        cli::Run::Window(file, renderer) => match app::run(file.as_deref(), renderer) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::failed(&error.into()),
        },
    }
}
