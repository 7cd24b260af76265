//! Originals, kept by the SHA-256 of their content: on a local disk, or in S3-compatible storage.
//! The same bytes are kept once; nothing is ever overwritten. Who may read a file is decided by
//! the record that names it (an audit, a supplier list), not here.

mod disk;
mod remote;

pub use remote::S3;

use crate::db::Tx;
use crate::error::{Error, Result};
use crate::params;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The SHA-256 of a file's content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Hash(pub [u8; 32]);

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for Hash {
    type Err = Error;

    fn from_str(text: &str) -> Result<Hash> {
        let mut hash = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(Error::Invalid(
                "a file hash has 64 hexadecimal digits".into(),
            ));
        }
        for (byte, digits) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = std::str::from_utf8(digits)
                .ok()
                .and_then(|digits| u8::from_str_radix(digits, 16).ok())
                .ok_or_else(|| Error::Invalid("a file hash has 64 hexadecimal digits".into()))?;
        }
        Ok(Hash(hash))
    }
}

impl From<Hash> for crate::db::Value<'_> {
    fn from(hash: Hash) -> Self {
        crate::db::Value::Bytes(hash.0.to_vec().into())
    }
}

impl crate::db::FromColumn for Hash {
    fn from_column(column: crate::db::Column<'_>) -> Option<Self> {
        <[u8; 32]>::from_column(column).map(Hash)
    }
}

/// A file that was stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stored {
    /// The hash of its content, under which it is found again.
    pub hash: Hash,
    /// Its size in bytes.
    pub size: u64,
}

/// How a stored file stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    /// It is there and its content has the right hash.
    Sound,
    /// It is not there.
    Missing,
    /// It is there, but its content is another one.
    Damaged,
}

/// A file as a path that child processes can read; it vanishes with this value if it was fetched.
#[derive(Debug)]
pub struct Local {
    path: PathBuf,
    fetched: bool,
}

impl Local {
    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        if self.fetched {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// The storage of originals. Cloning is cheap.
#[derive(Clone)]
pub struct Files(Kind);

#[derive(Clone)]
enum Kind {
    Disk(disk::Disk),
    Remote(remote::Remote),
}

impl Files {
    /// Keeps files below the folder `root`, which is made if it does not exist.
    pub fn on_disk(root: &Path) -> Result<Files> {
        Ok(Files(Kind::Disk(disk::Disk::open(root)?)))
    }

    /// Keeps files in S3-compatible storage; uploads pass through the local folder `incoming`.
    pub fn on_s3(settings: &S3, incoming: &Path) -> Result<Files> {
        Ok(Files(Kind::Remote(remote::Remote::open(
            settings, incoming,
        )?)))
    }

    /// Stores what `content` yields. More than `limit` bytes are refused and leave nothing behind.
    pub fn put(&self, content: &mut dyn Read, limit: u64) -> Result<Stored> {
        let mut draft = self.draft()?;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let length = match content.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    return Err(Error::Invalid(format!(
                        "the file broke off while it was read: {error}"
                    )));
                }
            };
            if draft.size() + length as u64 > limit {
                return Err(Error::Invalid(format!(
                    "the file is larger than {limit} bytes"
                )));
            }
            draft.write(&buffer[..length])?;
        }
        self.keep(draft)
    }

    /// Begins a file whose bytes come piece by piece, such as an upload.
    pub fn draft(&self) -> Result<Draft> {
        Draft::new(self.incoming())
    }

    /// Keeps a draft under the hash of its content.
    pub fn keep(&self, draft: Draft) -> Result<Stored> {
        match &self.0 {
            Kind::Disk(disk) => disk.keep(draft),
            Kind::Remote(remote) => remote.keep(draft),
        }
    }

    fn incoming(&self) -> &Path {
        match &self.0 {
            Kind::Disk(disk) => disk.incoming(),
            Kind::Remote(remote) => remote.incoming(),
        }
    }

    /// The whole content of a file; [`Error::NotFound`] if there is none under this hash.
    pub fn get(&self, hash: Hash) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(hash)?
            .read_to_end(&mut bytes)
            .map_err(|error| trouble("reading a file", &error))?;
        Ok(bytes)
    }

    /// The content of a file as a stream; [`Error::NotFound`] if there is none under this hash.
    pub fn open(&self, hash: Hash) -> Result<Box<dyn Read + Send>> {
        match &self.0 {
            Kind::Disk(disk) => Ok(Box::new(disk.open_file(hash)?)),
            Kind::Remote(remote) => {
                // The name goes when the local copy is dropped; the open file stays readable.
                let local = self.local(hash, remote.incoming())?;
                let file = std::fs::File::open(local.path())
                    .map_err(|error| trouble("reading a file", &error))?;
                Ok(Box::new(file))
            }
        }
    }

    /// The file as a local path, fetched into `folder` if it lies elsewhere. The path must only
    /// be read.
    pub fn local(&self, hash: Hash, folder: &Path) -> Result<Local> {
        match &self.0 {
            Kind::Disk(disk) => {
                disk.open_file(hash)?;
                Ok(Local {
                    path: disk.path(hash),
                    fetched: false,
                })
            }
            Kind::Remote(remote) => {
                let path = folder.join(uuid::Uuid::now_v7().to_string());
                remote.fetch(hash, &path)?;
                Ok(Local {
                    path,
                    fetched: true,
                })
            }
        }
    }

    /// Is there a file under this hash?
    pub fn exists(&self, hash: Hash) -> Result<bool> {
        match &self.0 {
            Kind::Disk(disk) => match disk.open_file(hash) {
                Ok(_) => Ok(true),
                Err(Error::NotFound) => Ok(false),
                Err(error) => Err(error),
            },
            Kind::Remote(remote) => Ok(remote.size(hash)?.is_some()),
        }
    }

    /// Reads the file through and compares its content with its hash.
    pub fn verify(&self, hash: Hash) -> Result<Health> {
        let mut content = match self.open(hash) {
            Ok(content) => content,
            Err(Error::NotFound) => return Ok(Health::Missing),
            Err(error) => return Err(error),
        };
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match content.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => digest.update(&buffer[..length]),
                Err(error) => return Err(trouble("reading a file", &error)),
            }
        }
        let found: [u8; 32] = digest.finalize().into();
        Ok(if found == hash.0 {
            Health::Sound
        } else {
            Health::Damaged
        })
    }
}

/// A file on its way in: written to a temporary name, hashed as it comes. Dropped, it vanishes.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    file: std::fs::File,
    digest: Sha256,
    size: u64,
    kept: bool,
}

impl Draft {
    fn new(folder: &Path) -> Result<Draft> {
        let path = folder.join(uuid::Uuid::now_v7().to_string());
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(|error| trouble("making a file", &error))?;
        Ok(Draft {
            path,
            file,
            digest: Sha256::new(),
            size: 0,
            kept: false,
        })
    }

    /// Appends bytes.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file
            .write_all(bytes)
            .map_err(|error| trouble("writing a file", &error))?;
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// How many bytes there are so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Where the bytes lie while the draft lives, for looking at them before keeping.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// What an error of the file system means to the caller.
fn trouble(deed: &str, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::NotFound,
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            Error::Full(format!("{deed}: {error}"))
        }
        _ => Error::Unavailable(format!("{deed}: {error}")),
    }
}

/// Notes a stored file, in the transaction of the record that names it.
pub(crate) fn note(tx: &Tx<'_>, stored: Stored, media_type: &str, now: Timestamp) -> Result<()> {
    tx.execute(
        "INSERT INTO file (hash, size, media_type, created) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING",
        params![
            stored.hash,
            i64::try_from(stored.size).unwrap_or(i64::MAX),
            media_type,
            now,
        ],
    )?;
    Ok(())
}
