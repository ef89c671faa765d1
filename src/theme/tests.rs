//! Contrast of the tokens, as WCAG 2 has it: text 4.5 : 1, marks and outlines 3 : 1, in both themes,
//! and the marks also as red-green blind people see them.

use super::*;

/// Linear light of red, green and blue.
type Light = [f64; 3];

/// Simulated sight at full severity: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (2009), table 1, on linear light.
const SIGHTS: [(&str, [Light; 3]); 3] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
];

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];
const SOFT: [Tone; 3] = [Tone::PositiveSoft, Tone::DecisionSoft, Tone::FrictionSoft];
const MARKS: [Tone; 3] = [Tone::Positive, Tone::Decision, Tone::Friction];
/// What the map and the panels lie on.
const GROUNDS: [Tone; 5] = [Tone::Canvas, Tone::Panel, Tone::Header, Tone::Band, Tone::Card];

fn light(color: Color) -> Light {
    [0, 1, 2].map(|channel| {
        let value = f64::from(color.0[channel]) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[Light; 3], [a, b, c]: Light) -> Light {
    matrix.map(|row| row[0] * a + row[1] * b + row[2] * c)
}

fn seen(color: Color, sight: &[Light; 3]) -> Light {
    times(sight, light(color)).map(|value| value.clamp(0.0, 1.0))
}

/// Contrast of WCAG 2.
fn contrast(a: Light, b: Light) -> f64 {
    let luminance = |[r, g, b]: Light| 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How different two colours look: the distance in Oklab (Ottosson 2020). About 0.02 is just seen.
fn difference(a: Light, b: Light) -> f64 {
    const TO_CONES: [Light; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const TO_LAB: [Light; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    let lab = |light| times(&TO_LAB, times(&TO_CONES, light).map(f64::cbrt));
    let (a, b) = (lab(a), lab(b));
    (0..3).map(|at| (a[at] - b[at]).powi(2)).sum::<f64>().sqrt()
}

/// One colour over another.
fn over(front: Color, opacity: f32, back: Color) -> Color {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mean of bytes")]
    let mix = |at: usize| {
        let (front, back) = (f32::from(front.0[at]), f32::from(back.0[at]));
        (front * opacity + back * (1.0 - opacity)).round() as u8
    };
    Color([mix(0), mix(1), mix(2), 0xFF])
}

/// Checks every pair in both themes, as seen by these eyes.
fn check(least: f64, sights: &[(&str, [Light; 3])], fronts: &[Tone], backs: &[Tone]) {
    let mut failures = Vec::new();
    for theme in THEMES {
        for (name, sight) in sights {
            for &front in fronts {
                for &back in backs {
                    let seen = |tone| seen(theme.color(tone), sight);
                    let contrast = contrast(seen(front), seen(back));
                    if contrast < least {
                        failures.push(format!(
                            "{theme:?}, {name}: {front:?} on {back:?} {contrast:.2}"
                        ));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "less than {least}:\n{}", failures.join("\n"));
}

#[test]
fn text_can_be_read_on_whatever_is_behind_it() {
    let full = &SIGHTS[..1];
    check(4.5, full, &[Tone::Text, Tone::Secondary], &GROUNDS);
    check(4.5, full, &[Tone::Text, Tone::Secondary], &SOFT);
    check(4.5, full, &[Tone::Text, Tone::Secondary, Tone::Accent], &[Tone::AccentSoft]);
    check(4.5, full, &[Tone::OnAccent], &[Tone::Accent]);
    check(4.5, full, &[Tone::Accent], &[Tone::Panel, Tone::Card, Tone::Canvas]);
    // Messages over the map are the other way round.
    check(4.5, full, &[Tone::Panel], &[Tone::Text]);
    // Words in a mark's tone: the labels of links, and what went wrong.
    check(4.5, full, &MARKS, &[Tone::Card, Tone::Panel]);
}

#[test]
fn what_cannot_be_used_now_can_still_be_made_out() {
    for theme in THEMES {
        let color = |tone| theme.color(tone);
        let words = over(color(Tone::Text), DISABLED_OPACITY, color(Tone::Panel));
        let contrast = contrast(light(words), light(color(Tone::Panel)));
        assert!(contrast >= 3.0, "{theme:?} {contrast:.2}");
    }
}

#[test]
fn marks_can_be_told_from_what_is_behind_them() {
    check(3.0, &SIGHTS, &MARKS, &GROUNDS);
    for (mark, soft) in MARKS.into_iter().zip(SOFT) {
        check(3.0, &SIGHTS, &[mark], &[soft]);
    }
    check(3.0, &SIGHTS, &[Tone::Unmarked], &[Tone::Card, Tone::Canvas, Tone::Band]);
    check(3.0, &SIGHTS, &[Tone::Accent], &SOFT);
    check(3.0, &SIGHTS, &[Tone::Accent], &GROUNDS);
    // The outline of a control.
    check(3.0, &SIGHTS, &[Tone::Quiet], &[Tone::Panel, Tone::Card]);
    for theme in THEMES {
        for at in 0..6 {
            for ground in [Tone::Panel, Tone::Header] {
                let contrast = contrast(light(theme.persona(at)), light(theme.color(ground)));
                assert!(contrast >= 3.0, "{theme:?}: persona {at} on {ground:?} {contrast:.2}");
            }
        }
    }
}

/// No colour alone tells a mark: in red-green blindness the three have nearly one lightness, and
/// the soft fills of positive and friction are one. What tells them there is the shape (circle,
/// diamond, triangle; a letter in print). Colour helps as far as it can.
#[test]
fn marks_differ_from_each_other_for_every_eye() {
    for theme in THEMES {
        for (name, sight) in &SIGHTS {
            for (at, &a) in MARKS.iter().enumerate() {
                for &b in MARKS[at + 1..].iter().chain(&[Tone::Unmarked, Tone::Accent]) {
                    let seen = |tone| seen(theme.color(tone), sight);
                    let difference = difference(seen(a), seen(b));
                    assert!(difference >= 0.05, "{theme:?}, {name}: {a:?}, {b:?} {difference:.3}");
                }
            }
        }
    }
}

#[test]
fn numbers_can_be_read_on_every_heat_and_neighbours_differ() {
    for theme in THEMES {
        let ink = light(theme.color(Tone::Text));
        let heats = [1.0, 2.0, 3.0, 4.0, 5.0].map(|level| theme.heat(level));
        for heat in heats {
            let found = contrast(ink, light(heat));
            assert!(found >= 4.5, "{theme:?} {heat:?}: {found}");
        }
        for pair in heats.windows(2) {
            for (name, sight) in &SIGHTS {
                let found = difference(seen(pair[0], sight), seen(pair[1], sight));
                assert!(found >= 0.02, "{theme:?} {pair:?} {name}: {found}");
            }
        }
    }
}
