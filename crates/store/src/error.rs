//! What can go wrong in the store, in the kinds a caller treats differently. The texts say what
//! happened and what to do next; they never carry the content of a record.

use domain::id::AccountId;
use jiff::Timestamp;

/// Outcome of a call into the store.
pub type Result<T> = std::result::Result<T, Error>;

/// What stands in the database now, when a change was made against an older version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stale {
    /// The version that stands now.
    pub version: i64,
    /// Who changed it last, if that is known.
    pub by: Option<AccountId>,
    /// When it was changed last, if that is known.
    pub at: Option<Timestamp>,
}

/// Why a call into the store failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The item does not exist, or the actor may not see it; the two look alike on purpose.
    #[error(
        "nothing was found under this identifier; it may have been removed, or belong to others"
    )]
    NotFound,
    /// Somebody else changed the item since it was read.
    #[error(
        "somebody else has changed this in the meantime (it is at version {} now); load it again and repeat the change",
        .0.version
    )]
    Conflict(Box<Stale>),
    /// An item with the same key exists.
    #[error("this exists already: {0}")]
    Duplicate(String),
    /// The disk of the database or of the files is full.
    #[error("the disk is full ({0}); nothing was saved; free some space and repeat")]
    Full(String),
    /// The database or the file storage cannot be reached.
    #[error(
        "the database or the file storage cannot be reached ({0}); nothing was saved; check that it runs, then repeat"
    )]
    Unavailable(String),
    /// Other writes were in the way each time the change was tried.
    #[error("the database is busy ({0}); nothing was saved; repeat in a moment")]
    Busy(String),
    /// What was handed in cannot be kept.
    #[error("{0}")]
    Invalid(String),
    /// The database does not fit this program.
    #[error("{0}")]
    Schema(String),
    /// A stored value or a statement is broken; this is a defect of the program or of the file.
    #[error("the store failed: {0}; if this repeats, run `amplify check` and report it")]
    Other(String),
}

impl Error {
    /// A change was made against an older version than `version`.
    pub fn stale(version: i64, by: Option<AccountId>, at: Option<Timestamp>) -> Self {
        Error::Conflict(Box::new(Stale { version, by, at }))
    }

    /// May the same transaction succeed when it is run again?
    pub(crate) fn is_transient(&self) -> bool {
        matches!(self, Error::Busy(_))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::Other(format!("a stored JSON value does not fit: {error}"))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::ErrorCode;
        let text = error.to_string();
        match error.sqlite_error().map(|e| (e.code, e.extended_code)) {
            Some((ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _)) => Error::Busy(text),
            Some((ErrorCode::DiskFull, _)) => Error::Full(text),
            Some((
                ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
                | ErrorCode::PermissionDenied
                | ErrorCode::ReadOnly,
                _,
            )) => Error::Unavailable(text),
            Some((
                ErrorCode::ConstraintViolation,
                rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
                | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY,
            )) => Error::Duplicate(text),
            Some((ErrorCode::ConstraintViolation, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)) => {
                Error::Invalid(format!(
                    "what this refers to does not exist, or others still refer to it ({text})"
                ))
            }
            _ => Error::Other(text),
        }
    }
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let text = error
            .as_db_error()
            .map_or_else(|| error.to_string(), |db| db.message().to_owned());
        let Some(code) = error.code() else {
            // Without a code from the server, the connection or the values are at fault.
            let io = std::error::Error::source(&error)
                .and_then(|source| source.downcast_ref::<std::io::Error>())
                .is_some();
            return if error.is_closed() || io || text.starts_with("error connecting") {
                Error::Unavailable(text)
            } else {
                Error::Other(text)
            };
        };
        if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
        {
            Error::Busy(text)
        } else if *code == SqlState::UNIQUE_VIOLATION {
            Error::Duplicate(text)
        } else if *code == SqlState::FOREIGN_KEY_VIOLATION {
            Error::Invalid(format!(
                "what this refers to does not exist, or others still refer to it ({text})"
            ))
        } else if *code == SqlState::CHARACTER_NOT_IN_REPERTOIRE
            || *code == SqlState::UNTRANSLATABLE_CHARACTER
        {
            Error::Invalid("a text holds a character that cannot be kept".into())
        } else if *code == SqlState::DISK_FULL {
            Error::Full(text)
        } else if matches!(code.code().get(..2), Some("08" | "53" | "57" | "28" | "3D")) {
            Error::Unavailable(text)
        } else {
            Error::Other(text)
        }
    }
}
