//! The store: everything that is kept, and the only SQL of the project.
//!
//! [`db::Db`] hands out transactions; the modules below hold one noun each and take an open
//! transaction. A function that returns or changes records of a programme takes the actor's
//! `Scope`; there is no variant that returns all rows. A change and its entry in the trail, its
//! jobs and its index for search are in the same transaction. Nothing here decides who may see
//! what (that is `domain::people::access`), and nothing here knows pages or document formats.

pub mod check;
pub mod db;
pub mod dialect;
pub mod error;
pub mod files;
pub mod jobs;
mod migrate;
pub mod people;
pub mod search;
pub mod see;
#[cfg(feature = "testing")]
pub mod testing;
mod text;

pub use db::{Db, Tx};
pub use dialect::Engine;
pub use error::{Error, Result, Stale};
