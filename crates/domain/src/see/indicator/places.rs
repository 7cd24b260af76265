//! Places of entries by identifier. Every answer of every profile asks for two of them, so the
//! lookup uses a short hash instead of the standard one, which costs more than the rest of it.
//! The standard hash guards against keys chosen to collide; here the keys come from the
//! catalogue, and whoever may edit the catalogue needs no such trick.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Places by identifier.
pub(super) type Places = HashMap<String, usize, BuildHasherDefault<ShortHash>>;

/// Fowler-Noll-Vo, variant 1a, 64 bits.
pub(super) struct ShortHash(u64);

impl Default for ShortHash {
    fn default() -> Self {
        ShortHash(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ShortHash {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
