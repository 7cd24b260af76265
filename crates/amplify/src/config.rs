//! The settings: one file, overridden by environment variables, overridden by flags. [`SETTINGS`]
//! is the one list of them; the handbook's page and `amplify settings` are printed from it.

use anyhow::{Context, bail};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One setting, as the handbook and the program list it.
pub(crate) struct Setting {
    /// Key in the file; a dot leads into a table.
    pub(crate) key: &'static str,
    /// Environment variable that overrides the file.
    pub(crate) variable: &'static str,
    /// What it is when nothing is set.
    pub(crate) default: &'static str,
    /// What it does.
    pub(crate) meaning: &'static str,
}

/// Every setting there is.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        key: "listen",
        variable: "AMPLIFY_LISTEN",
        default: "127.0.0.1:8080",
        meaning: "Address and port to listen on. Put a reverse proxy with TLS in front of anything but loopback.",
    },
    Setting {
        key: "data",
        variable: "AMPLIFY_DATA",
        default: "amplify-data",
        meaning: "Folder of the embedded database and of uploaded files. Back this folder up.",
    },
    Setting {
        key: "database_url",
        variable: "DATABASE_URL",
        default: "(embedded SQLite in the data folder)",
        meaning: "postgres://user:password@host/database to use PostgreSQL 14 or newer instead.",
    },
    Setting {
        key: "public_url",
        variable: "AMPLIFY_PUBLIC_URL",
        default: "http:// and the listen address",
        meaning: "Address under which people reach the server; used in printed links. With https the session cookie is marked Secure.",
    },
    Setting {
        key: "max_upload_bytes",
        variable: "AMPLIFY_MAX_UPLOAD_BYTES",
        default: "104857600",
        meaning: "Largest file that may be uploaded, in bytes.",
    },
    Setting {
        key: "readers",
        variable: "AMPLIFY_READERS",
        default: "1",
        meaning: "How many files are read at the same time (1 to 16).",
    },
    Setting {
        key: "lease_seconds",
        variable: "AMPLIFY_LEASE_SECONDS",
        default: "30",
        meaning: "How long the work of a server that died waits until it is taken up again, in seconds (2 to 3600).",
    },
    Setting {
        key: "indicators",
        variable: "AMPLIFY_INDICATORS",
        default: "(none)",
        meaning: "A TOML file with your own indicators, added to the shipped catalogue.",
    },
    Setting {
        key: "s3.endpoint",
        variable: "AMPLIFY_S3_ENDPOINT",
        default: "(none: files lie in the data folder)",
        meaning: "Address of an S3-compatible store for uploaded files.",
    },
    Setting {
        key: "s3.bucket",
        variable: "AMPLIFY_S3_BUCKET",
        default: "(none)",
        meaning: "Bucket in it.",
    },
    Setting {
        key: "s3.region",
        variable: "AMPLIFY_S3_REGION",
        default: "us-east-1",
        meaning: "Region, where the store has regions.",
    },
    Setting {
        key: "s3.access_key",
        variable: "AMPLIFY_S3_ACCESS_KEY",
        default: "(none)",
        meaning: "Access key.",
    },
    Setting {
        key: "s3.secret_key",
        variable: "AMPLIFY_S3_SECRET_KEY",
        default: "(none)",
        meaning: "Secret key. Prefer the variable to the file.",
    },
    Setting {
        key: "s3.prefix",
        variable: "AMPLIFY_S3_PREFIX",
        default: "(none)",
        meaning: "Put before every name in the bucket, so that several programs can share it.",
    },
];

/// The settings in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    /// See [`SETTINGS`].
    pub(crate) listen: String,
    /// See [`SETTINGS`].
    pub(crate) data: PathBuf,
    /// See [`SETTINGS`].
    pub(crate) database_url: Option<String>,
    /// See [`SETTINGS`].
    pub(crate) public_url: Option<String>,
    /// See [`SETTINGS`].
    pub(crate) max_upload_bytes: u64,
    /// See [`SETTINGS`].
    pub(crate) readers: u8,
    /// See [`SETTINGS`].
    pub(crate) lease_seconds: u16,
    /// See [`SETTINGS`].
    pub(crate) indicators: Option<PathBuf>,
    /// See [`SETTINGS`].
    pub(crate) s3: Option<S3>,
}

/// Where uploaded files lie if not on the local disk.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct S3 {
    /// See [`SETTINGS`].
    pub(crate) endpoint: String,
    /// See [`SETTINGS`].
    pub(crate) bucket: String,
    /// See [`SETTINGS`].
    #[serde(default = "default_region")]
    pub(crate) region: String,
    /// See [`SETTINGS`].
    pub(crate) access_key: String,
    /// See [`SETTINGS`].
    pub(crate) secret_key: String,
    /// See [`SETTINGS`].
    #[serde(default)]
    pub(crate) prefix: String,
}

/// The keys stay out of logs and error messages.
impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3")
            .field("endpoint", &self.endpoint)
            .field("bucket", &self.bucket)
            .finish_non_exhaustive()
    }
}

fn default_region() -> String {
    "us-east-1".to_owned()
}

impl Default for Config {
    fn default() -> Self {
        Config {
            listen: "127.0.0.1:8080".to_owned(),
            data: PathBuf::from("amplify-data"),
            database_url: None,
            public_url: None,
            max_upload_bytes: 100 * 1024 * 1024,
            readers: 1,
            lease_seconds: 30,
            indicators: None,
            s3: None,
        }
    }
}

impl Config {
    /// Reads the file (it may be absent unless it was named), then the environment.
    pub(crate) fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let path = file.unwrap_or(Path::new("amplify.toml"));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if file.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
                String::new()
            }
            Err(error) => return Err(error).context(format!("cannot read {}", path.display())),
        };
        Self::parse(&text, |variable| std::env::var(variable).ok())
            .with_context(|| format!("settings in {} or the environment", path.display()))
    }

    fn parse(text: &str, variable: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut table: toml::Table = toml::from_str(text)?;
        for setting in SETTINGS {
            if let Some(value) = variable(setting.variable).filter(|value| !value.is_empty()) {
                set(&mut table, setting.key, &value);
            }
        }
        let config: Config = table.try_into()?;
        if !(1..=16).contains(&config.readers) {
            bail!(
                "`readers` is {}; it must lie between 1 and 16",
                config.readers
            );
        }
        if !(2..=3600).contains(&config.lease_seconds) {
            bail!(
                "`lease_seconds` is {}; it must lie between 2 and 3600",
                config.lease_seconds
            );
        }
        Ok(config)
    }

    /// How long a job stays with its worker without a sign of life.
    pub(crate) fn lease(&self) -> jiff::SignedDuration {
        jiff::SignedDuration::from_secs(self.lease_seconds.into())
    }

    /// The address that people open.
    pub(crate) fn address(&self) -> String {
        self.public_url.as_ref().map_or_else(
            || format!("http://{}", self.listen),
            |url| url.trim_end_matches('/').to_owned(),
        )
    }

    /// Are pages served over TLS?
    pub(crate) fn secure(&self) -> bool {
        self.address().starts_with("https://")
    }
}

/// Puts a variable's text into the table, as a number where it is one.
fn set(table: &mut toml::Table, key: &str, value: &str) {
    let parsed = match (key, value.parse::<i64>()) {
        ("max_upload_bytes" | "readers" | "lease_seconds", Ok(number)) => {
            toml::Value::Integer(number)
        }
        _ => toml::Value::String(value.to_owned()),
    };
    match key.split_once('.') {
        None => {
            table.insert(key.to_owned(), parsed);
        }
        Some((parent, child)) => {
            let entry = table
                .entry(parent)
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let toml::Value::Table(inner) = entry {
                inner.insert(child.to_owned(), parsed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn the_environment_overrides_the_file() {
        let config = Config::parse("listen = '0.0.0.0:1'\nreaders = 2", |name| {
            (name == "AMPLIFY_LISTEN").then(|| "127.0.0.1:9".to_owned())
        })
        .unwrap();
        assert_eq!((config.listen.as_str(), config.readers), ("127.0.0.1:9", 2));
    }

    #[test]
    fn a_misspelt_setting_is_named() {
        let error = Config::parse("lisen = 'x'", |_| None)
            .unwrap_err()
            .to_string();
        assert!(error.contains("lisen"), "{error}");
    }

    #[test]
    fn a_store_for_files_needs_its_keys() {
        let error = Config::parse("[s3]\nendpoint = 'http://127.0.0.1:1'", |_| None)
            .unwrap_err()
            .to_string();
        assert!(error.contains("bucket"), "{error}");
    }
}
