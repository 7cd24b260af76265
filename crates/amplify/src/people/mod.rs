//! People: signing in and out, and the language they read.

pub(crate) mod language;
pub(crate) mod password;
pub(crate) mod sign_in;
pub(crate) mod token;
