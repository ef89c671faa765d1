//! The system's simplified Chinese face, by name.

use super::FaceData;
use fontique::{Collection, CollectionOptions, QueryFamily, QueryStatus, SourceCache};

/// Families with simplified forms, best first. Asked for by name: a generic family, or a locale,
/// gives the Japanese face on some systems, whose forms are wrong for Chinese readers.
const FAMILIES: [&str; 14] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "SimSun",
];

/// The first of the families that this system has and that has simplified characters.
pub(super) fn find_han() -> Option<FaceData> {
    let options = CollectionOptions { shared: false, system_fonts: true };
    let mut collection = Collection::new(options);
    let mut sources = SourceCache::default();
    let mut found = None;
    let mut query = collection.query(&mut sources);
    query.set_families(FAMILIES.map(QueryFamily::Named));
    query.matches_with(|font| {
        let has = |c: char| {
            font.charmap().and_then(|map| map.map(u32::from(c))).is_some_and(|glyph| glyph != 0)
        };
        if !has('门') || !has('户') {
            return QueryStatus::Continue;
        }
        found = Some(font.clone());
        QueryStatus::Stop
    });
    drop(query);
    let font = found?;
    Some(FaceData {
        family: collection.family_name(font.family.0).unwrap_or_default().to_owned(),
        axes: font
            .synthesis
            .variation_settings()
            .iter()
            .map(|(tag, value)| (tag.into_bytes(), *value))
            .collect(),
        index: font.index,
        bytes: font.blob.into_raw_parts().0,
    })
}
