//! Columns to fields: what is guessed, what is refused, what is remembered.

use crate::made::table;
use documents::list::mapping::{self, Column};
use documents::list::{Field, Mapping, MappingError};
use std::collections::HashSet;

fn guess(text: &str) -> Mapping {
    let table = table(text);
    mapping::guess(&table.headers, &table.rows)
}

fn fields(mapping: &Mapping) -> Vec<Field> {
    mapping.columns.iter().map(|column| column.field).collect()
}

#[test]
fn the_open_supply_hub_template_maps_whole() {
    let mapping = guess(
        "country,name,address,sector,number_of_workers,facility_type,processing_type,product_type,parent_company,native_language_name,lat,lng,os_id\nBD,Lotus,Plot 7,Apparel,300,Factory,Sewing,Shirts,Orchid,,23.8,90.4,\n",
    );
    assert_eq!(
        fields(&mapping),
        [
            Field::Country,
            Field::Name,
            Field::Address,
            Field::Sector,
            Field::Workers,
            Field::FacilityType,
            Field::ProcessingType,
            Field::ProductType,
            Field::ParentCompany,
            Field::NativeName,
            Field::Latitude,
            Field::Longitude,
            Field::OsId,
        ]
    );
}

#[test]
fn headers_of_ten_languages_are_known() {
    for headers in [
        "Factory Name,Full Address,Country *,No. of Workers",
        "Naam leverancier,Adres,Land,Aantal werknemers",
        "Lieferant,Anschrift,Land,Anzahl Beschäftigte",
        "Nom de l'usine,Adresse,Pays,Effectif",
        "Nombre de la fábrica,Dirección,País,Número de trabajadores",
        "FABRİKA ADI,Açık Adres,ÜLKE,İşçi Sayısı",
        "工厂名称,地址,国家,员工人数",
        "Tên nhà máy,Địa chỉ,Quốc gia,Số lao động",
        "Nama Pabrik,Alamat,Negara,Jumlah Karyawan",
        "কারখানার নাম,ঠিকানা,দেশ,শ্রমিক সংখ্যা",
    ] {
        let mapping = guess(&format!("{headers}\nLotus,Plot 7,BD,300\n"));
        assert_eq!(
            fields(&mapping),
            [Field::Name, Field::Address, Field::Country, Field::Workers],
            "{headers}"
        );
    }
}

#[test]
fn content_tells_countries_positions_and_identifiers() {
    let mapping = guess(
        "Name,Where,Location,ID,Remark\nLotus,Bangladesh,\"23.8, 90.4\",BD202600100001J,good\nDelta,Viet Nam,\"10.8, 106.6\",BD202600100001J,late\n",
    );
    assert_eq!(
        fields(&mapping),
        [
            Field::Name,
            Field::Country,
            Field::Coordinates,
            Field::OsId,
            Field::Detail
        ]
    );
}

#[test]
fn address_parts_and_several_brands_are_mapped_and_blank_columns_ignored() {
    let mapping = guess(
        "Supplier,Street,City,Province,Postal code,Country,Brand 1,Brand,Empty,S.No\nLotus,Plot 7,Savar,Dhaka,1340,BD,A,B,,1\n",
    );
    assert_eq!(
        fields(&mapping)[1..6],
        [
            Field::Street,
            Field::City,
            Field::State,
            Field::Postcode,
            Field::Country
        ]
    );
    assert_eq!(
        fields(&mapping)[7..],
        [Field::Brand, Field::Ignore, Field::Ignore]
    );
    assert!(mapping.places());
}

#[test]
fn a_second_column_for_one_field_is_kept_as_a_detail() {
    let mapping = guess("Factory,Supplier,Country,Country of origin\nLotus,Orchid,BD,BD\n");
    assert_eq!(
        fields(&mapping),
        [Field::Name, Field::Detail, Field::Country, Field::Detail]
    );
}

#[test]
fn a_mapping_that_cannot_work_is_refused_with_each_reason() {
    let list = table("a,b,c\n1,2,3\n");
    let mapping = |fields: &[Field]| Mapping {
        columns: fields
            .iter()
            .map(|field| Column {
                header: field.key().to_owned(),
                field: *field,
            })
            .collect(),
        default_country: None,
    };
    let codes = |mapping: &Mapping| -> Vec<_> {
        mapping
            .check(&list)
            .iter()
            .map(MappingError::code)
            .collect()
    };
    assert_eq!(
        codes(&mapping(&[Field::Detail, Field::Latitude])),
        [
            "mapping-other-list",
            "mapping-name-missing",
            "mapping-country-missing",
            "mapping-half-position"
        ]
    );
    let mut twice = mapping(&[Field::Name, Field::Name, Field::Ignore]);
    twice.default_country = Some("BD".to_owned());
    assert_eq!(codes(&twice), ["mapping-twice"]);
    twice.default_country = Some("XX".to_owned());
    assert_eq!(codes(&twice), ["mapping-unknown-country", "mapping-twice"]);
    assert_eq!(
        codes(&mapping(&[Field::Country, Field::Name, Field::Ignore])),
        [""; 0]
    );
}

#[test]
fn a_mapping_survives_being_kept_as_json() {
    let mapping = guess("Name,Country,Lat,Lng\nLotus,BD,23.8,90.4\n");
    let json = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&json).unwrap(), mapping);
    assert!(serde_json::from_str::<Mapping>(r#"{"columns":[],"colour":1}"#).is_err());
}

#[test]
fn lists_with_the_same_headers_have_the_same_signature() {
    let sign = |headers: &[&str]| {
        mapping::signature(
            &headers
                .iter()
                .map(|header| (*header).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        sign(&["Factory Name", "País"]),
        sign(&["factory_name ", "PAIS"])
    );
    assert_ne!(sign(&["Name", "Country"]), sign(&["Country", "Name"]));
    assert_ne!(sign(&["Name", "Country"]), sign(&["Name Country"]));
}

#[test]
fn every_field_has_a_key_of_its_own() {
    let keys: HashSet<&str> = Field::ALL.iter().map(|field| field.key()).collect();
    assert_eq!(keys.len(), Field::ALL.len());
    for field in Field::ALL {
        assert_eq!(Field::from_key(field.key()), Some(field));
        assert_eq!(serde_json::to_value(field).unwrap(), field.key());
    }
}

#[test]
fn no_header_is_known_as_two_fields() {
    let mut seen = std::collections::HashMap::new();
    let mut reader = csv::Reader::from_path(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/list/synonyms.csv"
    ))
    .unwrap();
    for record in reader.records().map(Result::unwrap) {
        assert!(Field::from_key(&record[0]).is_some(), "{record:?}");
        for header in record[2].split('|') {
            let signature = mapping::signature(&[header.to_owned()]);
            let other = seen.insert(signature, record[0].to_owned());
            assert!(
                other.as_ref().is_none_or(|other| *other == record[0]),
                "{header}: {other:?}"
            );
        }
    }
}
