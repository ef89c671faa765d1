//! One face, ready to shape: its tables are looked through once.

use super::FaceData;
use harfrust::{
    BufferFlags, Direction, GlyphBuffer, ShapeOptions, ShapePlan, ShaperData, ShaperInstance,
    UnicodeBuffer, script,
};
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _, Tag,
    charmap::Charmap,
    instance::{Location, Size},
    outline::{DrawSettings, OutlinePen},
};

/// A face and what shaping needs of it again and again.
pub(super) struct LoadedFace {
    data: FaceData,
    shaper: ShaperData,
    instance: ShaperInstance,
    location: Location,
    plan: ShapePlan,
    /// One em in units of the face.
    units_per_em: f64,
    /// Advance of U+0020, in em.
    space: f64,
}

impl LoadedFace {
    /// `None`: the bytes are no face.
    pub(super) fn new(data: FaceData) -> Option<Self> {
        let font = FontRef::from_index((*data.bytes).as_ref(), data.index).ok()?;
        let axes = || data.axes.iter().map(|(tag, value)| (Tag::new(tag), *value));
        let location = font.axes().location(axes());
        let shaper = ShaperData::new(&font);
        let instance = ShaperInstance::from_variations(&font, axes());
        let plan = {
            let shaper = shaper.shaper(&font).instance(Some(&instance)).build();
            ShapePlan::new(&shaper, Direction::LeftToRight, Some(script_of(&font)), None, &[])
        };
        let units_per_em = f64::from(font.metrics(Size::unscaled(), &location).units_per_em.max(1));
        let space = font
            .charmap()
            .map(' ')
            .and_then(|id| font.glyph_metrics(Size::unscaled(), &location).advance_width(id));
        let space = f64::from(space.unwrap_or_default()) / units_per_em;
        Some(Self { data, shaper, instance, location, plan, units_per_em, space })
    }

    pub(super) fn data(&self) -> &FaceData {
        &self.data
    }

    /// Which characters the face has.
    pub(super) fn characters(&self) -> Option<Charmap<'_>> {
        self.font().map(|font| font.charmap())
    }

    /// The tables of the face: a view of the bytes, made in no time.
    fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index((*self.data.bytes).as_ref(), self.data.index).ok()
    }

    /// From the face's units to em.
    pub(super) fn em(&self, units: i32) -> f64 {
        f64::from(units) / self.units_per_em
    }

    /// An advance that is the same on the screen, which sets thin spaces to half a space.
    pub(super) fn advance(&self, c: char, units: i32) -> f64 {
        if matches!(c, '\u{2009}' | '\u{202F}') { self.space / 2.0 } else { self.em(units) }
    }

    /// Shapes a stretch of text from left to right. Clusters are bytes of `text`.
    pub(super) fn shape(
        &self,
        text: &str,
        flags: BufferFlags,
        mut buffer: UnicodeBuffer,
    ) -> Option<GlyphBuffer> {
        let font = self.font()?;
        buffer.push_str(text);
        buffer.set_flags(flags);
        buffer.set_direction(Direction::LeftToRight);
        if let Some(script) = self.plan.script() {
            buffer.set_script(script);
        }
        let shaper = self.shaper.shaper(&font).instance(Some(&self.instance)).build();
        Some(shaper.shape(buffer, ShapeOptions::new().plan(Some(&self.plan))))
    }

    /// Draws the outline of a glyph, y upwards. `false`: there is nothing to draw.
    pub(super) fn outline(&self, glyph: u16, size: f32, pen: &mut impl OutlinePen) -> bool {
        self.font().and_then(|font| font.outline_glyphs().get(GlyphId::from(glyph))).is_some_and(
            |outline| {
                outline.draw(DrawSettings::unhinted(Size::new(size), &self.location), pen).is_ok()
            },
        )
    }
}

/// The script that a face is for. One plan for each face is enough: the faces that are used here
/// treat the scripts which they cover alike.
fn script_of(font: &FontRef<'_>) -> harfrust::Script {
    if has(&font.charmap(), '中') { script::HAN } else { script::LATIN }
}

/// Whether a face has a glyph for a character.
pub(super) fn has(characters: &Charmap<'_>, c: char) -> bool {
    characters.map(c).is_some_and(|id| id != GlyphId::NOTDEF)
}

/// Characters that shaping makes invisible, whether the face has them or not.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}
