//! Originals in S3-compatible storage, under the same names as on disk. The storage speaks
//! asynchronously; this module waits for it on threads of its own and must not be called from
//! asynchronous code.

use super::{Draft, Hash, Stored};
use crate::error::{Error, Result};
use futures_util::StreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, RetryConfig};
use sha2::Digest;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::runtime::Runtime;

/// Bytes that go to the storage in one request; larger files go in parts of this size.
const PART: usize = 8 * 1024 * 1024;

/// Where the S3-compatible storage is and how to sign in there.
#[derive(Clone)]
pub struct S3 {
    /// Address of the server, such as `https://s3.example.org`; none for Amazon's own.
    pub endpoint: Option<String>,
    /// Name of the bucket, which must exist.
    pub bucket: String,
    /// Region, such as `eu-central-1`; many servers take any.
    pub region: String,
    /// Identifier of the access key.
    pub access_key: String,
    /// The secret of the access key.
    pub secret_key: String,
    /// Put before every name, so that several programs can share a bucket.
    pub prefix: String,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The keys must never reach a log.
        write!(f, "S3 bucket {} at {:?}", self.bucket, self.endpoint)
    }
}

/// The storage, opened.
#[derive(Clone)]
pub(super) struct Remote {
    store: Arc<dyn ObjectStore>,
    prefix: String,
    incoming: PathBuf,
    runtime: Arc<Runtime>,
}

impl Remote {
    pub(super) fn open(settings: &S3, incoming: &Path) -> Result<Remote> {
        std::fs::create_dir_all(incoming)
            .map_err(|error| super::trouble("making a folder for uploads", &error))?;
        // Fails only if a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key)
            .with_secret_access_key(&settings.secret_key)
            // A person or a job waits; the job is tried again later anyway.
            .with_retry(RetryConfig {
                max_retries: 3,
                retry_timeout: Duration::from_secs(20),
                ..RetryConfig::default()
            });
        if let Some(endpoint) = &settings.endpoint {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http://"));
        }
        let store = builder.build().map_err(|error| {
            Error::Invalid(format!(
                "the settings of the file storage do not fit: {error}"
            ))
        })?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("file-storage")
            .enable_all()
            .build()
            .map_err(|error| {
                Error::Unavailable(format!("starting threads for the file storage: {error}"))
            })?;
        Ok(Remote {
            store: Arc::new(store),
            prefix: settings.prefix.trim_matches('/').to_owned(),
            incoming: incoming.to_owned(),
            runtime: Arc::new(runtime),
        })
    }

    pub(super) fn incoming(&self) -> &Path {
        &self.incoming
    }

    fn key(&self, hash: Hash) -> Key {
        let name = hash.to_string();
        let (first, rest) = name.split_at(2);
        if self.prefix.is_empty() {
            Key::from(format!("{first}/{rest}"))
        } else {
            Key::from(format!("{}/{first}/{rest}", self.prefix))
        }
    }

    pub(super) fn keep(&self, mut draft: Draft) -> Result<Stored> {
        let digest: [u8; 32] = std::mem::take(&mut draft.digest).finalize().into();
        let stored = Stored {
            hash: Hash(digest),
            size: draft.size,
        };
        if self.size(stored.hash)? == Some(stored.size) {
            return Ok(stored);
        }
        let mut file = std::fs::File::open(draft.path())
            .map_err(|error| super::trouble("reading an upload", &error))?;
        let key = self.key(stored.hash);
        self.runtime.block_on(async {
            let mut writer = BufWriter::with_capacity(Arc::clone(&self.store), key, PART);
            let mut buffer = vec![0; 256 * 1024];
            loop {
                let length = file
                    .read(&mut buffer)
                    .map_err(|error| super::trouble("reading an upload", &error))?;
                if length == 0 {
                    break;
                }
                writer
                    .write_all(&buffer[..length])
                    .await
                    .map_err(|error| away(&error))?;
            }
            writer.shutdown().await.map_err(|error| away(&error))
        })?;
        Ok(stored)
    }

    /// The size of a file; `None` if there is none under this hash.
    pub(super) fn size(&self, hash: Hash) -> Result<Option<u64>> {
        match self.runtime.block_on(self.store.head(&self.key(hash))) {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(away(&error)),
        }
    }

    /// Fetches a file into `path`.
    pub(super) fn fetch(&self, hash: Hash, path: &Path) -> Result<()> {
        let mut file =
            std::fs::File::create(path).map_err(|error| super::trouble("making a file", &error))?;
        let fetched = self.runtime.block_on(async {
            let found = self
                .store
                .get(&self.key(hash))
                .await
                .map_err(|error| match error {
                    object_store::Error::NotFound { .. } => Error::NotFound,
                    error => away(&error),
                })?;
            let mut stream = found.into_stream();
            while let Some(bytes) = stream.next().await {
                file.write_all(&bytes.map_err(|error| away(&error))?)
                    .map_err(|error| super::trouble("writing a file", &error))?;
            }
            Ok(())
        });
        if fetched.is_err() {
            let _ = std::fs::remove_file(path);
        }
        fetched
    }
}

fn away(error: &dyn std::fmt::Display) -> Error {
    Error::Unavailable(format!(
        "the file storage did not answer as it should: {error}"
    ))
}
