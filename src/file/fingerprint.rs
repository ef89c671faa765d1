//! Which content a file has: told apart without keeping it.

use std::{fmt, str::FromStr};

/// The length and a hash (FNV-1a, 64 bits) of a content. The same on every machine and in every
/// version, so that it can be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    bytes: u64,
    hash: u64,
}

impl Fingerprint {
    /// Of a content.
    pub fn of(content: &[u8]) -> Self {
        Self { bytes: content.len() as u64, hash: hash(content) }
    }
}

/// FNV-1a.
pub(super) fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.bytes, self.hash)
    }
}

/// A text that is no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a fingerprint")]
pub struct ParseFingerprintError;

impl FromStr for Fingerprint {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (bytes, hash) = text.split_once('-').ok_or(ParseFingerprintError)?;
        let bytes = bytes.parse().map_err(|_| ParseFingerprintError)?;
        let hash = u64::from_str_radix(hash, 16).map_err(|_| ParseFingerprintError)?;
        Ok(Self { bytes, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_for_ever_and_reads_back() {
        for (content, text) in
            [("", "0-cbf29ce484222325"), ("a", "1-af63dc4c8601ec8c"), ("图", "3-19f9cb1b6646c12d")]
        {
            let found = Fingerprint::of(content.as_bytes());
            assert_eq!(found.to_string(), text);
            assert_eq!(text.parse(), Ok(found));
        }
        for bad in ["", "1", "1-", "-1", "x-1", "1-xyz"] {
            assert_eq!(bad.parse::<Fingerprint>(), Err(ParseFingerprintError), "{bad}");
        }
    }
}
