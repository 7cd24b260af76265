//! The rules of Amplify, and nothing else.
//!
//! Everything here is pure: no clock, no files, no database, no network, no randomness. Time and
//! chance come in as values, so that every rule can be tested with plain data. The modules follow
//! the four verbs of the product: [`see`] and [`act`] (the others come with their first rule), and
//! beside them [`people`].

pub mod act;
pub mod content;
pub mod id;
pub mod people;
pub mod see;
