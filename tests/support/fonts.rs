//! The faces that integration tests set type in.

use std::sync::Arc;
use touchline::font::{FaceData, Fonts};

/// The bundled faces and a small Chinese one, the same on every machine.
pub fn fonts() -> Fonts {
    let subset: &'static [u8] = include_bytes!("../fonts/NotoSansSC-subset.otf");
    Fonts::bundled().with_han(FaceData {
        family: "Noto Sans CJK SC".to_owned(),
        bytes: Arc::new(subset),
        index: 0,
        axes: Vec::new(),
    })
}
