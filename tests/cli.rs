//! The command line, as a person or a script meets it: the real program, with no display.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::{
    ffi::OsStr,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;
use touchline::file;

/// A folder of its own, in which the program is run.
struct Folder {
    work: TempDir,
    /// Where the program keeps what is its own: the system's data folder.
    data: TempDir,
}

impl Folder {
    fn new() -> Self {
        Self { work: tempfile::tempdir().unwrap(), data: tempfile::tempdir().unwrap() }
    }

    /// With a map of seven cards as `sample.ron`.
    fn with_sample() -> Self {
        let folder = Self::new();
        folder.write("sample.ron", include_bytes!("fixtures/sample.ron"));
        folder
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.work.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    /// Names of everything in it, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.work.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        command.args(arguments).current_dir(self.work.path()).stdin(Stdio::null());
        command.env("XDG_DATA_HOME", self.data.path());
        command.env("LC_ALL", "C").env("LANGUAGE", "en");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command
    }

    fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ended {
        Ended(self.command(arguments).output().unwrap())
    }
}

/// What a run gave.
struct Ended(Output);

impl Ended {
    /// With this exit code, and never with a panic.
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        let (out, err) = (self.out(), self.err());
        assert!(!err.contains("panicked"), "{err}");
        assert_eq!(self.0.status.code(), Some(code), "output: {out}\nerrors: {err}");
        self
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        let all = self.out() + &self.err();
        assert!(all.contains(words), "“{words}” is not in: {all}");
        self
    }

    fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }
}

#[test]
fn help_and_version_are_everywhere() {
    let folder = Folder::new();
    let all = folder.run(&["--help"]).ends(0);
    for command in ["new", "check", "info", "export", "review-due"] {
        assert!(all.out().contains(command), "{command}");
        assert!(folder.run(&[command, "--help"]).ends(0).out().contains("Usage: touchline"));
        folder.run(&[command, "--version"]).ends(0).says(env!("CARGO_PKG_VERSION"));
    }
    folder.run(&["--version"]).ends(0).says(env!("CARGO_PKG_VERSION"));
}

#[test]
fn wrong_arguments_end_with_two() {
    let folder = Folder::new();
    for arguments in [
        &["new"][..],
        &["check"],
        &["info"],
        &["review-due"],
        &["export", "map.ron"],
        &["export", "map.ron", "-o", "map.png", "--scale", "large"],
        &["export", "map.ron", "-o", "map.png", "--theme", "sepia"],
        &["new", "--template", "nonsense", "map.ron"],
        &["--nonsense"],
    ] {
        folder.run(arguments).ends(2);
    }
    assert!(folder.names().is_empty());
}

#[test]
fn a_new_project_is_fine_and_like_no_other() {
    let folder = Folder::new();
    for template in ["blank", "retail", "twenty", "blueprint", "sample"] {
        let [a, b] = ["a", "b"].map(|name| format!("{template}-{name}.ron"));
        for name in [&a, &b] {
            folder.run(&["new", "--template", template, name]).ends(0);
            folder.run(&["check", name]).ends(0);
        }
        assert_ne!(folder.read(&a), folder.read(&b), "ids are random");
    }
    folder.run(&["new", "map.ron"]).ends(0);
    folder.run(&["info", "map.ron"]).ends(0);
}

#[test]
fn a_new_project_speaks_the_language_that_was_asked_for() {
    let folder = Folder::new();
    for (language, title) in
        [("en", "Retail shop"), ("ru", "Розничный магазин"), ("zh", "零售门店")]
    {
        let name = format!("{language}.ron");
        folder.run(&["new", "--template", "retail", "--lang", language, &name]).ends(0);
        folder.run(&["info", &name]).ends(0).says(title);
        folder.run(&["check", &name]).ends(0);
    }
    folder.run(&["new", "--lang", "la", "latin.ron"]).ends(2);
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = Folder::with_sample();
    let before = folder.read("sample.ron");
    folder.run(&["new", "sample.ron"]).ends(2).says("--force").says("sample.ron");
    assert_eq!(folder.read("sample.ron"), before);
    folder.run(&["new", "--force", "sample.ron"]).ends(0);
    assert_ne!(folder.read("sample.ron"), before);

    let folder = Folder::with_sample();
    folder.write("map.png", "precious");
    let export = ["export", "sample.ron", "-o", "map.png"];
    folder.run(&export).ends(2).says("--force").says("map.png");
    assert_eq!(folder.read("map.png"), "precious");
    folder.run(&[&export[..], &["--force"]].concat()).ends(0);
    assert!(decoded(&folder.path("map.png")).0 > 100);
}

#[test]
fn the_project_is_never_the_picture() {
    let folder = Folder::with_sample();
    fs::create_dir(folder.path("in")).unwrap();
    let before = folder.read("sample.ron");
    for output in ["sample.ron", "./sample.ron", "in/../sample.ron"] {
        folder.run(&["export", "sample.ron", "-o", output, "--force"]).ends(2).says("another name");
    }
    assert_eq!(folder.read("sample.ron"), before);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let folder = Folder::with_sample();
    folder.write("file", "");
    for output in ["missing/map.png", "file/map.png", "/dev/full/map.png", "."] {
        folder.run(&["export", "sample.ron", "-o", output]).ends(2);
    }
    folder.run(&["export", "sample.ron", "-o", ".", "--force"]).ends(2);
    folder.run(&["export", "sample.ron", "-o", "/dev/full", "--force"]).ends(2);
    folder.run(&["new", "missing/map.ron"]).ends(2).says("missing");
    assert_eq!(folder.names(), ["file", "sample.ron"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_picture_that_is_cut_short_is_not_there() {
    // A limit on file sizes is a full disk that also stops root.
    let folder = Folder::with_sample();
    let program = env!("CARGO_BIN_EXE_touchline");
    let script = format!("ulimit -f 8; trap '' XFSZ; '{program}' export sample.ron -o map.png");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(folder.work.path());
    let ended = Ended(shell.output().unwrap()).ends(2);
    assert!(ended.err().contains("map.png"), "{}", ended.err());
    assert_eq!(folder.names(), ["sample.ron"]);
}

#[test]
fn check_names_line_and_column() {
    let folder = Folder::with_sample();
    let sample = folder.read("sample.ron");
    let (at, line) =
        sample.lines().enumerate().find(|(_, line)| line.contains("touchpoints:")).unwrap();
    let broken = sample.replacen(line, &line.replace("touchpoints:", "touchpints:"), 1);
    folder.write("broken.ron", broken);
    folder.write("cut.ron", &sample[..sample.len() / 2]);
    let said = folder.run(&["check", "sample.ron", "broken.ron", "cut.ron"]).ends(1).out();
    let lines: Vec<&str> = said.lines().collect();
    let place = |name: &str| {
        let line = lines.iter().find(|line| line.starts_with(name)).unwrap();
        let mut parts = line[name.len()..].splitn(4, ':').skip(1);
        let mut number = || parts.next().unwrap().parse::<usize>().unwrap();
        (number(), number())
    };
    let (line, column) = place("broken.ron");
    assert_eq!(line, at + 1, "{said}");
    assert!(column > 1, "{said}");
    place("cut.ron");
    assert!(!said.contains("sample.ron"), "{said}");
}

#[test]
fn check_reports_what_was_changed_by_hand() {
    let folder = Folder::with_sample();
    let changed = folder.read("sample.ron").replacen("Online shop", "Offline shop", 1);
    folder.write("changed.ron", changed);
    folder.run(&["check", "changed.ron"]).ends(1).says("changed.ron: ");
}

#[test]
fn check_goes_on_after_a_file_that_it_cannot_read() {
    let folder = Folder::with_sample();
    folder.write("empty.ron", "");
    let ended = folder.run(&["check", "none.ron", ".", "empty.ron"]).ends(2);
    assert!(ended.out().starts_with("empty.ron: "), "{}", ended.out());
    assert!(ended.err().contains("none.ron"), "{}", ended.err());
}

#[test]
fn check_tells_the_findings_when_asked() {
    let folder = Folder::with_sample();
    let sample = folder.read("sample.ron");
    // Two outcomes of the sample's decision: 70 % and 30 %.
    let changed = sample.replacen("share: 30", "share: 31", 1);
    assert_ne!(changed, sample);
    folder.write("changed.ron", &changed);
    folder.run(&["check", "sample.ron"]).ends(0);
    let told = folder.run(&["check", "--findings", "changed.ron"]).ends(1).out();
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("101")).collect();
    let words = "map “Anna, first purchase”: T3 Unsponsored reviews on our own site: \
                 the shares of its outcomes add up to 101 %";
    assert_eq!(lines, [format!("changed.ron: {words}")], "{told}");
    let russian = folder.run(&["check", "--findings", "--lang", "ru", "changed.ron"]).ends(1);
    assert!(russian.out().contains("доли исходов в сумме дают 101 %"), "{}", russian.out());
    // A kind that the project has switched off is not told.
    let silent = changed.replacen("title:", "silent: [SharesOver100],\n    title:", 1);
    folder.write("silent.ron", silent);
    let told = folder.run(&["check", "--findings", "silent.ron"]).ends(1).out();
    assert!(!told.contains("101"), "{told}");
    folder.run(&["new", "--template", "blank", "blank.ron"]).ends(0);
    let told = folder.run(&["check", "--findings", "blank.ron"]).ends(0).out();
    assert_eq!(told, "", "nothing is asked of a new project");
}

#[test]
fn info_tells_the_tasks() {
    let folder = Folder::new();
    folder.write("method.ron", include_bytes!("fixtures/method.ron"));
    let json = folder.run(&["info", "method.ron", "--json"]).ends(0).out();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let card = &json["maps"][0]["touchpoints"][0];
    assert_eq!((&card["impact"], &card["effort"]), (&5.into(), &1.into()));
    let [first, second] = card["tasks"].as_array().unwrap().as_slice() else {
        panic!("{card}");
    };
    assert_eq!((&first["state"], &first["due"]), (&"doing".into(), &"2026-11-23".into()));
    assert_eq!((&first["owner"], &first["tool"]), (&"Anna".into(), &"Shop \"plus\"".into()));
    assert_eq!((&second["state"], &second["due"]), (&"open".into(), &serde_json::Value::Null));
}

#[test]
fn info_tells_what_a_map_is_for_what_a_card_takes_audits_and_reviews() {
    let folder = Folder::new();
    folder.write("method.ron", include_bytes!("fixtures/method.ron"));
    let json = folder.run(&["info", "method.ron", "--json"]).ends(0).out();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["owner"], "Anna");
    let review = serde_json::json!({
        "rhythm": "weeks", "weeks": 6, "last": "2026-11-23", "next": "2027-01-04"
    });
    assert_eq!(json["review"], review);
    assert_eq!(json["snapshots"], serde_json::json!([{ "name": "Autumn", "date": "2026-11-23" }]));
    let [map, second, ..] = json["maps"].as_array().unwrap().as_slice() else { panic!("{json}") };
    let purpose = ["scenario", "goal", "state", "owner"].map(|key| map[key].as_str().unwrap());
    assert_eq!(purpose, ["Buys a desk chair", "Sit without pain", "to be", "Boris"]);
    assert_eq!(second["state"], serde_json::Value::Null);
    let audits =
        serde_json::json!([{ "date": "2026-11-23", "by": "Anna", "done": true, "judged": 3 }]);
    assert_eq!(map["audits"], audits);
    let card = &map["touchpoints"][0];
    assert_eq!((&card["cost"], &card["cost_band"]), (&"20 a month".into(), &"low".into()));
    assert_eq!((&card["when"], &card["grows"]), (&"next".into(), &true.into()));
    let qualities = &card["qualities"];
    assert_eq!(qualities.as_object().unwrap().len(), 6);
    assert_eq!(
        (&qualities["simple"], &qualities["personal"]),
        (&3.into(), &serde_json::Value::Null)
    );
    let table = folder.run(&["info", "method.ron"]).ends(0).out();
    for words in ["Buys a desk chair", "Sit without pain", "To be", "Next review  4 Jan 2027"] {
        assert!(table.contains(words), "{words}: {table}");
    }
}

#[test]
fn info_counts_the_marks_on_the_map_and_writes_means_as_the_language_does() {
    let folder = Folder::new();
    folder.write("method.ron", include_bytes!("fixtures/method.ron"));
    let table = folder.run(&["info", "method.ron"]).ends(0).out();
    // Two more wait in the inbox.
    assert!(table.contains("1 positive, 1 decision, 1 friction, 0 not yet marked"), "{table}");
    assert!(table.contains("3.0 of 5"), "{table}");
    let mut russian = folder.command(&["info", "method.ron"]);
    let russian = russian.env("LANGUAGE", "ru").env("LC_ALL", "ru_RU.UTF-8").output();
    let russian = Ended(russian.unwrap()).ends(0).out();
    assert!(russian.contains("3,0 из 5"), "{russian}");
}

#[test]
fn info_is_a_table_or_json() {
    let folder = Folder::with_sample();
    let table = folder.run(&["info", "sample.ron"]).ends(0).out();
    for words in ["T1", "positive", "decision", "friction"] {
        assert!(table.contains(words), "{words}: {table}");
    }
    let json = folder.run(&["info", "sample.ron", "--json"]).ends(0).out();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], 1);
    let map = &json["maps"][0];
    let marks = &map["marks"];
    let count = |value: &serde_json::Value| value.as_u64().unwrap();
    let total: u64 = ["positive", "decision", "friction", "unmarked"]
        .iter()
        .map(|mark| count(&marks[*mark]))
        .sum();
    let touchpoints = map["touchpoints"].as_array().unwrap();
    assert_eq!(total, touchpoints.len() as u64);
    assert_eq!(count(&marks["decision"]), 1);
    for touchpoint in touchpoints {
        let touchpoint = touchpoint.as_object().unwrap();
        let keys: Vec<&str> = touchpoint.keys().map(String::as_str).collect();
        let expected = [
            "code",
            "cost",
            "cost_band",
            "effort",
            "grows",
            "impact",
            "inbox",
            "lane",
            "mark",
            "owner",
            "place",
            "qualities",
            "stage",
            "step",
            "tasks",
            "title",
            "when",
        ];
        let mut keys = keys;
        keys.sort_unstable();
        assert_eq!(keys, expected, "nulls are written, ids are not");
    }
    let steps = map["stages"].as_array().unwrap().iter();
    let numbers: Vec<u64> = steps
        .flat_map(|stage| stage["steps"].as_array().unwrap())
        .map(|step| count(&step["number"]))
        .collect();
    assert_eq!(numbers, (1..=6).collect::<Vec<_>>());
    assert!(!map["lanes"].as_array().unwrap().is_empty());
    let numbers = &map["numbers"];
    assert_eq!(numbers["marks"]["decision"], 1);
    assert_eq!(
        numbers["stages"].as_array().unwrap().len(),
        map["stages"].as_array().unwrap().len()
    );
    assert!(numbers["qualities"].as_object().unwrap().contains_key("simple"));
    assert!(numbers["tasks"]["overdue"].is_u64());
    let percent = numbers["friction_percent"].as_u64().unwrap();
    assert!(table.contains(&format!("{percent} % of what is marked")), "{table}");
    assert_eq!(map["links"][0]["is_loop"], false);
}

#[test]
fn a_project_cannot_command_the_terminal() {
    let folder = Folder::with_sample();
    let evil = folder.read("sample.ron").replacen("Online shop", "\\u{1b}[2J\\u{9b}31m", 1);
    folder.write("evil.ron", evil);
    for arguments in [&["info", "evil.ron"][..], &["info", "--json", "evil.ron"]] {
        let said = folder.run(arguments).ends(0).out();
        assert!(!said.contains(['\u{1b}', '\u{9b}']), "{said:?}");
    }
    let json = folder.run(&["info", "--json", "evil.ron"]).out();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["title"], "\u{1b}[2J\u{9b}31m");
    folder.run(&["check", "\u{1b}[2J.ron"]).ends(2).says("\u{FFFD}[2J.ron");
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let folder = Folder::with_sample();
    for arguments in [&["info", "sample.ron"][..], &["info", "--json", "sample.ron"], &["--help"]] {
        let mut child = folder
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{said}");
        assert_eq!(said, "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let folder = Folder::with_sample();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = folder.command(&["info", "sample.ron"]).stdout(full).output().unwrap();
    Ended(output).ends(2).says("could not write");
}

#[test]
fn a_picture_has_the_size_that_was_asked_for() {
    let folder = Folder::with_sample();
    let export = |name: &str, options: &[&str]| {
        folder.run(&[&["export", "sample.ron", "-o", name], options].concat()).ends(0);
        decoded(&folder.path(name))
    };
    let (width, height, light) = export("two.png", &[]);
    let (one_width, one_height, _) = export("one.png", &["--scale", "1"]);
    assert!(width.abs_diff(one_width * 2) <= 1 && height.abs_diff(one_height * 2) <= 1);
    let (dark_width, dark_height, dark) = export("dark.png", &["--theme", "dark"]);
    assert_eq!((width, height), (dark_width, dark_height));
    let mean = |rgb: &[u8]| rgb.iter().map(|&v| u64::from(v)).sum::<u64>() / rgb.len() as u64;
    assert!(mean(&light) > 200 && mean(&dark) < 80, "{} {}", mean(&light), mean(&dark));
    let again = export("again.png", &[]).2;
    assert!(light == again);
}

#[test]
fn sizes_that_make_no_sense_are_refused() {
    let folder = Folder::with_sample();
    for scale in ["0", "-1", "nan", "inf", "1e9", "17"] {
        let ended = folder.run(&["export", "sample.ron", "-o", "map.png", "--scale", scale]);
        ended.ends(2).says("scale");
    }
    assert_eq!(folder.names(), ["sample.ron"]);
}

#[test]
fn several_maps_need_a_choice() {
    let folder = Folder::new();
    folder.write("maps.ron", two_maps());
    folder.run(&["check", "maps.ron"]).says("maps.ron");
    let export = |options: &[&str]| {
        folder.run(&[&["export", "maps.ron", "-o", "map.png", "--force"], options].concat())
    };
    export(&[]).ends(2).says("--map").says("1  Anna").says("2  Борис");
    for map in ["Anna", "1", "Борис", "2"] {
        export(&["--map", map]).ends(0);
    }
    for map in ["0", "3", "anna ", ""] {
        export(&["--map", map]).ends(2).says("1  Anna").says("2  Борис");
    }
}

#[test]
fn a_character_that_no_font_has_is_a_warning() {
    let folder = Folder::with_sample();
    let strange = folder.read("sample.ron").replacen("Online shop", "Shop \u{10FFFD}", 1);
    folder.write("strange.ron", strange);
    let ended = folder.run(&["export", "strange.ron", "-o", "map.png"]).ends(0);
    assert!(ended.err().contains('\u{10FFFD}'), "{}", ended.err());
    let ended = folder.run(&["export", "sample.ron", "-o", "sample.png"]).ends(0);
    assert_eq!(ended.err(), "");
}

/// A project of two maps, written by hand.
fn two_maps() -> String {
    let folder = Folder::new();
    folder.run(&["new", "blank.ron"]).ends(0);
    let blank = folder.read("blank.ron");
    let json = folder.run(&["info", "--json", "blank.ron"]).out();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["maps"].as_array().unwrap().len(), 1);
    let start = blank.find("maps: [").unwrap() + "maps: [".len();
    let end = blank.rfind(']').unwrap();
    let map = &blank[start..end];
    let titled = |title: &str| {
        let at = map.find("title: \"").unwrap() + "title: \"".len();
        let length = map[at..].find('"').unwrap();
        format!("{}{title}{}", &map[..at], &map[at + length..])
    };
    format!("{}{}{}{}", &blank[..start], titled("Anna"), titled("Борис"), &blank[end..])
}

#[cfg(unix)]
#[test]
fn any_path_will_do() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    for name in [&b"\xff\xfe map.ron"[..], "карта 旅程.ron".as_bytes(), b"new", b"-.ron"] {
        let name = OsStr::from_bytes(&[b"./", name].concat()).to_owned();
        let picture = OsStr::from_bytes(&[name.as_bytes(), b".png"].concat()).to_owned();
        let run = |arguments: &[&OsStr]| folder.run(arguments).ends(0);
        run(&["new".as_ref(), &name]);
        run(&["check".as_ref(), &name]);
        run(&["info".as_ref(), &name]);
        run(&["export".as_ref(), &name, "-o".as_ref(), &picture]);
        assert!(decoded(&folder.path(&picture)).0 > 100);
    }
}

/// Width, height and pixels of a PNG.
fn decoded(path: &Path) -> (u32, u32, Vec<u8>) {
    let file = std::io::BufReader::new(fs::File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, rgb)
}

#[test]
fn messages_are_in_the_language_of_the_system() {
    let folder = Folder::new();
    folder.write("broken.ron", "(\n  titel: \"x\")");
    for (locale, missing, broken) in [
        ("ru_RU.UTF-8", "такого файла нет", "broken.ron:2:3: поля «titel» здесь не бывает"),
        ("zh_CN.UTF-8", "没有这个文件", "broken.ron:2:3: 此处没有字段“titel”"),
        ("de_DE.UTF-8", "there is no such file", "broken.ron:2:3: there is no field “titel”"),
    ] {
        let run = |arguments: &[&str]| {
            let mut command = folder.command(arguments);
            Ended(command.env("LC_ALL", locale).env_remove("LANGUAGE").output().unwrap())
        };
        run(&["info", "none.ron"]).ends(2).says(missing);
        run(&["check", "broken.ron"]).ends(1).says(broken);
    }
}

#[test]
fn a_picture_has_its_own_words_in_the_language_that_was_asked_for() {
    let folder = Folder::with_sample();
    let painted = |name: &str, language: &[&str]| {
        let arguments = [&["export", "sample.ron", "-o", name][..], language].concat();
        folder.run(&arguments).ends(0);
        decoded(&folder.path(name))
    };
    let english = painted("en.png", &[]);
    assert_eq!(painted("en-too.png", &["--lang", "en"]), english);
    assert_ne!(painted("ru.png", &["--lang", "ru"]).2, english.2);
    folder.run(&["export", "sample.ron", "-o", "x.png", "--lang", "tlh"]).ends(2);
}

#[test]
fn what_is_due_for_a_review_is_said_and_what_cannot_be_read_does_not_hide_it() {
    let folder = Folder::with_sample();
    let with_next = |name: &str, day: &str| {
        let mut project = file::open(&folder.path("sample.ron")).unwrap().project;
        project.owner = "Anna".into();
        project.review.next = Some(day.parse().unwrap());
        folder.write(name, file::write(&project));
    };
    with_next("late.ron", "2001-02-03");
    with_next("far.ron", "9999-01-01");
    folder.run(&["review-due", "far.ron"]).ends(0);
    let late = folder.run(&["review-due", "late.ron", "far.ron"]).ends(1);
    let late = late.says("3 Feb 2001").says("Anna").says("late.ron");
    assert!(!late.out().contains("far.ron"));
    folder.write("broken.ron", "nothing of the kind");
    let all = folder.run(&["review-due", "broken.ron", "missing.ron", "late.ron"]).ends(2);
    assert!(all.out().contains("late.ron"));
    assert!(all.err().contains("broken.ron") && all.err().contains("missing.ron"));
    let mut russian = folder.command(&["review-due", "late.ron"]);
    let russian =
        Ended(russian.env("LANGUAGE", "ru").env("LC_ALL", "ru_RU.UTF-8").output().unwrap());
    russian.ends(1).says("3 февраля 2001").says("Просрочено");
}
