//! No way in: which dependencies could open an internet socket, and what becomes of hostile text.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise and prints its figures"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};
use touchline::{
    file,
    model::{
        Cell, Code, IdSource, JourneyMap, Lane, Link, Persona, Project, Role, Stage, Step,
        Touchpoint,
    },
};

/// What a crate's source has in it when it could open an internet socket.
const SIGNS: &[&str] = &["TcpStream", "TcpListener", "UdpSocket", "AF_INET", "getaddrinfo"];

/// Crates that have a sign of it, and why the program opens no such socket through them.
const ALLOWED: &[(&str, &str)] = &[
    ("async-io", "the event loop under zbus; it has wrappers for every kind of socket"),
    ("libc", "only declares what the system offers"),
    ("linux-raw-sys", "only declares what the kernel offers"),
    ("log", "only prints addresses"),
    ("rustix", "offers every system call; files, pipes and local sockets are what is called"),
    ("serde", "only reads and writes addresses as data"),
    ("serde_core", "only reads and writes addresses as data"),
    ("url", "only takes addresses apart, for file URLs"),
    ("x11rb", "talks to the display: by TCP only where DISPLAY names another computer"),
    (
        "zbus",
        "talks to the session bus and the screen reader: by TCP only if their address says so",
    ),
    ("zvariant", "only reads and writes addresses as data"),
];

/// Crates whose purpose is the internet: none may be there, whatever the reason.
const NEVER: &[&str] = &[
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "self_update",
    "sentry",
    "socket2",
    "tokio",
    "tungstenite",
    "ureq",
    "websocket",
];

/// The folder of each crate that the program is built of on this system, by name.
fn dependencies() -> BTreeMap<String, PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(rustc.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let listed = Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform"])
        .arg(host)
        .output()
        .unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    // Only what is linked in: no dev-dependencies, nothing that only builds.
    let nodes: BTreeMap<&str, &serde_json::Value> = listed["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let mut open = vec![listed["resolve"]["root"].as_str().unwrap()];
    let mut linked = BTreeSet::new();
    while let Some(id) = open.pop() {
        if linked.insert(id) {
            let normal = nodes[id]["deps"].as_array().unwrap().iter().filter(|to| {
                to["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null())
            });
            open.extend(normal.map(|to| to["pkg"].as_str().unwrap()));
        }
    }
    let packages = listed["packages"].as_array().unwrap().iter();
    packages
        .filter(|package| linked.contains(package["id"].as_str().unwrap()))
        .map(|package| {
            let manifest = Path::new(package["manifest_path"].as_str().unwrap());
            (package["name"].as_str().unwrap().to_owned(), manifest.parent().unwrap().to_owned())
        })
        .collect()
}

/// The first sign of the internet in a folder of source.
fn sign(folder: &Path) -> Option<String> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                if !SIGNS.iter().any(|sign| text.contains(sign)) {
                    continue;
                }
                let line = text.lines().position(|line| {
                    !line.trim_start().starts_with("//")
                        && SIGNS.iter().any(|sign| line.contains(sign))
                });
                if let Some(line) = line {
                    return Some(format!("{}:{}", path.display(), line + 1));
                }
            }
        }
    }
    None
}

#[test]
fn no_dependency_is_there_that_could_open_an_internet_socket_for_no_known_reason() {
    let crates = dependencies();
    assert!(crates.len() > 100, "the test sees the dependencies: {}", crates.len());
    for name in NEVER {
        assert!(!crates.contains_key(*name), "{name} is for the internet");
    }
    let able: BTreeMap<&str, String> = crates
        .iter()
        .filter(|(name, _)| *name != "touchline")
        .filter_map(|(name, folder)| Some((name.as_str(), sign(&folder.join("src"))?)))
        .collect();
    println!("{} crates are linked in; {} of them know internet sockets", crates.len(), able.len());
    let allowed: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    let strange: Vec<_> = able.iter().filter(|(name, _)| !allowed.contains(*name)).collect();
    assert!(strange.is_empty(), "say in ALLOWED why these are no way in: {strange:#?}");
    let superfluous: Vec<_> = allowed.iter().filter(|name| !able.contains_key(**name)).collect();
    println!("allowed, but not here on this system: {superfluous:?}");
    // Ours has none at all, in its programs and its library.
    assert_eq!(sign(Path::new("src")), None);
}

/// Texts that other programs take for markup, formulas, commands or paths.
const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"file:///etc/passwd\")",
    "+1+cmd|' /C calc'!A0",
    "<img src=\"file:///etc/passwd\" onerror=alert(1)>",
    "</script><svg onload=alert(1)>",
    "\u{1b}]0;title\u{7}\u{1b}[2J",
    "\u{202e}cod.exe",
    "\"},{\"title\":\"more\"",
    "\\\\server\\share\\x",
    "../../../etc/passwd",
    "$(touch /tmp/x) `touch /tmp/x`; %n%s {0}",
];

/// A project with such texts in every field, one touchpoint for each.
fn hostile(all: &[&str]) -> Project {
    let mut ids = IdSource::seeded(7);
    let mut texts = all.iter().cycle().map(|text| (*text).to_owned());
    let mut text = || texts.next().unwrap_or_default();
    let mut map = JourneyMap::new(ids.next(), text());
    map.notes = text();
    let mut stage = Stage::new(ids.next(), text(), None);
    stage.steps = vec![Step::new(ids.next(), text())];
    map.lanes = vec![Lane::new(ids.next(), text(), Role::default())];
    let cell = Cell { step: stage.steps[0].id, lane: map.lanes[0].id };
    map.stages.push(stage);
    for (code, title) in (1..).zip(all) {
        let place = map.place_at_end(Some(cell));
        let mut card = Touchpoint::new(ids.next(), Code(code), *title, place);
        (card.channel, card.owner, card.notes) = (text(), text(), text());
        map.touchpoints.push(Arc::new(card));
    }
    for ends in map.touchpoints.windows(2) {
        let link = Link::new(ids.next(), ends[0].id, ends[1].id);
        map.links.push(Arc::new(Link { label: text(), ..link }));
    }
    let personas = vec![Persona { notes: text(), ..Persona::new(ids.next(), text()) }];
    map.persona = Some(personas[0].id);
    let next_code = Code(u32::try_from(all.len()).unwrap() + 1);
    let maps = vec![Arc::new(map)];
    Project { title: text(), notes: text(), personas, maps, next_code, ..Project::default() }
}

#[test]
fn text_of_a_project_stays_text_in_whatever_is_made_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.ron");
    let picture = folder.path().join("hostile.png");
    let run = |arguments: &[&OsStr]| {
        let done = Command::new(env!("CARGO_BIN_EXE_touchline"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    file::save(&hostile(HOSTILE), &path).unwrap();
    let json = run(&["info".as_ref(), path.as_ref(), "--json".as_ref()]);
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    let cards = read["maps"][0]["touchpoints"].as_array().unwrap();
    let titles: Vec<_> = cards.iter().map(|card| card["title"].as_str().unwrap()).collect();
    assert_eq!(titles, HOSTILE);
    assert!(!json.contains('\u{1b}'), "{json}");
    let shown = run(&["info".as_ref(), path.as_ref()]);
    let commands = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(commands), "{shown:?}");
    run(&["export".as_ref(), path.as_ref(), "-o".as_ref(), picture.as_ref()]);
    // A picture is pixels: no chunk of it holds a text of the project.
    assert_eq!(chunks(&fs::read(&picture).unwrap()), ["IHDR", "pHYs", "IDAT", "IEND"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else was made");
}

/// Where the child of a test looks.
const PATH: &str = "TOUCHLINE_TEST_PATH";

#[test]
fn no_path_in_a_project_is_followed() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("paths in a project: not tested, there is no strace here");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (inside, outside) = (folder.path().join("inside"), folder.path().join("outside-of-it"));
    fs::create_dir(&inside).unwrap();
    fs::create_dir(&outside).unwrap();
    let secret = outside.join("secret.ron");
    fs::write(&secret, "secret").unwrap();
    let path = inside.join("map.ron");
    let secret = secret.to_str().unwrap();
    let texts = [secret, "../outside-of-it/secret.ron", &format!("file://{secret}")];
    file::save(&hostile(&texts), &path).unwrap();
    let touchline = env!("CARGO_BIN_EXE_touchline").to_owned();
    let (map, png) = (path.to_str().unwrap(), inside.join("map.png"));
    let this = env::current_exe().unwrap();
    let child = ["opens_lays_out_and_saves", "--exact", "--ignored"];
    let look_there = ["-c", "cat ../outside-of-it/secret.ron"];
    // The last is the control: it does follow one.
    let runs: [(&str, Vec<&str>); 5] = [
        (&touchline, vec!["check", map]),
        (&touchline, vec!["info", map]),
        (&touchline, vec!["export", map, "-o", png.to_str().unwrap()]),
        (this.to_str().unwrap(), child.to_vec()),
        ("sh", look_there.to_vec()),
    ];
    for (program, arguments) in runs {
        let log = folder.path().join("log");
        let traced = Command::new("strace")
            .args(["-f", "-s", "4096", "-e", "trace=%file", "-o"])
            .args([log.as_os_str(), program.as_ref()])
            .args(&arguments)
            .current_dir(&inside)
            .env(PATH, map)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&traced.stderr);
        if said.contains("ptrace") {
            println!("paths in a project: not tested, nothing may be traced here");
            return;
        }
        assert!(traced.status.success(), "{arguments:?}: {said}");
        let calls = fs::read_to_string(log).unwrap();
        assert!(calls.contains(map) || program == "sh", "the trace sees what is opened");
        // The command that runs a program names its arguments: none of these is one.
        let followed: Vec<_> = calls.lines().filter(|it| it.contains("outside-of-it")).collect();
        assert_eq!(!followed.is_empty(), program == "sh", "{arguments:?}: {followed:#?}");
    }
    println!(
        "paths in a project: of 3 in each of its fields, none is followed; the control is seen"
    );
}

#[test]
#[ignore = "the child of another test"]
fn opens_lays_out_and_saves() {
    let Some(path) = env::var_os(PATH) else { return };
    let path = Path::new(&path);
    let opened = file::open(path).unwrap();
    let fonts = touchline::font::Fonts::bundled();
    let text = touchline::text::Language::En.load();
    for map in &opened.project.maps {
        let mut cache = touchline::layout::Cache::default();
        assert!(!touchline::layout::layout(map, &fonts, &text, &mut cache).blocks.is_empty());
    }
    let data = Some(path.with_file_name("data"));
    let files = file::Files::on(Arc::new(file::disk::RealDisk), data);
    let changed = Project { title: String::new(), ..opened.project };
    files.save(&changed, path, file::Basis::Anything).unwrap();
    assert_eq!(files.versions(path).unwrap().len(), 1);
    let salvaged = file::salvage(path).unwrap().project;
    assert_eq!(salvaged.maps.len(), 1);
}

/// The names of a PNG's chunks, each once.
fn chunks(png: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = &png[8..];
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_be_bytes(head[..4].try_into().unwrap()) as usize;
        names.push(String::from_utf8(head[4..].to_vec()).unwrap());
        rest = &after[length + 4..];
    }
    names.dedup();
    names
}

#[test]
fn a_crate_that_opens_sockets_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("a/b");
    fs::create_dir_all(&inner).unwrap();
    fs::write(inner.join("quiet.rs"), "// no TcpStream here\nfn f() {}").unwrap();
    assert_eq!(sign(folder.path()), None);
    fs::write(inner.join("loud.rs"), "use std::net::{\n    TcpStream,\n};").unwrap();
    assert!(sign(folder.path()).unwrap().ends_with("loud.rs:2"));
}
