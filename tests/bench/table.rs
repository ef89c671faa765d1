//! Runs something several times and prints the medians as a table, beside what they may be.
#![allow(dead_code, reason = "not every bench uses all of it")]

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

/// The figures of one table, printed when it is complete.
pub struct Table {
    title: &'static str,
    rows: Vec<Row>,
}

struct Row {
    figure: String,
    cells: Vec<Cell>,
}

/// A figure for one map.
pub struct Cell {
    value: f64,
    budget: Option<f64>,
    unit: &'static str,
}

impl Cell {
    /// A time with its budget, both in milliseconds.
    pub fn time(value: Duration, budget: Option<f64>) -> Self {
        Self { value: value.as_secs_f64() * 1e3, budget, unit: "ms" }
    }

    /// Any other figure.
    pub fn figure(value: f64, budget: Option<f64>, unit: &'static str) -> Self {
        Self { value, budget, unit }
    }

    fn text(&self) -> String {
        let Self { value, budget, unit } = self;
        let mut text = format!("{value:.2} {unit}");
        if let Some(budget) = budget {
            let sign = if value <= budget { "≤" } else { "MISSED" };
            write!(text, " {sign} {budget}").unwrap();
        }
        text
    }
}

impl Table {
    pub fn new(title: &'static str) -> Self {
        Self { title, rows: Vec::new() }
    }

    /// Adds a figure: one cell for each column.
    pub fn row(&mut self, figure: impl Into<String>, cells: impl IntoIterator<Item = Cell>) {
        let row = Row { figure: figure.into(), cells: cells.into_iter().collect() };
        eprintln!("{}: {}", row.figure, texts(&row).join(" | "));
        self.rows.push(row);
    }

    /// Prints it as Markdown, ready for the README.
    #[allow(clippy::print_stdout, reason = "the table is what a bench is for")]
    pub fn print(&self, columns: &[&str]) {
        println!("\n{}\n", self.title);
        println!("| figure | {} |", columns.join(" | "));
        println!("|---|{}", "---|".repeat(columns.len()));
        for row in &self.rows {
            println!("| {} | {} |", row.figure, texts(row).join(" | "));
        }
    }
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(Cell::text).collect()
}

/// The middle of these; the longer of the two middle ones if they are even in number.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// How long something takes.
pub fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
