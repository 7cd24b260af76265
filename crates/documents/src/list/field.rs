//! The fields of a facility that a column of a list can fill. Their keys are stored with mappings
//! and stand in forms and the message catalogue, so they never change.

use serde::{Deserialize, Serialize};

/// A field of a facility that a column can fill.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Name.
    Name,
    /// Name in the local language and script.
    NativeName,
    /// Address, or its first part; several columns are joined in the order of the list.
    Address,
    /// Street of an address in parts.
    Street,
    /// City of an address in parts.
    City,
    /// State, province or district of an address in parts.
    State,
    /// Postcode of an address in parts.
    Postcode,
    /// Country by code or name.
    Country,
    /// Latitude in degrees.
    Latitude,
    /// Longitude in degrees.
    Longitude,
    /// Latitude and longitude in one cell.
    Coordinates,
    /// Sector.
    Sector,
    /// Number of workers.
    Workers,
    /// Parent company or supplier group.
    ParentCompany,
    /// Type of facility.
    FacilityType,
    /// Type of processing.
    ProcessingType,
    /// Type of product.
    ProductType,
    /// Open Supply Hub identifier.
    OsId,
    /// The list owner's own number of the facility.
    OwnNumber,
    /// Brand that buys from it.
    Brand,
    /// Kept as a detail under the column's header.
    Detail,
    /// Left out.
    Ignore,
}

impl Field {
    /// All fields in the order in which a person is offered them.
    pub const ALL: [Field; 22] = [
        Field::Name,
        Field::NativeName,
        Field::Address,
        Field::Street,
        Field::City,
        Field::State,
        Field::Postcode,
        Field::Country,
        Field::Latitude,
        Field::Longitude,
        Field::Coordinates,
        Field::Sector,
        Field::Workers,
        Field::ParentCompany,
        Field::FacilityType,
        Field::ProcessingType,
        Field::ProductType,
        Field::OsId,
        Field::OwnNumber,
        Field::Brand,
        Field::Detail,
        Field::Ignore,
    ];

    /// Stable key, as in stored mappings, forms and the message catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::NativeName => "native_name",
            Field::Address => "address",
            Field::Street => "street",
            Field::City => "city",
            Field::State => "state",
            Field::Postcode => "postcode",
            Field::Country => "country",
            Field::Latitude => "latitude",
            Field::Longitude => "longitude",
            Field::Coordinates => "coordinates",
            Field::Sector => "sector",
            Field::Workers => "workers",
            Field::ParentCompany => "parent_company",
            Field::FacilityType => "facility_type",
            Field::ProcessingType => "processing_type",
            Field::ProductType => "product_type",
            Field::OsId => "os_id",
            Field::OwnNumber => "own_number",
            Field::Brand => "brand",
            Field::Detail => "detail",
            Field::Ignore => "ignore",
        }
    }

    /// The field of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Field::ALL.into_iter().find(|field| field.key() == key)
    }

    /// True if several columns may fill it; their cells are then joined.
    pub fn repeats(self) -> bool {
        !matches!(
            self,
            Field::Name
                | Field::Country
                | Field::Latitude
                | Field::Longitude
                | Field::Coordinates
                | Field::Workers
                | Field::OsId
                | Field::OwnNumber
        )
    }

    /// True for the parts that make up an address.
    pub fn is_address(self) -> bool {
        matches!(
            self,
            Field::Address | Field::Street | Field::City | Field::State | Field::Postcode
        )
    }
}
