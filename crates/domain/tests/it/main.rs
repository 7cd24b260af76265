//! All tests of the rules, in one binary. Each module tests one noun; [`support`] holds the words
//! in which they speak: a source answers an indicator on a day.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod access;
mod audit;
mod content;
mod contested;
mod country;
mod gap;
mod indicator;
mod mistakes;
mod profile;
mod properties;
mod route;
mod scope;
mod support;
