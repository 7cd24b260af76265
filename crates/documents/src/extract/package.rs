//! The zip package of DOCX, XLSX and ODS files under guard: how many parts, how much they unpack
//! to and whether that is in proportion. What the directory of the archive claims is not trusted.

use super::{ExtractError, Format, Limits};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// More parts than any real document has.
const PARTS: usize = 20_000;
/// A part may unpack to this many times its packed size, once it is larger than [`SMALL`].
const RATIO: u64 = 400;
/// Small parts are never a bomb, however well they pack.
const SMALL: u64 = 4 * 1024 * 1024;

/// A package all of whose parts were unpacked once and found within the limits.
pub(super) struct Package<R> {
    archive: ZipArchive<R>,
    format: Format,
    limit: u64,
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package.
    pub(super) fn open(reader: R, format: Format, limits: &Limits) -> Result<Self, ExtractError> {
        let damaged = ExtractError::Damaged { format };
        let mut archive = ZipArchive::new(reader).map_err(|_| damaged.clone())?;
        if archive.len() > PARTS {
            return Err(ExtractError::ZipBomb);
        }
        let mut total = 0;
        for index in 0..archive.len() {
            if archive
                .by_index_raw(index)
                .is_ok_and(|part| part.encrypted())
            {
                return Err(ExtractError::PasswordProtected);
            }
            // A picture that cannot be unpacked is no reason to refuse the text beside it.
            let Ok(part) = archive.by_index(index) else {
                continue;
            };
            let packed = part.compressed_size().max(1);
            let mut part = part.take(limits.unpacked.saturating_add(1));
            let size = match std::io::copy(&mut part, &mut std::io::sink()) {
                Ok(size) => size,
                Err(_) => limits.unpacked.saturating_add(1) - part.limit(),
            };
            total += size;
            if total > limits.unpacked || (size > SMALL && size / packed > RATIO) {
                return Err(ExtractError::ZipBomb);
            }
        }
        Ok(Package {
            archive,
            format,
            limit: limits.unpacked,
        })
    }

    /// The text of a part, or `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ExtractError> {
        let damaged = ExtractError::Damaged {
            format: self.format,
        };
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(damaged),
        };
        let mut bytes = Vec::new();
        part.take(self.limit)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged)?;
        Ok(Some(match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => super::plain::decode(error.as_bytes()).0,
        }))
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> Vec<String> {
        (0..self.archive.len())
            .filter_map(|index| self.archive.name_for_index(index)?.ok())
            .map(std::borrow::Cow::into_owned)
            .collect()
    }

    /// The bare archive, now that it is known to be harmless.
    pub(super) fn into_inner(self) -> R {
        self.archive.into_inner()
    }
}
