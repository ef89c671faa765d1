//! Drawing tokens: every colour, size and space of the drawn map and of the window around it.

/// A colour by its purpose. Scenes carry tones; a [`Palette`] turns them into colours when they
/// are painted, so that light and dark are the same layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tone {
    Canvas,
    Panel,
    Line,
    /// Behind a header.
    Header,
    /// A lane's band, every other lane.
    Band,
    Text,
    Secondary,
    /// Never for what must be read: grips, outlines of controls, the dot of unsaved work.
    Quiet,
    Accent,
    AccentSoft,
    /// Text on the accent.
    OnAccent,
    Positive,
    PositiveSoft,
    Decision,
    DecisionSoft,
    Friction,
    FrictionSoft,
    /// Outline of a card without a mark.
    Unmarked,
    /// Fill of a card without a mark.
    Card,
    /// Behind what floats.
    Shadow,
}

/// A colour: red, green, blue, opacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color(pub [u8; 4]);

/// Which palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

impl Theme {
    /// The colour of a tone in this theme.
    pub const fn color(self, tone: Tone) -> Color {
        let (light, dark) = match tone {
            Tone::Canvas => (0xF6_F7_F9, 0x12_16_1D),
            Tone::Panel => (0xFF_FF_FF, 0x1A_1F_28),
            Tone::Line => (0xE3_E7_ED, 0x2D_34_40),
            Tone::Header => (0xEC_EF_F4, 0x24_2B_36),
            Tone::Band => (0xF1_F3_F6, 0x15_1A_22),
            Tone::Text => (0x1A_23_30, 0xE8_EC_F2),
            Tone::Secondary => (0x56_61_73, 0xA6_B0_C0),
            Tone::Quiet => (0x8A_94_A4, 0x6F_7A_8B),
            Tone::Accent => (0x35_54_D1, 0x8F_A6_FF),
            Tone::AccentSoft => (0xE8_ED_FD, 0x24_2F_57),
            Tone::OnAccent => (0xFF_FF_FF, 0x0F_14_26),
            Tone::Positive => (0x16_7A_4C, 0x57_D4_A4),
            Tone::PositiveSoft => (0xE7_F5_EE, 0x16_30_26),
            Tone::Decision => (0x8A_5A_00, 0xE0_B0_4A),
            Tone::DecisionSoft => (0xFF_F5_DC, 0x35_2B_14),
            Tone::Friction => (0xC8_30_3F, 0xEA_6E_66),
            Tone::FrictionSoft => (0xFD_EC_EB, 0x3D_20_20),
            Tone::Unmarked => (0x7C_86_97, 0x6F_7A_8B),
            Tone::Card => (0xFF_FF_FF, 0x1F_25_2F),
            Tone::Shadow => {
                return Color([
                    0x10,
                    0x18,
                    0x28,
                    match self {
                        Theme::Light => 0x22,
                        Theme::Dark => 0x66,
                    },
                ]);
            }
        };
        let rgb: u32 = match self {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        let [_, r, g, b] = rgb.to_be_bytes();
        Color([r, g, b, 0xFF])
    }
}

impl Theme {
    /// The colour that tells one persona's maps from another's; goes round.
    pub const fn persona(self, at: usize) -> Color {
        let (light, dark) = match at % 6 {
            0 => (0x7A_5A_C8, 0xB0_9A_F0),
            1 => (0x0B_84_A5, 0x5F_BF_DA),
            2 => (0xB0_4A_86, 0xE2_8E_BE),
            3 => (0x5E_7F_1A, 0xA8_C8_62),
            4 => (0xC2_6A_1A, 0xEE_A8_66),
            _ => (0x3F_6F_B5, 0x86_B0_EC),
        };
        let rgb: u32 = match self {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        let [_, r, g, b] = rgb.to_be_bytes();
        Color([r, g, b, 0xFF])
    }
}

impl Theme {
    /// The ground of a rating or a mean from 1 to 5: the weaker, the warmer and the stronger.
    pub fn heat(self, level: f32) -> Color {
        let (light, dark): (u32, u32) = match level {
            ..1.5 => (0xF3_A8_9C, 0x9E_3B_31),
            ..2.5 => (0xF9_CD_B4, 0x70_42_24),
            ..3.5 => (0xFB_E9_BE, 0x42_3C_22),
            ..4.5 => (0xDC_EF_DC, 0x26_46_38),
            _ => (0xB4_E0_CB, 0x17_62_50),
        };
        let rgb = match self {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        let [_, r, g, b] = rgb.to_be_bytes();
        Color([r, g, b, 0xFF])
    }
}

/// How much is left of a card that a filter dims: it can be found, but not read at a glance.
pub const DIMMED: f32 = 0.28;

/// Width of the ring around what has the keyboard, in points.
pub const FOCUS_RING: f32 = 2.0;

/// Sizes of type, in map units.
pub mod type_size {
    pub const SMALL: f32 = 11.0;
    pub const BODY: f32 = 12.5;
    pub const CARD_TITLE: f32 = 13.0;
    pub const LARGE: f32 = 13.5;
    pub const TITLE: f32 = 17.0;
    pub const SHEET_TITLE: f32 = 24.0;
}

/// Sizes of the drawn map, in map units, on a 4-point grid.
pub mod size {
    pub const CARD_WIDTH: f32 = 164.0;
    pub const CARD_MIN_HEIGHT: f32 = 60.0;
    pub const CARD_RADIUS: f32 = 8.0;
    pub const CARD_PADDING: f32 = 10.0;
    /// Between two cards of a cell.
    pub const CARD_GAP: f32 = 12.0;
    /// Between the cards of two steps: where links and their labels run.
    pub const STEP_GAP: f32 = 44.0;
    /// Between a column's left border and its cards; the rest of the gap is right of them.
    pub const CARD_INSET: f32 = 16.0;
    pub const LANE_HEADER_WIDTH: f32 = 128.0;
    pub const STAGE_HEADER_HEIGHT: f32 = 44.0;
    /// The row of customer actions.
    pub const ACTIONS_MIN_HEIGHT: f32 = 56.0;
    /// Above the first and below the last card of a cell.
    pub const LANE_PADDING: f32 = 16.0;
    pub const LANE_MIN_HEIGHT: f32 = 92.0;
    pub const EMOTION_HEIGHT: f32 = 124.0;
    /// Of a link's label, at most.
    pub const LABEL_WIDTH: f32 = 120.0;
    /// Of a link's label of one line.
    pub const LABEL_HEIGHT: f32 = 20.0;
    /// Around the map on an exported sheet.
    pub const SHEET_MARGIN: f32 = 40.0;
    /// A sheet is at least as wide as its heading and legend need.
    pub const SHEET_MIN_CONTENT: f32 = 560.0;
    /// Of a decision's handle.
    pub const HANDLE_RADIUS: f32 = 6.0;
}

/// How much of it is left of what cannot be used now.
pub const DISABLED_OPACITY: f32 = 0.5;

#[cfg(test)]
mod tests;
