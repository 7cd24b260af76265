//! Identifiers: one type per noun, so that a facility's identifier is never taken for an audit's.
//! They wrap a UUID that the program makes (version 7); this module never makes one itself.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name)
            }
        }
    )+};
}

identifiers! {
    /// A person's account.
    AccountId,
    /// An organisation: a brand, a union, a facilitator, a supplier …
    OrganisationId,
    /// A programme that member organisations take part in.
    ProgrammeId,
    /// A production site.
    FacilityId,
    /// One answer of one source to one indicator.
    AnswerId,
    /// One uploaded audit document and its reading.
    AuditId,
    /// One uploaded supplier list.
    ListId,
    /// One durable unit of background work.
    JobId,
}
