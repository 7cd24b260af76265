//! Who takes part, how they sign in, what they may reach, and the trail of their changes.

pub(crate) mod access;
pub mod account;
pub mod organisation;
pub mod session;
pub mod trail;
