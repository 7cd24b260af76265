//! Who gets in and what they may see: every address is closed to strangers, another programme sees
//! nothing, a brand sees its own, and no other site acts in a person's name.

use crate::story::{Place, REPORT, Reply, Visitor, alone, apart, for_each_engine, with};
use amplify::testing::Setting;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use store::people::account::Account;
use store::testing::{brand_account, found_another};

/// An identifier that nothing has.
const NOBODY: &str = "0190b6a0-0000-7000-8000-000000000000";

/// Addresses of the description that need no session.
const OPEN: [&str; 2] = ["/health", "/metrics"];

/// Methods and paths of the description, with identifiers that nothing has.
async fn described(place: &Place) -> Vec<(Method, String)> {
    let description = place.stranger().json("/api/openapi.json").await;
    let mut found = Vec::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let method = method.to_uppercase().parse().unwrap();
            let mut address = path.clone();
            while let (Some(start), Some(end)) = (address.find('{'), address.find('}')) {
                address.replace_range(start..=end, NOBODY);
            }
            found.push((method, address));
        }
    }
    assert!(found.len() > 15, "{found:?}");
    found
}

async fn call(visitor: &Visitor, method: &Method, address: &str, accept: &str) -> Reply {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(header::ACCEPT, accept);
    visitor.ask(request, Body::empty()).await
}

#[test]
fn a_stranger_is_told_to_sign_in_everywhere() {
    alone(async |place| {
        let stranger = place.stranger();
        let mut addresses = described(place).await;
        addresses.push((Method::GET, "/".to_owned()));
        for (method, address) in &addresses {
            let told = call(&stranger, method, address, "application/json").await;
            let page = call(&stranger, method, address, "text/html").await;
            if OPEN.contains(&address.as_str()) {
                assert_eq!(told.status, StatusCode::OK, "{method} {address}");
                continue;
            }
            assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{method} {address}");
            assert_eq!(told.header("content-type"), "application/problem+json");
            assert_eq!(told.json()["type"], "urn:amplify:problem:sign-in-first");
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{method} {address}");
            assert!(page.location().starts_with("/sign-in?next="), "{address}");
            if method != Method::GET {
                assert_eq!(page.location(), "/sign-in?next=%2F", "{address}");
            }
        }
        for open in ["/sign-in", "/api", "/api/openapi.json", "/health"] {
            stranger.page(open).await.is(200);
        }
    });
}

#[test]
fn a_cookie_that_is_none_of_ours_opens_nothing() {
    alone(async |place| {
        for cookie in [
            "amplify_session=",
            "amplify_session=00",
            "amplify_session=%00%ff; x",
        ] {
            let request = Request::get("/facilities")
                .header(header::ACCEPT, "application/json")
                .header(header::COOKIE, cookie);
            place.stranger().ask(request, Body::empty()).await.is(401);
        }
    });
}

/// What the programme's officer has: a facility, an audit with its first answer, and their pages.
struct Ours {
    facility: String,
    audit: String,
    answer: String,
}

async fn fill(place: &Place) -> Ours {
    let officer = place.officer();
    let facility = officer.add_facility("Hilsa Knitwear", "BD").await;
    let audit = officer
        .read_audit(place, &facility, "hilsa.txt", REPORT.as_bytes())
        .await;
    let answer = officer.json(&audit).await["proposals"][0]["answer"]
        .as_str()
        .unwrap()
        .to_owned();
    Ours {
        facility,
        audit,
        answer,
    }
}

async fn leads_nowhere(visitor: &Visitor, ours: &Ours) {
    let Ours {
        facility,
        audit,
        answer,
    } = ours;
    for address in [
        facility.clone(),
        format!("{facility}/answers/new"),
        audit.clone(),
        format!("{audit}/original"),
        format!("/audits/new?facility={}", &facility["/facilities/".len()..]),
    ] {
        visitor.get(&address).await.is(404);
        visitor.page(&address).await.is(404).does_not_say("Hilsa");
    }
    let id = &facility["/facilities/".len()..];
    let said = json!({"indicator": "union.present", "said": "unknown", "source_kind": "audit",
        "day": "2026-01-01", "note": "x"});
    for (address, body) in [
        (format!("{facility}/answers"), said),
        (
            format!("{audit}/facility"),
            json!({"facility": id, "version": 1}),
        ),
        (
            format!("{audit}/answers/{answer}"),
            json!({"decision": "reject", "version": 1}),
        ),
        (format!("{audit}/cancel"), json!({})),
        (format!("{audit}/read"), json!({})),
    ] {
        visitor.post(&address, &body).await.is(404);
    }
    visitor
        .upload(&[("facility", id)], &[("theirs.txt", b"words")])
        .await
        .is(404);
}

#[test]
fn another_programme_sees_and_changes_nothing_of_ours() {
    for_each_engine(async |place| {
        let ours = fill(place).await;
        let other = apart(|| found_another(&place.started.db));
        let other = place.of(&other);
        let before = place.officer().json(&ours.audit).await;
        let stored = place.stored();
        leads_nowhere(&other, &ours).await;
        assert_eq!(place.officer().json(&ours.audit).await, before);
        assert_eq!(place.stored(), stored, "a refused upload leaves no file");
        for list in [
            "/facilities",
            "/facilities?q=Hilsa",
            "/audits",
            "/facilities/map",
            "/suppliers",
        ] {
            let found = other.json(list).await;
            assert_eq!(found["total"], 0, "{list}");
            other
                .page(list)
                .await
                .is(200)
                .does_not_say("Hilsa Knitwear");
        }
        assert_eq!(
            other.json("/facilities/points").await["features"],
            json!([])
        );
        assert_eq!(other.json("/suppliers.json").await, json!([]));
        for file in ["/suppliers.csv", "/countries/BD"] {
            other.get(file).await.is(200).does_not_say("Hilsa");
        }
        assert_eq!(place.officer().json("/facilities").await["total"], 1);
    });
}

fn brand(place: &Place, name: &str) -> Account {
    apart(|| brand_account(&place.started.db, &place.started.account.scope, name))
}

#[test]
fn a_brand_sees_facilities_of_the_programme_and_only_its_own_audits_and_answers() {
    for_each_engine(async |place| {
        let ours = fill(place).await;
        let heron = place.of(&brand(place, "Heron Wear"));
        let egret = place.of(&brand(place, "Egret Mode"));
        let page = heron.json(&ours.facility).await;
        assert_eq!(page["name"], "Hilsa Knitwear");
        assert_eq!(page["audits"], json!([]));
        assert_eq!(
            page["profile"]["answered"], 0,
            "answers of others stay theirs"
        );
        assert_eq!(heron.json("/audits").await["total"], 0);
        heron.get(&ours.audit).await.is(404);
        heron.get(&format!("{}/original", ours.audit)).await.is(404);

        let own = heron
            .read_audit(
                place,
                &ours.facility,
                "heron.txt",
                REPORT.replace("12", "9").as_bytes(),
            )
            .await;
        let said = json!({"indicator": "union.present", "said": "answered", "value": "no",
            "source_kind": "brand", "source_name": "Heron Wear", "day": "2026-01-01", "note": "A visit."});
        heron
            .post(&format!("{}/answers", ours.facility), &said)
            .await
            .is(200);
        assert_eq!(heron.json("/audits").await["total"], 1);
        let page = heron.json(&ours.facility).await;
        assert!(page["profile"]["answered"].as_u64().unwrap() > 0);

        egret.get(&own).await.is(404);
        assert_eq!(egret.json("/audits").await["total"], 0);
        egret
            .page(&ours.facility)
            .await
            .is(200)
            .does_not_say("Heron");
        assert_eq!(
            place.officer().json("/audits").await["total"],
            2,
            "who runs the programme sees all"
        );
    });
}

#[test]
fn another_site_cannot_act_in_a_persons_name() {
    alone(async |place| {
        let officer = place.officer();
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let request = Request::post("/facilities/new")
                .header(header::HOST, "amplify.example")
                .header(header::ACCEPT, "text/html")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(name, value);
            let reply = officer.ask(request, "name=Planted&country=BD").await;
            reply.is(403).says("This came from another site");
            let sign_out = Request::post("/sign-out")
                .header(name, value)
                .header(header::HOST, "x");
            officer.ask(sign_out, Body::empty()).await.is(403);
        }
        assert_eq!(officer.json("/facilities").await["total"], 0);
    });
}

#[test]
fn every_answer_carries_the_headers_that_keep_a_browser_strict() {
    alone(async |place| {
        let officer = place.officer();
        let replies = [
            officer.page("/facilities").await,
            officer.page("/no-such-page").await,
            officer.get("/facilities").await,
            officer.page("/assets/none.js").await,
            officer.send("/facilities/new", &[]).await,
            place.stranger().page("/facilities").await,
            place.stranger().page("/health").await,
            place.stranger().page("/metrics").await,
        ];
        for reply in replies {
            let policy = reply.header("content-security-policy");
            assert!(policy.contains("default-src 'none'"), "{}", reply.status);
            assert!(!policy.contains("unsafe"), "{policy}");
            assert_eq!(reply.header("x-content-type-options"), "nosniff");
            assert_eq!(reply.header("x-frame-options"), "DENY");
            assert_eq!(reply.header("referrer-policy"), "no-referrer");
            assert!(!reply.header("x-request-id").is_empty());
        }
        assert_eq!(
            officer.page("/facilities").await.header("cache-control"),
            "no-store"
        );
        for page in ["/facilities", "/sign-in", "/api", "/no-such-page"] {
            let text = officer.page(page).await.text();
            for inline in ["<script>", " style=\"", " onclick=", "javascript:"] {
                assert!(!text.contains(inline), "{inline} in {page}");
            }
        }
    });
}

const PASSWORD: &str = "a long enough sentence";

/// Follows a one-time link and chooses a password.
async fn welcome(place: &Place, link: &str) -> Reply {
    let fields = [
        ("name", "Noor"),
        ("email", "Noor@Example.org"),
        ("password", PASSWORD),
    ];
    place.stranger().send(link, &fields).await
}

async fn sign_in(place: &Place, password: &str, next: &str) -> Reply {
    let fields = [
        ("email", "noor@example.org"),
        ("password", password),
        ("next", next),
    ];
    place.stranger().send("/sign-in", &fields).await
}

fn holding(place: &Place, reply: &Reply) -> String {
    let line = reply.cookie("amplify_session").unwrap();
    assert!(!place.started.cookie.is_empty());
    line.split(';').next().unwrap().to_owned()
}

async fn facilities_with(place: &Place, cookie: &str) -> StatusCode {
    let request = Request::get("/facilities")
        .header(header::ACCEPT, "application/json")
        .header(header::COOKIE, cookie);
    place.stranger().ask(request, Body::empty()).await.status
}

#[test]
fn a_one_time_link_works_once_and_ends_older_sessions() {
    for_each_engine(async |place| {
        let link = apart(|| place.started.one_time_link());
        place.stranger().page(&link).await.is(200);
        let weak = [("name", ""), ("email", "nobody"), ("password", "short")];
        let again = place.stranger().send(&link, &weak).await;
        again
            .is(422)
            .says("value=\"nobody\"")
            .does_not_say("short\"");
        let reply = welcome(place, &link).await;
        reply.is(303);
        let cookie = holding(place, &reply);
        assert_eq!(facilities_with(place, &cookie).await, StatusCode::OK);
        assert_eq!(
            facilities_with(place, &place.started.cookie).await,
            StatusCode::UNAUTHORIZED
        );
        welcome(place, &link).await.is(404);
        place.stranger().page(&link).await.is(404);
        place.stranger().page("/welcome/made-up").await.is(404);
    });
}

#[test]
fn a_session_ends_with_signing_out() {
    for_each_engine(async |place| {
        let link = apart(|| place.started.one_time_link());
        welcome(place, &link).await.is(303);
        let reply = sign_in(place, PASSWORD, "/facilities?country=BD").await;
        assert_eq!(reply.is(303).location(), "/facilities?country=BD");
        let cookie = holding(place, &reply);
        assert_eq!(facilities_with(place, &cookie).await, StatusCode::OK);
        let out = Request::post("/sign-out").header(header::COOKIE, &cookie);
        let reply = place.stranger().ask(out, Body::empty()).await;
        assert!(
            reply
                .is(303)
                .cookie("amplify_session")
                .unwrap()
                .contains("Max-Age=0")
        );
        assert_eq!(
            facilities_with(place, &cookie).await,
            StatusCode::UNAUTHORIZED
        );
    });
}

#[test]
fn the_sessions_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    for (address, secure) in [
        ("http://127.0.0.1:8080", false),
        ("https://amplify.example", true),
    ] {
        let setting = Setting {
            public_url: Some(address),
            ..Setting::default()
        };
        with(&setting, async |place| {
            let link = apart(|| place.started.one_time_link());
            let line = welcome(place, &link)
                .await
                .cookie("amplify_session")
                .unwrap();
            for flag in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                assert!(line.contains(flag), "{line}");
            }
            assert_eq!(line.contains("Secure"), secure, "{line}");
        });
    }
}

#[test]
fn signing_in_never_leads_to_another_site() {
    alone(async |place| {
        let link = apart(|| place.started.one_time_link());
        welcome(place, &link).await.is(303);
        for next in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nx: y",
        ] {
            assert_eq!(
                sign_in(place, PASSWORD, next).await.is(303).location(),
                "/",
                "{next:?}"
            );
            let query = url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>();
            let page = place
                .officer()
                .page(&format!("/sign-in?next={query}"))
                .await;
            assert!(
                page.status == StatusCode::UNAUTHORIZED
                    || page.location().is_empty()
                    || page.location() == "/"
            );
            let fields = [("language", "nl"), ("back", next)];
            assert_eq!(
                place
                    .stranger()
                    .send("/language", &fields)
                    .await
                    .is(303)
                    .location(),
                "/"
            );
        }
    });
}

#[test]
fn guessing_is_slowed_down_and_the_account_is_not_locked() {
    for_each_engine(async |place| {
        let link = apart(|| place.started.one_time_link());
        welcome(place, &link).await.is(303);
        let mut pauses = 0;
        for _ in 0..7 {
            let reply = sign_in(place, "a wrong long sentence", "/").await;
            if reply.status == StatusCode::UNPROCESSABLE_ENTITY {
                reply
                    .says("value=\"noor@example.org\"")
                    .does_not_say("a wrong long");
            } else {
                reply.is(429).says("your account is not locked");
                assert!(reply.header("retry-after").parse::<u64>().unwrap() <= 5);
                pauses += 1;
            }
        }
        assert!(pauses > 0, "nobody was slowed down");
        let wait = sign_in(place, PASSWORD, "/").await;
        if wait.status == StatusCode::TOO_MANY_REQUESTS {
            let seconds = wait.header("retry-after").parse().unwrap();
            tokio::time::sleep(std::time::Duration::from_secs(seconds)).await;
        }
        sign_in(place, PASSWORD, "/").await.is(303);
        assert_eq!(sign_in(place, PASSWORD, "/").await.is(303).location(), "/");
    });
}

#[test]
fn nobody_learns_which_addresses_have_an_account() {
    alone(async |place| {
        let link = apart(|| place.started.one_time_link());
        welcome(place, &link).await.is(303);
        let known = sign_in(place, "a wrong long sentence", "").await;
        let fields = [
            ("email", "nobody@example.org"),
            ("password", "a wrong long sentence"),
            ("next", ""),
        ];
        let unknown = place.stranger().send("/sign-in", &fields).await;
        let bare = |reply: &Reply| reply.text().replace("noor@", "").replace("nobody@", "");
        assert_eq!(known.status, unknown.status);
        assert_eq!(bare(&known), bare(&unknown));
    });
}

#[test]
fn a_known_page_names_the_person_and_the_programme() {
    alone(async |place| {
        let page: Value = json!(place.officer().page("/facilities").await.text());
        assert!(page.as_str().unwrap().contains("Our organisation"));
    });
}

#[test]
fn the_first_person_keeps_the_language_in_which_they_came() {
    alone(async |place| {
        let link = apart(|| place.started.one_time_link());
        let fields = [
            ("name", "Noor"),
            ("email", "noor@example.org"),
            ("password", PASSWORD),
        ];
        let reply = place.stranger().reading("nl").send(&link, &fields).await;
        let cookie = holding(place, &reply);
        let request = Request::get("/facilities")
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, cookie);
        // Without a language of the browser's own choosing.
        let page = place
            .stranger()
            .reading("")
            .ask(request, Body::empty())
            .await;
        page.is(200).says("lang=\"nl\"");
    });
}
