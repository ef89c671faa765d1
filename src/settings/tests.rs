//! What is written is read back, and what makes no sense harms nothing else.

use super::*;

#[test]
fn what_is_written_is_read_back() {
    let mut settings = Settings {
        theme: ThemeChoice::Always(Theme::Dark),
        language: Some(Language::Ru),
        knows_marks: true,
        knows_maps: true,
        shows_mean: true,
        interface_scale: 140,
        motion: MotionChoice::Off,
        library: PanelSetting { is_open: false, width: 200.5 },
        left: LeftView::Outline,
        window: Some((1600.0, 900.0)),
        renderer: Some(Renderer::Glow),
        ..Settings::default()
    };
    for at in 0..RECENT + 3 {
        let path = PathBuf::from(format!("/tmp/карта {at} = 图.ron"));
        settings.remember(&path, UNIX_EPOCH + Duration::from_secs(at as u64));
    }
    for name in ["Undo", "Save", "Undo"] {
        settings.remember_command(name.to_owned());
    }
    assert_eq!(settings.commands, ["Undo", "Save"]);
    assert_eq!(settings.recent.len(), RECENT);
    assert_eq!(Settings::parse(&settings.to_text()), Ok(settings));
}

#[test]
fn remembering_again_moves_to_the_head() {
    let mut settings = Settings::default();
    for path in ["a", "b", "a"] {
        settings.remember(Path::new(path), UNIX_EPOCH);
    }
    let paths: Vec<_> = settings.recent.iter().map(|recent| recent.path.clone()).collect();
    assert_eq!(paths, [PathBuf::from("a"), PathBuf::from("b")]);
}

#[test]
fn lines_that_make_no_sense_are_found() {
    for (text, expected) in [
        ("", Ok(())),
        ("later = thing", Ok(())),
        ("theme = dark\n\nwindow = 1 2", Ok(())),
        ("language = zh", Ok(())),
        ("theme = pink", Err(1)),
        ("language = tlh", Err(1)),
        ("interface = 79", Err(1)),
        ("interface = large", Err(1)),
        ("motion = some", Err(1)),
        ("recent = 1 /tmp/\u{FFFD}", Err(1)),
        ("theme = dark\nnonsense", Err(2)),
        ("library = open wide", Err(1)),
        ("library = ajar 12", Err(1)),
        ("left = right", Err(1)),
        ("window = NaN 12", Err(1)),
        ("window = 12", Err(1)),
        ("export = 0 light", Err(1)),
        ("renderer = pencil", Err(1)),
        ("recent = soon /tmp/x", Err(1)),
    ] {
        let found = Settings::parse(text).map(|_| ()).map_err(|error| error.line);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_makes_sense_is_kept_beside_what_does_not() {
    let text = "theme = pink\ninterface = 125\nlibrary = ajar\nrecent = 1 /tmp/x";
    let rest = Settings::parse(text).map_err(|error| *error.rest);
    let expected = Settings {
        interface_scale: 125,
        recent: vec![Recent { path: "/tmp/x".into(), seconds: 1 }],
        ..Settings::default()
    };
    assert_eq!(rest, Err(expected));
}

#[test]
fn the_interface_has_a_largest_and_a_smallest_size() {
    for (now, larger, smaller) in [
        (100, Some(110), Some(90)),
        (105, Some(110), Some(100)),
        (80, Some(90), None),
        (200, None, Some(180)),
    ] {
        let settings = Settings { interface_scale: now, ..Settings::default() };
        assert_eq!(settings.next_scale(true), larger, "{now}");
        assert_eq!(settings.next_scale(false), smaller, "{now}");
    }
}

#[test]
fn a_path_of_two_lines_is_not_written() {
    let mut settings = Settings::default();
    settings.remember(Path::new("a\ntheme = dark"), UNIX_EPOCH);
    assert_eq!(Settings::parse(&settings.to_text()), Ok(Settings::default()));
}

#[test]
fn settings_that_cannot_be_read_are_set_aside() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("settings.conf");
    let file = SettingsFile::at(path.clone());
    assert_eq!(file.load(), (Settings::default(), None));
    std::fs::write(&path, [0xff, 0xfe])?;
    let (settings, aside) = file.load();
    assert_eq!(settings, Settings::default());
    assert!(aside.is_some_and(|aside| aside.is_file()));
    assert_eq!(file.load(), (Settings::default(), None));
    Ok(())
}
