//! A paragraph, shaped once; its lines are cut out of it, or shaped again where a cut would change
//! them.

use super::{
    Face, Fonts, Glyph, Line, Run, Weight,
    face::{self, LoadedFace},
};
use harfrust::{BufferFlags, UnicodeBuffer};
use std::{borrow::Cow, ops::Range, sync::Arc};
use unicode_segmentation::UnicodeSegmentation as _;

/// Text without line breaks in it, and its glyphs. Lengths are in em until a line is made.
pub(super) struct Paragraph<'a> {
    fonts: &'a Fonts,
    text: Cow<'a, str>,
    weight: Weight,
    size: f32,
    glyphs: Vec<Shaped>,
    width: f64,
}

/// A glyph in its paragraph.
struct Shaped {
    face: Face,
    id: u16,
    /// Where its cluster begins in the text.
    byte: usize,
    /// Where the pen stands before it.
    pen: f64,
    /// From the pen to the glyph.
    offset: (f64, f64),
    /// Text cut before it shapes as it did in one piece.
    is_safe_to_cut: bool,
}

/// Widths that differ by less, in map units, are the same.
const ROUNDING: f64 = 0.001;

/// A last line that takes less of the room is filled up.
const SHORT_LAST_LINE: f64 = 0.25;

/// See [`Fonts::wrap`].
pub(super) fn wrap(
    fonts: &Fonts,
    text: &str,
    weight: Weight,
    size: f32,
    width: f32,
    max_lines: usize,
) -> Vec<Arc<Line>> {
    let text = text.trim_end();
    let mut lines = Vec::new();
    if text.is_empty() || max_lines == 0 {
        return lines;
    }
    let room = f64::from(width.max(0.0)) / f64::from(size);
    let room = if room.is_nan() { f64::INFINITY } else { room };
    let mut paragraphs = text.split(is_line_break).peekable();
    while let Some(paragraph) = paragraphs.next() {
        let paragraph = paragraph.trim();
        let visible = visible_part(paragraph, room, max_lines - lines.len());
        let is_whole = visible.len() == paragraph.len();
        let is_last = paragraphs.peek().is_none();
        let paragraph = Paragraph::shape(fonts, visible, weight, size);
        for bytes in paragraph.break_lines(room) {
            let is_end = bytes.end == paragraph.text.len();
            let is_full = lines.len() + 1 == max_lines && !(is_last && is_end);
            if is_full || (is_end && !is_whole) {
                lines.push(Arc::new(paragraph.cut_short(bytes.start, room)));
                return lines;
            }
            lines.push(Arc::new(paragraph.line(bytes)));
        }
    }
    lines
}

/// As much of a text as its lines can show, and some more: a page of text in a card costs no more
/// than what is seen of it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a rough bound, and casts stop at the ends of their type"
)]
fn visible_part(text: &str, room: f64, max_lines: usize) -> &str {
    // The narrowest letters are a quarter of an em.
    let characters = (room * max_lines as f64 * 8.0).min(1e9) as usize + 32;
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters and line breaks as spaces.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| c.is_control() || is_line_break(c);
    if text.contains(is_control) {
        Cow::Owned(text.replace(is_control, " "))
    } else {
        Cow::Borrowed(text)
    }
}

impl<'a> Paragraph<'a> {
    pub(super) fn shape(fonts: &'a Fonts, text: &'a str, weight: Weight, size: f32) -> Self {
        let text = without_controls(text);
        let runs = split_by_face(fonts, &text, weight);
        let mut paragraph =
            Self { fonts, weight, size, glyphs: Vec::with_capacity(text.len()), text, width: 0.0 };
        let mut buffer = UnicodeBuffer::new();
        let last = runs.len().saturating_sub(1);
        for (at, (face, bytes)) in runs.into_iter().enumerate() {
            let mut flags = BufferFlags::empty();
            flags.set(BufferFlags::BEGINNING_OF_TEXT, at == 0);
            flags.set(BufferFlags::END_OF_TEXT, at == last);
            buffer = paragraph.shape_run(face, bytes, flags, buffer);
        }
        paragraph
    }

    fn shape_run(
        &mut self,
        face: Face,
        bytes: Range<usize>,
        flags: BufferFlags,
        buffer: UnicodeBuffer,
    ) -> UnicodeBuffer {
        let text = &self.text[bytes.clone()];
        let Some(loaded) = self.fonts.loaded(face) else {
            return buffer;
        };
        let Some(shaped) = loaded.shape(text, flags, buffer) else {
            return UnicodeBuffer::new();
        };
        let mut cluster = None;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let id = u16::try_from(info.glyph_id).unwrap_or_default();
            // One box is enough for a cluster that the face does not have.
            if id == 0 && cluster == Some(info.cluster) {
                continue;
            }
            let byte = info.cluster as usize;
            self.glyphs.push(Shaped {
                face,
                id,
                byte: bytes.start + byte,
                pen: self.width,
                offset: (loaded.em(position.x_offset), loaded.em(position.y_offset)),
                is_safe_to_cut: cluster != Some(info.cluster) && !info.unsafe_to_break(),
            });
            let c = text.get(byte..).and_then(|text| text.chars().next()).unwrap_or_default();
            self.width += loaded.advance(c, position.x_advance);
            cluster = Some(info.cluster);
        }
        shaped.clear()
    }

    /// All of it as one line.
    pub(super) fn into_line(self) -> Line {
        self.piece(0..self.text.len(), 0..self.glyphs.len())
    }

    /// A part as one line. The part begins and ends where a cluster does.
    fn line(&self, bytes: Range<usize>) -> Line {
        let glyphs = self.glyph_at(bytes.start)..self.glyph_at(bytes.end);
        let is_safe = |at: usize| self.glyphs.get(at).is_none_or(|glyph| glyph.is_safe_to_cut);
        if is_safe(glyphs.start) && is_safe(glyphs.end) {
            self.piece(bytes, glyphs)
        } else {
            self.fonts.line(&self.text[bytes], self.weight, self.size)
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "lines are measured in single precision")]
    fn piece(&self, bytes: Range<usize>, glyphs: Range<usize>) -> Line {
        let size = f64::from(self.size);
        let start = self.pen_at(glyphs.start);
        let mut runs: Vec<Run> = Vec::new();
        for glyph in self.glyphs.get(glyphs.clone()).unwrap_or_default() {
            let byte = glyph.byte - bytes.start;
            let placed = Glyph {
                id: glyph.id,
                x: ((glyph.pen - start + glyph.offset.0) * size) as f32,
                y: (glyph.offset.1 * size) as f32,
            };
            match runs.last_mut() {
                Some(run) if run.face == glyph.face => run.glyphs.push(placed),
                last => {
                    if let Some(run) = last {
                        run.text.end = byte;
                    }
                    let text = byte..bytes.len();
                    runs.push(Run { face: glyph.face, text, glyphs: vec![placed] });
                }
            }
        }
        Line {
            width: ((self.pen_at(glyphs.end) - start) * size) as f32,
            text: self.text[bytes].into(),
            weight: self.weight,
            size: self.size,
            runs,
        }
    }

    /// Where the lines of at most `room` em are in the text, without the spaces at their ends.
    /// There is at least one.
    fn break_lines(&self, room: f64) -> Vec<Range<usize>> {
        let end = self.text.len();
        if self.width <= room {
            return std::iter::once(0..end).collect();
        }
        let opportunities: Vec<usize> = unicode_linebreak::linebreaks(&self.text)
            .map(|(byte, _)| byte)
            .filter(|&byte| byte == end || self.is_cluster(byte))
            .collect();
        let mut lines = Vec::new();
        let mut start = 0;
        // The last place where this line may end.
        let mut fits: Option<usize> = None;
        for &opportunity in &opportunities {
            // A line may have to end, and the next to be cut, before this opportunity is reached.
            while start < end && self.length(start, opportunity) > room {
                let next = fits.take().unwrap_or_else(|| self.break_inside_word(start, room));
                lines.push(start..self.trimmed(start, next));
                start = next;
                if next >= opportunity {
                    break;
                }
            }
            if opportunity > start {
                fits = Some(opportunity);
            }
        }
        if start < end {
            lines.push(start..end);
        }
        self.fill_last_line(&mut lines, &opportunities, room);
        lines
    }

    /// A short word is not left alone on the last line, where the line before it can spare one.
    fn fill_last_line(&self, lines: &mut [Range<usize>], opportunities: &[usize], room: f64) {
        let [.., before, last] = lines else {
            return;
        };
        if self.length(last.start, last.end) > room * SHORT_LAST_LINE {
            return;
        }
        let earlier = opportunities.iter().rev().copied().find(|&byte| byte < last.start);
        let Some(start) = earlier.filter(|&byte| byte > before.start) else {
            return;
        };
        let filled = self.length(start, last.end);
        if filled <= room && filled <= self.length(before.start, start) {
            before.end = self.trimmed(before.start, start);
            last.start = start;
        }
    }

    /// The line from `start` that ends in "…", with as much before it as there is room for.
    fn cut_short(&self, start: usize, room: f64) -> Line {
        let all = self.text.len();
        let fits = self.length(start, all) <= room;
        let mut end = if fits { all } else { self.cluster_within(start, room) };
        loop {
            let kept = &self.text[start..self.trimmed(start, end)];
            let line = self.fonts.line(&format!("{kept}…"), self.weight, self.size);
            if kept.is_empty() || !self.is_too_wide(&line, room) {
                return line;
            }
            end = self.cluster_before(end).max(start);
        }
    }

    /// Where a word that has no line to itself is broken.
    fn break_inside_word(&self, start: usize, room: f64) -> usize {
        let mut end = self.cluster_within(start, room);
        // Letters that were kerned together may stand wider when they are cut apart.
        while self.is_too_wide(&self.line(start..end), room) && self.cluster_before(end) > start {
            end = self.cluster_before(end);
        }
        end
    }

    fn is_too_wide(&self, line: &Line, room: f64) -> bool {
        f64::from(line.width) > room * f64::from(self.size) + ROUNDING
    }

    /// Where the spaces before `end` begin.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        start + self.text[start..end].trim_end().len()
    }

    /// The length of a part in em, without the spaces at its end.
    fn length(&self, start: usize, end: usize) -> f64 {
        let pen = |byte| self.pen_at(self.glyph_at(byte));
        pen(self.trimmed(start, end)) - pen(start)
    }

    /// The last end of a cluster that is within `room` em of `start`; at least one cluster on.
    fn cluster_within(&self, start: usize, room: f64) -> usize {
        let first = self.glyph_at(start);
        let limit = self.pen_at(first) + room;
        let mut at = self.glyphs.partition_point(|glyph| glyph.pen <= limit);
        if self.width > limit {
            at = at.saturating_sub(1);
        }
        // A cluster may have several glyphs: back to the first of them.
        while at > first && at < self.glyphs.len() && !self.is_first_of_cluster(at) {
            at -= 1;
        }
        if at <= first {
            at = first + 1;
            while at < self.glyphs.len() && !self.is_first_of_cluster(at) {
                at += 1;
            }
        }
        self.byte_at(at)
    }

    /// Where the cluster before `end` begins.
    fn cluster_before(&self, end: usize) -> usize {
        self.glyph_at(end).checked_sub(1).and_then(|at| self.glyphs.get(at)).map_or(0, |g| g.byte)
    }

    fn is_first_of_cluster(&self, at: usize) -> bool {
        let byte = |at: usize| self.glyphs.get(at).map(|glyph| glyph.byte);
        at == 0 || byte(at) != byte(at - 1)
    }

    fn is_cluster(&self, byte: usize) -> bool {
        self.glyphs.get(self.glyph_at(byte)).is_some_and(|glyph| glyph.byte == byte)
    }

    /// The first glyph at or after a byte.
    fn glyph_at(&self, byte: usize) -> usize {
        self.glyphs.partition_point(|glyph| glyph.byte < byte)
    }

    fn byte_at(&self, glyph: usize) -> usize {
        self.glyphs.get(glyph).map_or(self.text.len(), |glyph| glyph.byte)
    }

    fn pen_at(&self, glyph: usize) -> f64 {
        self.glyphs.get(glyph).map_or(self.width, |glyph| glyph.pen)
    }
}

/// Stretches of text by the face that draws them: the bundled one if it has the first character
/// of a grapheme, else the Chinese one; what nobody has is the bundled one's to show as a box.
/// The screen splits alike, so that it draws what was measured.
fn split_by_face(fonts: &Fonts, text: &str, weight: Weight) -> Vec<(Face, Range<usize>)> {
    let plex = Face::Plex(weight);
    let characters = |face| fonts.loaded(face).and_then(LoadedFace::characters);
    let (false, Some(latin), Some(han)) =
        (text.is_ascii(), characters(plex), characters(Face::Han))
    else {
        return vec![(plex, 0..text.len())];
    };
    let mut runs: Vec<(Face, Range<usize>)> = Vec::new();
    for (start, grapheme) in text.grapheme_indices(true) {
        let is_han = grapheme.chars().next().is_some_and(|c| {
            !c.is_ascii() && !face::is_invisible(c) && !face::has(&latin, c) && face::has(&han, c)
        });
        let face = if is_han { Face::Han } else { plex };
        let end = start + grapheme.len();
        match runs.last_mut() {
            Some((last, bytes)) if *last == face => bytes.end = end,
            _ => runs.push((face, start..end)),
        }
    }
    runs
}
