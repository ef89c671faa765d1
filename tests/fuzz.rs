//! Opening whatever bytes there are: never a panic, never silence about damage, never a message
//! longer than a screen; what opens is valid, and is the same after it was saved and opened again.
//!
//! `cargo test` does a second of it, `.ci/run` a minute, and the long run 10⁸ inputs:
//! `TOUCHLINE_EFFORT=long cargo test --release --test fuzz -- --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise and prints its figures"
)]

#[path = "support/effort.rs"]
mod effort;
mod support;

use fastrand::Rng;
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use touchline::{
    file::{self, fragment},
    model::{JourneyMap, Project, Snapshot, Touchpoint},
};

/// A message is a screen at most.
const LONGEST: usize = 600;

/// What the mutations put in.
const WORDS: [&[u8]; 28] = [
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b"\\",
    b",",
    b":",
    b"\n",
    b"\r\n",
    b"\0",
    b"//",
    b"/*",
    b"*/",
    b"r#\"",
    b"\\u{0}",
    b"NaN",
    b"-1",
    b"99999999999999999999",
    b"Some(",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"<<<<<<< a\n",
    b"=======\n",
    b">>>>>>> b\n",
    "\u{202E}".as_bytes(),
];

/// Files to begin with.
struct Corpus {
    /// The fixtures, and projects with a bit of everything.
    whole: Vec<Vec<u8>>,
    /// Projects with one thing in them, cut out of those: small ones are read in no time, and a
    /// mutation nearly always hits what matters.
    pieces: Vec<Vec<u8>>,
}

impl Corpus {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let files = fs::read_dir(folder).unwrap();
        let files = files.map(|entry| fs::read(entry.unwrap().path()).unwrap());
        let files: Vec<_> = files.filter(|bytes| bytes.len() < 20_000).collect();
        let projects = files.iter().map(|bytes| file::read(bytes).unwrap().project);
        let made: Vec<_> = (0..20).map(support::project).collect();
        let mut pieces: Vec<_> =
            projects.chain(made.iter().cloned()).flat_map(|it| cut(&it)).collect();
        pieces.sort();
        pieces.dedup();
        let whole = files.iter().cloned().chain(made.iter().map(file::write)).collect();
        Self { whole, pieces }
    }

    /// One of them; most often a piece.
    fn any(&self, random: &mut Rng) -> &[u8] {
        let all = if random.u8(..16) == 0 { &self.whole } else { &self.pieces };
        &all[random.usize(..all.len())]
    }
}

/// Each touchpoint, link, audit and snapshot of a project in a file of its own, with what it stands
/// on.
fn cut(project: &Project) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    for map in &project.maps {
        for card in &map.touchpoints {
            pieces.push(Project { maps: vec![with(map, &[card])], ..bare(project) });
        }
        for link in &map.links {
            let ends = [link.from, link.to].map(|id| map.touchpoint(id).unwrap());
            let mut map = with(map, &ends);
            Arc::make_mut(&mut map).links.push(Arc::clone(link));
            pieces.push(Project { maps: vec![map], ..bare(project) });
        }
        for audit in &map.audits {
            let mut map = with(map, &[]);
            Arc::make_mut(&mut map).audits.push(Arc::clone(audit));
            pieces.push(Project { maps: vec![map], ..bare(project) });
        }
    }
    for snapshot in &project.snapshots {
        let maps = snapshot.maps.iter().map(|map| with(map, &[])).collect();
        let snapshot = Arc::new(Snapshot { maps, ..Snapshot::clone(snapshot) });
        pieces.push(Project { snapshots: vec![snapshot], ..bare(project) });
    }
    pieces.push(bare(project));
    for piece in &pieces {
        assert_eq!(piece.check(), []);
    }
    pieces.iter().map(file::write).collect()
}

/// A project without its maps.
fn bare(project: &Project) -> Project {
    Project { maps: Vec::new(), snapshots: Vec::new(), ..project.clone() }
}

/// A map with these cards alone, and the steps and lanes that they stand on.
fn with(map: &JourneyMap, cards: &[&Arc<Touchpoint>]) -> Arc<JourneyMap> {
    let cells: Vec<_> = cards.iter().filter_map(|card| card.place.cell).collect();
    let mut piece = JourneyMap {
        touchpoints: cards.iter().map(|card| Arc::clone(card)).collect(),
        links: Vec::new(),
        audits: Vec::new(),
        ..map.clone()
    };
    for stage in &mut piece.stages {
        stage.steps.retain(|step| cells.iter().any(|cell| cell.step == step.id));
    }
    piece.stages.retain(|stage| !stage.steps.is_empty());
    piece.lanes.retain(|lane| cells.iter().any(|cell| cell.lane == lane.id));
    Arc::new(piece)
}

/// Some changes to some bytes.
fn mutated(random: &mut Rng, corpus: &Corpus) -> Vec<u8> {
    let mut bytes = corpus.any(random).to_vec();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(..=bytes.len());
        let end = (at + random.usize(..40)).min(bytes.len());
        match random.u8(..9) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            3 if at < bytes.len() => bytes[at] = random.u8(..),
            4 => {
                let word = WORDS[random.usize(..WORDS.len())];
                drop(bytes.splice(at..at, word.iter().copied()));
            }
            5 => {
                let copy = bytes[at..end].to_vec();
                let to = random.usize(..=bytes.len());
                drop(bytes.splice(to..to, copy));
            }
            6 => {
                let other = corpus.any(random);
                let from = random.usize(..other.len());
                let piece = &other[from..(from + random.usize(..200)).min(other.len())];
                drop(bytes.splice(at..end, piece.iter().copied()));
            }
            7 => bytes[at..end].fill(0),
            _ => {
                let word = WORDS[random.usize(..WORDS.len())].repeat(random.usize(1..200));
                drop(bytes.splice(at..at, word));
            }
        }
    }
    bytes
}

/// What must hold for any bytes. Gives whether they were a project. Reading what can be read of
/// damaged ones takes the longest: not each time.
fn check(bytes: &[u8], is_salvaged: bool) -> bool {
    if is_salvaged && let Ok(salvaged) = file::salvage_bytes(bytes.to_vec()) {
        assert_eq!(salvaged.project.check(), []);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // The clipboard.
        fragment::read(text);
    }
    let opened = match file::read(bytes) {
        Ok(opened) => opened,
        Err(error) => {
            let length = error.to_string().chars().count();
            assert!((10..LONGEST).contains(&length), "{length} characters: {error}");
            return false;
        }
    };
    assert_eq!(opened.project.check(), []);
    for note in &opened.notes {
        assert!(note.to_string().chars().count() < LONGEST, "{note}");
    }
    let saved = file::write(&opened.project);
    let again = file::read(&saved).unwrap();
    assert_eq!((&again.project, again.notes), (&opened.project, vec![]));
    assert!(bytes == saved || !opened.notes.is_empty() || is_harmless(bytes, &saved), "silent");
    true
}

/// Whether a file that says nothing of itself differs only in what does not count: line ends, a
/// mark at its beginning, what stands in its header for later versions.
fn is_harmless(bytes: &[u8], saved: &[u8]) -> bool {
    let body = |bytes: &[u8]| -> Vec<u8> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').skip(1).collect();
        let last = lines.pop();
        let is_return = |byte: &&u8| **byte == b'\r';
        let lines = lines.into_iter().map(|line| {
            let returns = line.iter().rev().take_while(is_return).count();
            [&line[..line.len() - returns], b"\n"].concat()
        });
        lines.chain(last.map(<[u8]>::to_vec)).collect::<Vec<_>>().concat()
    };
    body(bytes) == body(saved)
}

#[test]
fn any_bytes_are_told_apart_or_opened_as_they_are() {
    let corpus = Corpus::new();
    let runs: u64 = effort::of(u64::MAX, u64::MAX, 100_000_000);
    let minutes = std::env::var("TOUCHLINE_MINUTES").ok().and_then(|it| it.parse::<u64>().ok());
    let seconds = minutes.map_or_else(|| effort::of(1, 60, 24 * 60 * 60), |minutes| minutes * 60);
    let time = Duration::from_secs(seconds);
    let threads = effort::of(1, 2, thread::available_parallelism().map_or(1, usize::from) as u64);
    let seed = std::env::var("TOUCHLINE_SEED").ok().and_then(|it| it.parse().ok());
    let seed: u64 = seed.unwrap_or_else(|| fastrand::u64(..1 << 32));
    let begin = Instant::now();
    let done: Vec<(u64, u64, Duration)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|number| {
                let corpus = &corpus;
                scope.spawn(move || {
                    let mut random = Rng::with_seed(seed + number);
                    let (mut ran, mut opened, mut slowest) = (0, 0, Duration::ZERO);
                    while ran < runs / threads && begin.elapsed() < time {
                        let bytes = mutated(&mut random, corpus);
                        let since = Instant::now();
                        let result = catch_unwind(AssertUnwindSafe(|| check(&bytes, ran % 8 == 0)));
                        slowest = slowest.max(since.elapsed());
                        let Ok(is_project) = result else {
                            let path = std::env::temp_dir().join("touchline-fuzz.ron");
                            fs::write(&path, &bytes).unwrap();
                            panic!("seed {}, run {ran}: {}", seed + number, path.display());
                        };
                        ran += 1;
                        opened += u64::from(is_project);
                    }
                    (ran, opened, slowest)
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let sum = |figure: fn(&(u64, u64, Duration)) -> u64| done.iter().map(figure).sum::<u64>();
    let slowest = done.iter().map(|it| it.2).max().unwrap_or_default();
    println!(
        "fuzz: {} inputs in {:.0} s, {} opened, 0 panics, 0 silent, slowest {slowest:.1?}",
        sum(|it| it.0),
        begin.elapsed().as_secs_f64(),
        sum(|it| it.1),
    );
    assert!(sum(|it| it.1) > 0, "something can be opened");
}

#[test]
fn the_oracle_sees_a_silent_change() {
    let bytes = file::write(&support::project(3));
    let text = String::from_utf8(bytes.clone()).unwrap();
    let (header, body) = text.split_once('\n').unwrap();
    let changed = body.replacen("id: \"", "id:  \"", 1);
    // With the changed text's own sum nothing is to be said; the oracle must see it.
    let sum = format!("{:08X}", crc32fast::hash(changed.as_bytes()));
    let at = header.rfind('=').unwrap() + 1;
    let silent = format!("{}{sum}\n{changed}", &header[..at]);
    assert_eq!(file::read(silent.as_bytes()).unwrap().notes, []);
    assert!(catch_unwind(|| check(silent.as_bytes(), false)).is_err());
    assert!(check(&bytes, true));
}
