//! Rows of pixels as a piece of the compressed stream of a PNG. Pieces are made side by side and
//! joined: none looks back into the one before it.

use flate2::{Compression, write::DeflateEncoder};
use simd_adler32::Adler32;
use std::io::{self, Write as _};

/// What every compressed stream begins with: deflate, a window of 32 KB, no dictionary.
pub(super) const HEADER: [u8; 2] = [0x78, 0x5E];
/// Beyond this level a flat picture gains a hundredth of its size, and takes half as long again.
const LEVEL: u32 = 3;

/// How far back the encoder finds what it has seen.
const WINDOW: usize = 32 * 1024;

/// Filters of a row, as the format numbers them.
const NONE: u8 = 0;
const UP: u8 = 2;

/// A piece of the stream.
pub(super) struct Piece {
    pub bytes: Vec<u8>,
    pub sum: Sum,
}

/// Compresses rows. A row that is like the one above it costs next to nothing; any other is left
/// as it is, because flat pictures repeat themselves, and differences hide that. Only where a row
/// is so long that the encoder has forgotten the one above it, a row that is nearly alike is given
/// as its difference.
pub(super) fn piece(rows: &[u8], row_bytes: usize, is_last: bool) -> io::Result<Piece> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(LEVEL));
    let mut sum = Adler32::new();
    let mut put = |bytes: &[u8]| {
        sum.write(bytes);
        encoder.write_all(bytes)
    };
    let unchanged = vec![0; row_bytes];
    let mut differences = vec![0; row_bytes];
    let mut above: &[u8] = &[];
    for row in rows.chunks_exact(row_bytes) {
        if row == above {
            put(&[UP])?;
            put(&unchanged)?;
        } else if row_bytes > WINDOW && is_nearly(row, above) {
            for (difference, (here, there)) in differences.iter_mut().zip(row.iter().zip(above)) {
                *difference = here.wrapping_sub(*there);
            }
            put(&[UP])?;
            put(&differences)?;
        } else {
            put(&[NONE])?;
            put(row)?;
        }
        above = row;
    }
    let length = rows.len() as u64 + (rows.len() / row_bytes.max(1)) as u64;
    let sum = Sum { value: sum.finish(), length };
    let bytes = if is_last {
        encoder.finish()?
    } else {
        // Ends on a whole byte, with the stream still open.
        encoder.flush()?;
        std::mem::take(encoder.get_mut())
    };
    Ok(Piece { bytes, sum })
}

/// Whether fewer than an eighth of the bytes differ.
fn is_nearly(row: &[u8], above: &[u8]) -> bool {
    let differing = row.iter().zip(above).filter(|(here, there)| here != there).count();
    row.len() == above.len() && differing < row.len() / 8
}

/// Adler-32 of some bytes, and how many they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sum {
    pub value: u32,
    length: u64,
}

impl Sum {
    /// Of no bytes.
    pub(super) const EMPTY: Self = Self { value: 1, length: 0 };

    /// Of these bytes and those after them.
    #[expect(clippy::cast_possible_truncation, reason = "a remainder of 65521 fits")]
    pub(super) fn then(self, next: Self) -> Self {
        const MODULUS: u64 = 65_521;
        let low = |sum: u32| u64::from(sum & 0xFFFF);
        let high = |sum: u32| u64::from(sum >> 16);
        // Each of the later bytes has counted a first sum that began at 1 instead of at ours.
        let ahead = low(self.value) + MODULUS - 1;
        let a = (ahead + low(next.value)) % MODULUS;
        let b = (high(self.value) + high(next.value) + next.length % MODULUS * ahead) % MODULUS;
        Self { value: (b << 16 | a) as u32, length: self.length + next.length }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn sums_join() {
        let mut random = fastrand::Rng::with_seed(1);
        let bytes: Vec<u8> = (0..200_000).map(|_| random.u8(..)).collect();
        let sum =
            |bytes: &[u8]| Sum { value: simd_adler32::adler32(&bytes), length: bytes.len() as u64 };
        for cut in [0, 1, 65_520, 65_521, 65_522, 131_042, 199_999, 200_000] {
            let (left, right) = bytes.split_at(cut);
            assert_eq!(sum(left).then(sum(right)), sum(&bytes), "{cut}");
            assert_eq!(Sum::EMPTY.then(sum(left)), sum(left), "{cut}");
        }
    }

    #[test]
    fn joined_pieces_are_one_stream() {
        let rows: Vec<u8> = (0..40_u8).flat_map(|row| [row / 3; 30]).collect();
        let (top, bottom) = rows.split_at(600);
        let pieces = [piece(top, 30, false).unwrap(), piece(bottom, 30, true).unwrap()];
        let mut stream = HEADER.to_vec();
        let mut sum = Sum::EMPTY;
        for piece in pieces {
            stream.extend(piece.bytes);
            sum = sum.then(piece.sum);
        }
        stream.extend(sum.value.to_be_bytes());
        let mut plain = Vec::new();
        // The decoder holds the header and the sum to the content.
        flate2::read::ZlibDecoder::new(&*stream).read_to_end(&mut plain).unwrap();
        assert_eq!(plain.len(), 40 * 31);
        assert_eq!((plain[0], plain[31], plain[93]), (NONE, UP, NONE));
    }
}
