//! The content that ships: catalogue, playbook and countries, read as the program reads them.

use domain::act::route::Playbook;
use domain::see::country::{Country, Section};
use domain::see::indicator::{Catalogue, Column};

use crate::support::{INDICATORS, ROUTES};

#[test]
fn the_shipped_catalogue_is_valid_and_has_eleven_core_indicators() {
    let catalogue = Catalogue::parse(INDICATORS).unwrap();
    assert_eq!(catalogue.core().count(), 11);
    assert_eq!(catalogue.clusters().len(), 12);
    assert_eq!(catalogue.clusters()[0].id, "context");
    assert_eq!(catalogue.get("union.present").unwrap().max_age_days, 540);
    assert_eq!(catalogue.get("bargain.stage").unwrap().max_age_days, 120);
    for (place, indicator) in catalogue.indicators().iter().enumerate() {
        assert_eq!(indicator.number, place, "{}", indicator.id);
    }
}

#[test]
fn in_the_shipped_catalogue_neither_audit_nor_management_may_verify_anything() {
    let catalogue = Catalogue::parse(INDICATORS).unwrap();
    for source in catalogue.source_types() {
        let may = catalogue
            .indicators()
            .iter()
            .filter(|indicator| source.may_verify(indicator))
            .count();
        match source.key.as_str() {
            "audit" | "manager_interview" | "supplier_self" => assert_eq!(may, 0, "{}", source.key),
            "union" => assert_eq!(may, catalogue.indicators().len()),
            _ => {}
        }
        assert!(
            source.column != Column::Management || may == 0,
            "{} may verify {may} indicators",
            source.key
        );
    }
}

#[test]
fn the_shipped_playbook_is_valid_and_knows_the_catalogue() {
    let catalogue = Catalogue::parse(INDICATORS).unwrap();
    let playbook = Playbook::parse(ROUTES).unwrap();
    assert_eq!(playbook.routes().len(), 5);
    assert_eq!(playbook.actions().len(), 24);
    playbook.check(&catalogue).unwrap();
}

#[test]
fn every_shipped_country_is_valid_and_its_guidance_limits_known_routes() {
    let playbook = Playbook::parse(ROUTES).unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogue/countries");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let country =
            Country::parse(&name, &text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let limits = country
            .limits()
            .unwrap_or_else(|| panic!("{name}: no workable routes"));
        for route in &limits.routes {
            assert!(playbook.route(route).is_some(), "{name}: route {route}");
        }
        assert!(country.retaliation_risk().is_some(), "{name}");
        assert_eq!(country.section(Section::Ratification).count(), 6, "{name}");
        read += 1;
    }
    assert_eq!(read, 34);
}
