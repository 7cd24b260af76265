//! Rows to facilities: what is taken, what is warned about, what is refused.

use crate::made::{facilities, remarks, table};
use documents::list::rows::ROW_CODES;
use documents::list::{self, Field, Severity, mapping};

#[test]
fn a_full_row_fills_every_field() {
    let report = facilities(
        "ID,Factory,Street,City,Postcode,Country,Coordinates,Sector,Workers,Parent company,Product type,OS ID,Brand,Customer,Audit score\nL-07, Lotus  Knit ,\"Plot 7\nBlock C\",Savar,1340,Bangladesh,\"23.85, 90.26\",Apparel,\"1,250\",Orchid Group,Shirts,bd-2026001-00001-j,Aster; Birch,Cedar,B+\n",
    );
    assert_eq!(report.errors, []);
    let row = &report.rows[0];
    assert_eq!(
        (row.number, row.name.as_str(), row.country.as_str()),
        (2, "Lotus Knit", "BD")
    );
    assert_eq!(row.address, "Plot 7, Block C, Savar, 1340");
    let position = row.position.unwrap();
    assert!((position.latitude - 23.85).abs() < 1e-9 && (position.longitude - 90.26).abs() < 1e-9);
    assert_eq!((row.sector.as_str(), row.workers), ("Apparel", Some(1250)));
    assert_eq!(row.os_id.as_deref(), Some("BD202600100001J"));
    assert_eq!(row.own_number.as_deref(), Some("L-07"));
    assert_eq!(row.brands, ["Aster", "Birch", "Cedar"]);
    let details: Vec<(&str, &str)> = row
        .details
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    assert_eq!(
        details,
        [
            ("parent_company", "Orchid Group"),
            ("product_type", "Shirts"),
            ("Audit score", "B+")
        ]
    );
}

#[test]
fn a_row_without_name_or_country_is_refused_with_its_place() {
    let report =
        facilities("Country,Name\n,Lotus\nBD,N/A\nBangladsh,Delta\nAtlantis,River\nVN,Quay\n");
    assert_eq!(
        remarks(&report),
        [
            (2, "A", "row-country-missing"),
            (3, "B", "row-name-missing"),
            (4, "A", "row-country-misspelled"),
            (5, "A", "row-country-unknown"),
        ]
    );
    let misspelled = &report.errors[2];
    assert_eq!(misspelled.severity, Severity::Error);
    assert_eq!(
        misspelled.args,
        [
            ("value", "Bangladsh".to_owned()),
            ("suggestion", "Bangladesh".to_owned()),
            ("code", "BD".to_owned())
        ]
    );
    assert_eq!(misspelled.column.as_ref().unwrap().header, "Country");
    assert_eq!(misspelled.advice(), "row-country-misspelled-advice");
    assert_eq!((report.rows.len(), report.refused), (1, 4));
}

#[test]
fn one_country_can_be_chosen_for_rows_that_state_none() {
    let list = table("Name,Country\nLotus,\nDelta,VN\n");
    let mut mapping = mapping::guess(&list.headers, &list.rows);
    mapping.default_country = Some("BD".to_owned());
    let report = list::facility_rows(&list, &mapping);
    let countries: Vec<&str> = report.rows.iter().map(|row| row.country.as_str()).collect();
    assert_eq!(countries, ["BD", "VN"]);
}

#[test]
fn positions_are_checked_and_never_put_right() {
    let report = facilities(
        "Name,Country,Lat,Lng\nA,BD,23.8,90.4\nB,BD,123.8,90.4\nC,BD,0,0\nD,TR,29.0,41.0\nE,BD,52.1,5.1\nF,BD,north,90\nG,BD,23.8,\nH,BD,\"23°48'36\"\"N\",\"90°24'36\"\"E\"\nI,BD,\"23,8\",\"90,4\"\nJ,BD,-,-\nK,BD,90.4,23.8\n",
    );
    assert_eq!(
        remarks(&report),
        [
            (3, "C", "row-position-out-of-range"),
            (4, "C", "row-position-zero"),
            (5, "C", "row-position-swapped"),
            (6, "C", "row-position-outside-country"),
            (7, "C", "row-position-unreadable"),
            (8, "C", "row-position-half"),
            (12, "C", "row-position-out-of-range"),
        ]
    );
    let placed: Vec<(&str, bool)> = report
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.position.is_some()))
        .collect();
    assert_eq!(
        placed,
        [
            ("A", true),
            ("C", false),
            ("D", true),
            ("E", true),
            ("F", false),
            ("G", false),
            ("H", true),
            ("I", true),
            ("J", false)
        ]
    );
    // The swapped one is told, not turned.
    assert!(report.rows[2].position.unwrap().latitude < 30.0);
    assert!(
        report.errors[6]
            .args
            .contains(&("swapped", "true".to_owned()))
    );
}

#[test]
fn workers_that_are_no_plain_number_stay_as_written() {
    let report = facilities(
        "Name,Country,Workers\nA,BD,approx. 300\nB,BD,500-1000\nC,BD,many\nD,BD,1.200\nE,BD,nil\n",
    );
    assert_eq!(
        remarks(&report),
        [
            (2, "C", "row-workers-about"),
            (3, "C", "row-workers-range"),
            (4, "C", "row-workers-unreadable")
        ]
    );
    let taken: Vec<_> = report
        .rows
        .iter()
        .map(|row| (row.workers, row.details.len()))
        .collect();
    assert_eq!(
        taken,
        [
            (Some(300), 1),
            (None, 1),
            (None, 1),
            (Some(1200), 0),
            (None, 0)
        ]
    );
    assert_eq!(
        report.rows[1].details,
        [("workers".to_owned(), "500-1000".to_owned())]
    );
}

#[test]
fn a_mistyped_identifier_is_left_out_and_one_of_another_country_told() {
    let report =
        facilities("Name,Country,OS ID\nA,BD,BD202600100002J\nB,BD,12345\nC,VN,BD202600100001J\n");
    assert_eq!(
        remarks(&report),
        [
            (2, "C", "row-os-id-check"),
            (3, "C", "row-os-id-shape"),
            (4, "C", "row-os-id-country")
        ]
    );
    let ids: Vec<_> = report.rows.iter().map(|row| row.os_id.is_some()).collect();
    assert_eq!(ids, [false, false, true]);
}

#[test]
fn exact_repeats_are_one_facility_with_what_all_of_them_say() {
    let report = facilities(
        "Name,Address,Country,Brand,Workers,Sector\nLotus Knit Ltd.,Plot 7,BD,Aster,,Apparel\nDelta,Quay 5,VN,Aster,,\nLOTUS KNIT LTD,\"plot, 7\",Bangladesh,Birch,300,Home\nLotus Knit Ltd,Plot 8,BD,Birch,,\n",
    );
    assert_eq!(
        report
            .duplicates
            .iter()
            .map(|repeat| (repeat.row, repeat.first))
            .collect::<Vec<_>>(),
        [(4, 2)]
    );
    assert_eq!(report.rows.len(), 3);
    let first = &report.rows[0];
    assert_eq!(first.brands, ["Aster", "Birch"]);
    assert_eq!(
        (first.workers, first.sector.as_str()),
        (Some(300), "Apparel")
    );
}

#[test]
fn ignored_columns_leave_no_trace() {
    let list = table("Name,Country,Phone\nLotus,BD,123\n");
    let mut mapping = mapping::guess(&list.headers, &list.rows);
    mapping.columns[2].field = Field::Ignore;
    assert_eq!(list::facility_rows(&list, &mapping).rows[0].details, []);
}

#[test]
fn every_remark_that_can_be_made_is_listed_for_the_catalogue() {
    let body = include_str!("../../src/list/reading.rs");
    let mut codes: Vec<&str> = body
        .split('"')
        .filter(|text| text.starts_with("row-"))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let mut listed = ROW_CODES.to_vec();
    listed.sort_unstable();
    assert_eq!(codes, listed);
}
