//! Originals on a local disk: `ab/cdef…` below one folder, written under a temporary name, synced,
//! then renamed, so that a file under its hash is always whole.

use super::{Draft, Hash, Stored, trouble};
use crate::error::Result;
use sha2::Digest;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A folder of originals.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    root: PathBuf,
    incoming: PathBuf,
}

impl Disk {
    pub(super) fn open(root: &Path) -> Result<Disk> {
        let disk = Disk {
            root: root.to_owned(),
            incoming: root.join("incoming"),
        };
        std::fs::create_dir_all(&disk.incoming).map_err(|error| {
            crate::Error::Unavailable(format!("making the folder {}: {error}", root.display()))
        })?;
        Ok(disk)
    }

    pub(super) fn incoming(&self) -> &Path {
        &self.incoming
    }

    pub(super) fn path(&self, hash: Hash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(&name[2..])
    }

    pub(super) fn keep(&self, mut draft: Draft) -> Result<Stored> {
        let digest: [u8; 32] = std::mem::take(&mut draft.digest).finalize().into();
        let stored = Stored {
            hash: Hash(digest),
            size: draft.size,
        };
        let path = self.path(stored.hash);
        if path
            .metadata()
            .is_ok_and(|found| found.len() == stored.size)
        {
            return Ok(stored);
        }
        let keep = || -> std::io::Result<()> {
            draft.file.sync_all()?;
            let folder = path.parent().unwrap_or(&self.root);
            std::fs::create_dir_all(folder)?;
            std::fs::rename(&draft.path, &path)?;
            // The name itself must survive a power cut as well.
            File::open(folder)?.sync_all()
        };
        keep().map_err(|error| trouble("keeping a file", &error))?;
        draft.kept = true;
        Ok(stored)
    }

    pub(super) fn open_file(&self, hash: Hash) -> Result<File> {
        File::open(self.path(hash)).map_err(|error| trouble("opening a file", &error))
    }
}
