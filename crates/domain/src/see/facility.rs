//! Facilities: production sites, with the columns that supplier lists carry. Nothing here says
//! what is known about freedom of association; that is the profile's.

use crate::id::FacilityId;
use serde::{Deserialize, Serialize};

/// A production site.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Facility {
    /// Identifier; never changes.
    pub id: FacilityId,
    /// Name as the list or person wrote it.
    pub name: String,
    /// Address in one line, as written.
    pub address: String,
    /// ISO 3166-1 alpha-2 code in capitals.
    pub country: String,
    /// Where it stands, if known: latitude -90 to 90 and longitude -180 to 180, WGS 84 degrees.
    pub position: Option<Position>,
    /// Sectors, as written.
    pub sector: String,
    /// Number of workers, if known.
    pub workers: Option<u32>,
    /// Further columns of the supplier list, by name (parent company, processing type, product …).
    pub details: Vec<(String, String)>,
    /// Open Supply Hub identifier, if known.
    pub os_id: Option<String>,
    /// True for demonstration data; shown beside the name.
    pub fictional: bool,
}

/// A point on the globe in WGS 84 degrees.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Position {
    /// -90 to 90.
    pub latitude: f64,
    /// -180 to 180.
    pub longitude: f64,
}

impl Position {
    /// A position, if both numbers are finite and in range.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)).then_some(
            Position {
                latitude,
                longitude,
            },
        )
    }
}
