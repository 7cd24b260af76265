//! Seeing: indicators, answers with their sources and evidence, profiles, audits and gaps.

pub mod answer;
pub mod audit;
pub mod country;
pub mod facility;
pub mod gap;
pub mod indicator;
pub mod profile;
