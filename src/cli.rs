//! The command line: `new`, `check`, `info`, `export`, `review-due`, with no window and no display. Anything
//! else is a file for the window.

mod check;
mod info;
mod new;
mod picture;
mod review_due;
mod terminal;

use crate::{
    file::OpenError,
    message, settings,
    text::{self, Language, Text},
};
use clap::{Parser, Subcommand, ValueEnum};
use std::{ffi::OsString, fmt, path::PathBuf, process::ExitCode};

/// Designs customer-journey maps, offline.
///
/// Without a command, opens the window.
#[derive(Parser)]
#[command(name = "touchline", version, propagate_version = true)]
#[command(args_conflicts_with_subcommands = true, max_term_width = 100)]
#[command(after_help = "A file that is called like a command is opened with its folder: ./new")]
struct Arguments {
    /// Project to open in the window
    file: Option<PathBuf>,
    /// What shows the window; without it, what worked last
    #[arg(long, value_enum)]
    renderer: Option<Renderer>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Renderer {
    /// Vulkan, Metal or Direct3D
    Wgpu,
    /// OpenGL
    Glow,
}

#[derive(Subcommand)]
enum Command {
    /// Make a new project
    New(New),
    /// Say what is wrong with projects, and with --findings what is still open in them; exit code 1
    /// if there is anything to say
    Check(Check),
    /// Say what is in a project
    Info(Info),
    /// Paint a map as a PNG
    Export(Export),
    /// Say which projects are due for a review; exit code 1 if any is
    ReviewDue(ReviewDue),
}

#[derive(clap::Args)]
struct New {
    /// The project to make
    file: PathBuf,
    /// What it starts from
    #[arg(long, value_enum, default_value_t = Template::Blank)]
    template: Template,
    /// The language of the template
    #[arg(long, value_name = "en|ru|zh")]
    lang: Option<Language>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Template {
    /// Four stages, three lanes, no touchpoint yet
    Blank,
    /// A shop in four stages, its touchpoints in the inbox
    Retail,
    /// Twenty touchpoints in four periods, to be marked
    Twenty,
    /// A service blueprint: front stage, back stage, support
    Blueprint,
    /// A finished journey, to look around in
    Sample,
}

#[derive(clap::Args)]
struct Check {
    /// The projects to look at
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print the findings too: decisions without outcomes, friction without an owner, overdue tasks
    /// and the like, without the kinds that a project has switched off
    #[arg(long)]
    findings: bool,
    /// The language to speak
    #[arg(long, value_name = "en|ru|zh")]
    lang: Option<Language>,
}

#[derive(clap::Args)]
struct Info {
    /// The project to read
    file: PathBuf,
    /// For programs: JSON
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args)]
struct Export {
    /// The project to read
    file: PathBuf,
    /// The picture to write
    #[arg(short, long, value_name = "MAP.png")]
    output: PathBuf,
    /// Which map, by title or by number; needed where there are several
    #[arg(long, value_name = "TITLE|N")]
    map: Option<String>,
    /// Pixels per point: 1 is the size on an ordinary screen
    #[arg(long, default_value_t = 2.0, allow_negative_numbers = true)]
    scale: f32,
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// The language of the words that are not the project's: legend, emotions, lines
    #[arg(long, value_name = "en|ru|zh")]
    lang: Option<Language>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

#[derive(clap::Args)]
struct ReviewDue {
    /// The projects to look at
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

/// What the arguments ask for.
pub enum Run {
    /// The window, on a file and with a renderer if these are given.
    Window(Option<PathBuf>, Option<settings::Renderer>),
    /// Nothing more: it is done.
    Done(ExitCode),
}

/// How a command ended, as its exit code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    Fine = 0,
    Findings = 1,
    CouldNot = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Does what the arguments ask for, unless they ask for the window.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Run {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Help and version are answers too. Where nobody listens, nothing is lost.
            answer.print().ok();
            let exit = if answer.use_stderr() { Exit::CouldNot } else { Exit::Fine };
            return Run::Done(exit.into());
        }
    };
    let Some(command) = arguments.command else {
        let renderer = arguments.renderer.map(|renderer| match renderer {
            Renderer::Wgpu => settings::Renderer::Wgpu,
            Renderer::Glow => settings::Renderer::Glow,
        });
        return Run::Window(arguments.file, renderer);
    };
    let spoken = text::system_language();
    let text = spoken.load();
    let ended = match command {
        Command::New(new) => new::run(&new, &text),
        Command::Check(check) => match check.lang.filter(|&lang| lang != spoken) {
            Some(language) => check::run(&check, &language.load()),
            None => check::run(&check, &text),
        },
        Command::Info(info) => info::run(&info, &text),
        Command::Export(export) => picture::run(&export, spoken, &text),
        Command::ReviewDue(asked) => review_due::run(&asked, jiff::Zoned::now().date(), &text),
    };
    Run::Done(match ended {
        Ok(exit) => exit.into(),
        Err(error) if error.is::<terminal::Closed>() => Exit::Fine.into(),
        Err(error) => failed(&error),
    })
}

/// Says on the terminal why something could not be done; gives the exit code for it.
pub fn failed(error: &anyhow::Error) -> ExitCode {
    terminal::complain(&format!("{error:#}"));
    Exit::CouldNot.into()
}

/// A sentence of `text` as an error.
fn sorry(sentence: impl fmt::Display) -> anyhow::Error {
    anyhow::Error::msg(sentence.to_string())
}

/// Why a project could not be opened.
fn unopened(error: &OpenError, text: &Text) -> anyhow::Error {
    sorry(message::open(text, error))
}

/// That something is at a path already.
fn exists(path: &std::path::Path, text: &Text) -> anyhow::Error {
    sorry(text.cli_exists(path.to_string_lossy()))
}
