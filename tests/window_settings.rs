//! Settings, the desktop's wishes, what the help menu tells: in the window, with real input.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod support;

use egui::{Key, Modifiers, Role, Theme};
use std::fs;
use support::Window;
use touchline::{
    app::{
        Host,
        desktop::{Desktop, Wishes},
        job::Worker,
    },
    catalog::{self, Template},
    model::IdSource,
    settings::{INTERFACE_SCALES, MotionChoice, Settings, SettingsFile, ThemeChoice},
    text::Language,
    theme,
};

#[test]
fn settings_are_in_force_at_once_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("touchline/settings.conf");
    let mut window = Window::with_settings(SettingsFile::at(path.clone()));
    window.press_ctrl(Key::Comma);
    assert!(window.says("Settings"));
    window.click("Dark");
    assert_eq!(window.theme(), Theme::Dark);
    window.click("Larger interface");
    window.click("Larger interface");
    assert!((window.interface_scale() - 1.25).abs() < 1e-3);
    window.click("Off");
    window.press(Key::Escape);
    let (settings, aside) = SettingsFile::at(path).load();
    assert_eq!(aside, None);
    assert_eq!(settings.theme, ThemeChoice::Always(theme::Theme::Dark));
    assert_eq!(settings.interface_scale, 125);
    assert_eq!(settings.motion, MotionChoice::Off);
}

#[test]
fn settings_are_written_beside_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::at(folder.path().join("settings.conf"));
    let settings = file.clone();
    let mut window = Window::with_host(|ctx| Host {
        worker: Worker::Threads(ctx.clone()),
        settings,
        ..Host::alone()
    });
    for _ in 0..INTERFACE_SCALES.len() {
        window.hold(Modifiers::ALT, Key::Plus);
        window.run_a_frame();
    }
    let is_written = || file.load().0.interface_scale == 200;
    for _ in 0..1_000 {
        if is_written() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
        window.run_a_frame();
    }
    panic!("the last size is not remembered");
}

#[test]
fn keys_change_the_size_of_the_interface_within_its_bounds() {
    let mut window = Window::start();
    for _ in 0..INTERFACE_SCALES.len() {
        window.press_with(Modifiers::ALT, Key::Plus);
    }
    assert!((window.interface_scale() - 2.0).abs() < 1e-3);
    window.press_with(Modifiers::ALT, Key::Num0);
    assert!((window.interface_scale() - 1.0).abs() < 1e-3);
    for _ in 0..INTERFACE_SCALES.len() {
        window.press_with(Modifiers::ALT, Key::Minus);
    }
    assert!((window.interface_scale() - 0.8).abs() < 1e-3);
}

#[test]
fn the_theme_follows_the_system_until_one_is_chosen() {
    let mut window = Window::start();
    window.choose("View", "Theme of the system");
    window.system_theme(None);
    assert_eq!(window.theme(), Theme::Light, "nothing is said");
    window.system_theme(Some(Theme::Dark));
    assert_eq!(window.theme(), Theme::Dark);
    window.system_theme(Some(Theme::Light));
    assert_eq!(window.theme(), Theme::Light);
    window.choose("View", "Dark theme");
    assert_eq!(window.theme(), Theme::Dark);
    window.choose("View", "Theme of the system");
    assert_eq!(window.theme(), Theme::Light);
}

#[test]
fn where_only_the_desktop_knows_the_theme_the_window_follows_it() {
    let wishes = Wishes { theme: Some(theme::Theme::Dark), less_motion: false };
    let mut window =
        Window::with_host(move |_| Host { desktop: Desktop::of(wishes), ..Host::alone() });
    window.choose("View", "Theme of the system");
    window.system_theme(None);
    assert_eq!(window.theme(), Theme::Dark);
}

/// Whatever became of the settings file: the window opens, with values in their bounds, and what was
/// not understood is beside it.
#[test]
fn no_settings_file_stops_the_start() {
    let whole = Settings {
        theme: ThemeChoice::Always(theme::Theme::Dark),
        interface_scale: 110,
        window: Some((1600.0, 900.0)),
        ..Settings::default()
    };
    let whole = whole.to_text() + "recent = 1790000000 /tmp/карта.ron\n";
    let mut random = fastrand::Rng::with_seed(7);
    let mut set_aside = 0;
    for round in 0..50 {
        let mut bytes = whole.clone().into_bytes();
        for _ in 0..=random.usize(..6) {
            let at = random.usize(..bytes.len());
            match random.u8(..4) {
                0 => bytes[at] = random.u8(..),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, b"0123456789-.=\n \0"[random.usize(..16)]),
                _ => drop(bytes.remove(at.min(bytes.len() - 1))),
            }
            if bytes.is_empty() {
                bytes.push(b'=');
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.conf");
        fs::write(&path, &bytes).unwrap();
        let file = SettingsFile::at(path.clone());
        let mut window = Window::with_settings(file.clone());
        window.run();
        assert!(window.has(Role::Button, "File"), "round {round}");
        let scale = window.interface_scale();
        assert!((0.8..=2.0).contains(&scale), "round {round}: {scale}");
        let aside = folder.path().join("settings.conf.broken");
        if aside.exists() {
            set_aside += 1;
            assert_eq!(fs::read(&aside).unwrap(), bytes, "round {round}");
            assert!(window.says("set aside as settings.conf.broken"), "round {round}");
        }
    }
    assert!(set_aside > 10, "only {set_aside} were found broken");
}

#[test]
fn the_help_menu_tells_version_licences_and_folders() {
    let mut window = Window::with_settings(SettingsFile::at("/nowhere/touchline/settings".into()));
    window.choose("Help", "About Touchline");
    assert!(window.says(env!("CARGO_PKG_VERSION")));
    assert!(window.says("SIL OPEN FONT LICENSE Version 1.1"));
    window.click("Lucide icons, ISC and MIT licences");
    assert!(!window.says("SIL OPEN FONT LICENSE Version 1.1"));
    assert!(window.says("portions of Lucide are held by Cole Bemis"));
    window.press(Key::Escape);
    window.choose("Help", "Where files are kept…");
    assert!(window.says("/nowhere/touchline"));
    window.click("Copy path: Settings");
}

/// A card that goes elsewhere by a key slides there, for less than a fifth of a second, and then
/// the window rests. Nothing slides where that is not wanted, nor what was dragged.
#[test]
fn cards_slide_to_their_places_unless_less_motion_is_wanted() {
    let sample = |desktop: Desktop| {
        let mut window = Window::with_host(move |_| Host { desktop, ..Host::alone() });
        let mut ids = IdSource::seeded(1);
        let project = catalog::new_project(Template::Sample, Language::En, &mut ids);
        window.app(|app| app.show_project(project));
        window.run();
        window.press(Key::Home);
        window
    };
    let frames = |window: &mut Window| {
        window.hold(Modifiers::ALT, Key::ArrowDown);
        window.frames_until_rest()
    };
    let sliding = frames(&mut sample(Desktop::default()));
    assert!((8..=14).contains(&sliding), "0.16 s at 60 Hz: {sliding} frames");
    let calm = Wishes { theme: None, less_motion: true };
    let still = frames(&mut sample(Desktop::of(calm)));
    assert!(still < 6, "{still} frames");
}

/// Without a Chinese face there are boxes; that is said once, in words that can be read.
#[test]
fn a_missing_chinese_face_is_said_once_and_only_where_it_is_needed() {
    let mut window = Window::with_host(|_| Host { find_face: Some(|| None), ..Host::alone() });
    window.run();
    let missing = "no font with simplified Chinese";
    assert!(!window.says(missing), "there is nothing Chinese to draw");
    window.press_ctrl(Key::Comma);
    window.click("简体中文");
    window.press(Key::Escape);
    assert!(window.says(missing));
    window.click("Close the notice");
    assert!(!window.says(missing));
    window.run();
    assert!(!window.says(missing), "once is enough");
}
