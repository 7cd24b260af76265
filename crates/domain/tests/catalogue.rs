//! The catalogue that ships, read as the program reads it.

use domain::see::indicator::Catalogue;

const INDICATORS: &str = include_str!("../../../catalogue/indicators.toml");

#[test]
fn the_shipped_catalogue_is_valid_and_has_eleven_core_indicators() {
    let catalogue = Catalogue::parse(INDICATORS).unwrap();
    assert_eq!(catalogue.core().count(), 11);
    assert_eq!(catalogue.clusters().len(), 12);
    assert_eq!(catalogue.get("union.present").unwrap().max_age_days, 540);
}
