//! Supplier lists: bringing in, matching, looking, importing; and every kind of file that is none.

use crate::{Answer, Site};
use axum::http::StatusCode;
use std::io::Write as _;

const LIST: &str = "Factory,Address,Country,Lat,Long,Workers,Remark\n\
    Meghna Knit,Plot 14 Gazipur,Bangladesh,23.99,90.41,2340,first\n\
    Tonle Garment,Street 271 Phnom Penh,KH,11.55,104.91,800,\n\
    ,No name road,BD,23.9,90.4,100,\n\
    Sunrise Apparel,Hill road,Atlantis,10,20,50,\n\
    Far Away Ltd.,Moon street,BD,123.9,90.4,70,\n\
    Meghna Knit,Plot 14 Gazipur,Bangladesh,23.99,90.41,2340,again\n";

impl Site {
    /// Uploads a list of the programme's suppliers; the address of its page.
    async fn bring_in(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let answer = self
            .upload("/lists", &[("owner", "")], name, content.as_ref())
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer.location
    }

    /// Tries to upload what is no list.
    async fn refused(&self, name: &str, content: impl AsRef<[u8]>) -> Answer {
        let answer = self
            .upload("/lists", &[("owner", "")], name, content.as_ref())
            .await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            answer.text
        );
        assert_eq!(
            self.json("/lists").await["rows"],
            serde_json::json!([]),
            "something was kept"
        );
        assert_eq!(
            files_in(&self.folder.path().join("files")),
            0,
            "a file was left behind"
        );
        answer
    }

    /// Starts the import that the page shows, and lets the workers do it.
    async fn import(&self, address: &str) -> serde_json::Value {
        let version = self.json(address).await["version"].to_string();
        let answer = self
            .send(&format!("{address}/import"), &[("version", &version)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        self.started.work();
        self.json(address).await["list"].clone()
    }

    async fn facilities(&self) -> u64 {
        self.json("/facilities").await["total"].as_u64().unwrap()
    }
}

fn files_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            if entry.path().is_dir() {
                files_in(&entry.path())
            } else {
                1
            }
        })
        .sum()
}

/// A workbook with one sheet, from the XML of its rows and what follows them.
fn workbook(rows: &str, after: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let pack = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="{pack}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{pack}/relationships"><Relationship Id="rId1" Type="{doc}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{doc}"><sheets><sheet name="Suppliers" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{pack}/relationships"><Relationship Id="rId1" Type="{doc}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>"#
            ),
        ),
    ];
    for (name, text) in parts {
        archive
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn row(number: usize, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .zip(b'A'..)
        .map(|(cell, letter)| match cell.strip_prefix('=') {
            Some(formula) => format!(r#"<c r="{}{number}"><f>{formula}</f></c>"#, letter as char),
            None => format!(
                r#"<c r="{}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"#,
                letter as char
            ),
        })
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_before_it_is_imported() {
    let site = Site::open();
    let address = site.bring_in("suppliers.csv", LIST).await;
    assert_eq!(site.facilities().await, 0, "looking imports nothing");
    let page = site.json(&address).await;
    assert_eq!(page["preview"]["new"], 2);
    assert_eq!(page["problems"]["refused"], 3);
    assert_eq!(page["problems"]["duplicates"], 1);
    let html = site.page(&address).await.text;
    for words in [
        "Import 2 facilities, leave out 3",
        "“Atlantis” is no country we know",
        "The name of the facility is missing",
        "123.9",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let dutch = site.page_in("nl", &address).await.text;
    assert!(dutch.contains("“Atlantis” is geen land dat we kennen"));

    let list = site.import(&address).await;
    assert_eq!(
        (&list["state"], &list["added"], &list["refused"]),
        (&"done".into(), &2.into(), &3.into())
    );
    assert_eq!(site.facilities().await, 2);
    let after = site.page(&address).await.text;
    assert!(
        after.contains("“Atlantis” is no country we know"),
        "the mistakes can still be read"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_list_again_updates_and_doubles_nothing() {
    let site = Site::open();
    let first = site.bring_in("suppliers.csv", LIST).await;
    site.import(&first).await;
    let again = site.bring_in("suppliers-copy.csv", LIST).await;
    let page = site.page(&again).await.text;
    assert!(
        page.contains("The same file was imported before"),
        "the reader is told"
    );
    assert!(page.contains(&format!("href=\"{first}\"")), "and led there");
    let list = site.import(&again).await;
    assert_eq!(
        (&list["added"], &list["updated"], &list["unchanged"]),
        (&0.into(), &0.into(), &2.into())
    );
    let changed = site
        .bring_in("changed.csv", LIST.replace("2340", "2400"))
        .await;
    let list = site.import(&changed).await;
    assert_eq!(
        (&list["added"], &list["updated"], &list["unchanged"]),
        (&0.into(), &1.into(), &1.into())
    );
    assert_eq!(site.facilities().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facility_with_another_name_is_known_by_its_identifier() {
    let site = Site::open();
    let list = "Name,Address,Country,OS ID\nMeghna Knit,Plot 14,BD,BD202600100001J\n";
    let address = site.bring_in("first.csv", list).await;
    site.import(&address).await;
    let renamed = list.replace("Meghna Knit", "Meghna Knit Composite");
    let address = site.bring_in("renamed.csv", &renamed).await;
    assert_eq!(site.json(&address).await["preview"]["update"], 1);
    let list = site.import(&address).await;
    assert_eq!((&list["added"], &list["updated"]), (&0.into(), &1.into()));
    let facilities = site.json("/facilities").await;
    assert_eq!(facilities["total"], 1);
    assert_eq!(facilities["rows"][0]["name"], "Meghna Knit Composite");
    let address = site.bring_in("again.csv", &renamed).await;
    assert_eq!(site.import(&address).await["unchanged"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_match_made_by_hand_is_kept_and_remembered() {
    let site = Site::open();
    let list = "Wer,Wo,Land\nMeghna Knit,Gazipur,BD\nTonle Garment,Phnom Penh,KH\n";
    let address = site.bring_in("odd.csv", list).await;
    let page = site.json(&address).await;
    assert!(
        page["preview"].is_null(),
        "without a name there is nothing to preview"
    );
    let version = page["version"].to_string();
    let wrong = [
        ("version", version.as_str()),
        ("field", "name"),
        ("field", "name"),
        ("field", "country"),
    ];
    let answer = site.send(&format!("{address}/mapping"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.text.contains("are both “Name of the facility”"),
        "it says why"
    );
    assert_eq!(
        answer
            .text
            .matches("<option value=\"name\" selected>")
            .count(),
        2,
        "what was chosen is kept"
    );

    let right = [
        ("version", version.as_str()),
        ("field", "name"),
        ("field", "address"),
        ("field", "country"),
    ];
    let answer = site.send(&format!("{address}/mapping"), &right).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(site.json(&address).await["preview"]["new"], 2);
    assert_eq!(site.facilities().await, 0, "matching imports nothing");

    let stale = site.send(&format!("{address}/mapping"), &right).await;
    assert_eq!(
        stale.status,
        StatusCode::CONFLICT,
        "another officer was faster"
    );
    let stale = site
        .send(&format!("{address}/import"), &[("version", &version)])
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);

    let next = site
        .bring_in("next.csv", list.replace("Meghna", "Padma"))
        .await;
    let page = site.json(&next).await;
    assert_eq!(page["reading"]["remembered"], true);
    assert_eq!(page["preview"]["total"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_read_wrongly_can_be_read_in_another_way() {
    let site = Site::open();
    let list = "Suppliers of 2026\nName;Country\nMeghna Knit;BD\n";
    let address = site.bring_in("list.csv", list).await;
    let version = site.json(&address).await["version"].to_string();
    let reading = format!("{address}/reading");
    let answer = site
        .send(&reading, &[("version", &version), ("header_row", "99")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("There is no row 99"));
    let answer = site
        .send(
            &reading,
            &[
                ("version", &version),
                ("header_row", "2"),
                ("separator", ";"),
                ("encoding", "utf-8"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = site.json(&address).await;
    assert_eq!(page["reading"]["header_row"], 2);
    assert_eq!(page["preview"]["new"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_waiting_import_can_be_stopped_and_begun_again() {
    let site = Site::open();
    let address = site.bring_in("suppliers.csv", LIST).await;
    let version = site.json(&address).await["version"].to_string();
    site.send(&format!("{address}/import"), &[("version", &version)])
        .await;
    assert_eq!(site.json(&address).await["list"]["state"], "queued");
    let twice = site
        .send(&format!("{address}/import"), &[("version", &version)])
        .await;
    assert_eq!(
        twice.status,
        StatusCode::CONFLICT,
        "two officers start it once"
    );
    let answer = site.send(&format!("{address}/stop"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    site.started.work();
    assert_eq!(site.facilities().await, 0);
    assert_eq!(site.import(&address).await["state"], "done");
    assert_eq!(site.facilities().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_vanished_is_told_and_nothing_is_imported() {
    let site = Site::open();
    let address = site.bring_in("suppliers.csv", LIST).await;
    let version = site.json(&address).await["version"].to_string();
    site.send(&format!("{address}/import"), &[("version", &version)])
        .await;
    std::fs::remove_dir_all(site.folder.path().join("files")).unwrap();
    site.started.work();
    let page = site.page(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text.contains("no longer in the storage"),
        "{}",
        page.text
    );
    assert!(page.text.contains("The import did not work"));
    assert_eq!(site.facilities().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brand_is_chosen_or_added_and_its_suppliers_are_found_by_it() {
    let site = Site::open();
    let none = site.upload("/lists", &[], "a.csv", LIST.as_bytes()).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("Say whose suppliers these are"));
    let made = site
        .upload(
            "/lists",
            &[("owner", "new"), ("new_brand", "Heron Wear")],
            "a.csv",
            LIST.as_bytes(),
        )
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let list = site.import(&made.location).await;
    assert_eq!(list["owner"], "Heron Wear");
    let brand = list["owner_id"].as_str().unwrap();
    assert_eq!(
        site.json(&format!("/facilities?brand={brand}")).await["total"],
        2
    );
    let twice = site
        .upload(
            "/lists",
            &[("owner", "new"), ("new_brand", "heron wear")],
            "a.csv",
            LIST.as_bytes(),
        )
        .await;
    assert!(twice.text.contains("This brand is here already"));
    let chosen = site
        .upload("/lists", &[("owner", brand)], "a.csv", LIST.as_bytes())
        .await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_can_be_taken_away_as_a_table() {
    let site = Site::open();
    let address = site.bring_in("suppliers.csv", LIST).await;
    let csv = site.page(&format!("{address}/errors.csv")).await;
    assert_eq!(csv.status, StatusCode::OK);
    let lines: Vec<&str> = csv.text.lines().collect();
    assert_eq!(lines.len(), 4, "{}", csv.text);
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("5,C,Country,Left out,") && line.contains("Atlantis")),
        "{}",
        csv.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_list_is_refused_with_its_reason_and_leaves_nothing() {
    let site = Site::open();
    let book = workbook(&(row(1, &["Name", "Country"]) + &row(2, &["A", "BD"])), "");
    let encrypted = {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let bomb = workbook(
        &format!(
            r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>"#,
            "a".repeat(64 << 20)
        ),
        "",
    );
    assert!(bomb.len() < 1 << 20);
    let cases: [(&str, &[u8], &str); 8] = [
        ("empty.csv", b"", "The file is empty"),
        ("headings.csv", b"Name,Country\n", "headings but no rows"),
        ("cut.xlsx", &book[..book.len() / 2], "cut off"),
        ("locked.xlsx", &encrypted, "protected by a password"),
        (
            "old.xls",
            &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
            "old Excel workbook",
        ),
        ("bomb.xlsx", &bomb, "unpacks into far more"),
        ("report.csv", b"%PDF-1.7\n", "another kind of file (pdf)"),
        ("quote.csv", b"Name,Country\n\"A,BD\nB,BD\n", "never closed"),
    ];
    for (name, content, reason) in cases {
        let answer = site.refused(name, content).await;
        assert!(answer.text.contains(reason), "{name}: {reason}");
    }
    let long = site
        .refused(&format!("{}.csv", "n".repeat(300)), LIST)
        .await;
    assert!(long.text.contains("name of the file is too long"));
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_is_refused_and_leaves_nothing() {
    let site = Site::with_limit(1 << 20);
    let answer = site
        .upload(
            "/lists",
            &[("owner", "")],
            "big.csv",
            &vec![b'a'; (1 << 20) + 1],
        )
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(files_in(&site.folder.path().join("files")), 0);
    let site = Site::open();
    let mut rows = String::from("Name,Country\n");
    rows.push_str(&"A,BD\n".repeat(1_000_001));
    let answer = site.refused("rows.csv", rows).await;
    assert!(
        answer.text.contains("more than 1,000,000 rows"),
        "{}",
        answer.text
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_lists_are_read_and_what_was_odd_is_told() {
    let site = Site::open();
    let told = async |name: &str, content: &[u8], words: &[&str]| {
        let address = site.bring_in(name, content).await;
        let page = site.page(&address).await.text;
        for words in words {
            assert!(page.contains(words), "{name}: {words}");
        }
    };
    told(
        "windows.csv",
        b"Name;Land;Ort\nFabrik M\xfcller Stra\xdfe;DE;K\xf6ln\n",
        &["Fabrik Müller Straße", "does not say how its characters"],
    )
    .await;
    told(
        "list.xlsx",
        b"Name,Country\nA,BD\n",
        &["the content is CSV"],
    )
    .await;
    told(
        "twice.csv",
        b"Name,Country,Note,Note\nA,BD,x,y\n",
        &["stands twice"],
    )
    .await;
    let formulas = workbook(
        &(row(1, &["Name", "Country", "Workers"])
            + &row(2, &["A", "BD", "=1+1"])
            + &row(3, &["B", "BD", "7"])),
        "",
    );
    told("formulas.xlsx", &formulas, &["result was never saved"]).await;
    let merged = workbook(
        &(row(1, &["Name", "Country"]) + &row(2, &["A", "BD"]) + &row(3, &["B"])),
        r#"<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>"#,
    );
    told(
        "merged.xlsx",
        &merged,
        &["merged with", "Import 2 facilities"],
    )
    .await;
    let mut wide = String::from("Name,Country");
    let mut cells = String::from("A,BD");
    for column in 3..=400 {
        wide.push_str(&format!(",Column {column}"));
        cells.push_str(&format!(",value {column}"));
    }
    let address = site
        .bring_in("wide.csv", format!("{wide}\n{cells}\n"))
        .await;
    assert_eq!(
        site.import(&address).await["added"],
        1,
        "400 columns are no obstacle"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_too_long_refuses_its_row_only() {
    let site = Site::open();
    let list = format!("Name,Country\n{},BD\nB,BD\n", "n".repeat(301));
    let address = site.bring_in("long.csv", list).await;
    assert!(
        site.page(&address)
            .await
            .text
            .contains("more than 300 characters")
    );
    let list = site.import(&address).await;
    assert_eq!((&list["added"], &list["refused"]), (&1.into(), &1.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_no_list_leads_nowhere() {
    let site = Site::open();
    for address in [
        "/lists/nonsense",
        "/lists/0190b6a0-0000-7000-8000-000000000000",
    ] {
        assert_eq!(site.page(address).await.status, StatusCode::NOT_FOUND);
    }
    assert!(site.page("/lists").await.text.contains("No lists yet"));
    assert_eq!(site.page("/lists/new").await.status, StatusCode::OK);
}
