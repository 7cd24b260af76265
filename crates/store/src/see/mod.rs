//! Seeing: facilities, supplier lists, audits, answers and the standings computed from them.

pub mod facility;
pub mod standing;
