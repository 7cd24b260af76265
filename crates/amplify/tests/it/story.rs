//! The words in which stories are told: a [`Visitor`] asks for pages and sends forms as a browser
//! or a program does, and a [`Reply`] is what they get. A story runs over each engine with
//! [`for_each_engine`], or over SQLite alone where the database makes no difference.

use amplify::testing::{self, Setting, Started};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value;
use std::path::{Path, PathBuf};
use store::people::account::Account;
use store::testing::{Fresh, for_each_fresh};
use tower::ServiceExt;

/// The program with its database and its folder.
pub(crate) struct Place {
    pub(crate) started: Started,
    folder: tempfile::TempDir,
}

impl Place {
    /// Opens the program over the database at `url`.
    fn open(setting: &Setting<'_>) -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place {
            started: testing::start_with(folder.path(), setting),
            folder,
        }
    }

    /// The first account's owner, signed in.
    pub(crate) fn officer(&self) -> Visitor {
        self.with_cookie(&self.started.cookie)
    }

    /// Somebody who is not signed in.
    pub(crate) fn stranger(&self) -> Visitor {
        self.with_cookie("")
    }

    /// Somebody with a session of this account.
    pub(crate) fn of(&self, account: &Account) -> Visitor {
        self.with_cookie(&apart(|| self.started.sign_in(account)))
    }

    fn with_cookie(&self, cookie: &str) -> Visitor {
        Visitor {
            router: self.started.router.clone(),
            cookie: cookie.to_owned(),
            language: "en",
        }
    }

    /// Lets the workers do all that is due.
    pub(crate) fn work(&self) {
        apart(|| self.started.work());
    }

    /// Every stored original, and whatever else lies there.
    pub(crate) fn stored(&self) -> Vec<PathBuf> {
        files_in(&self.folder.path().join("files"))
    }
}

/// Every file below a folder.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(files_in(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

/// Tells the story over SQLite.
pub(crate) fn alone(story: impl AsyncFn(&Place)) {
    with(&Setting::default(), story);
}

/// Tells the story over SQLite with other settings.
pub(crate) fn with(setting: &Setting<'_>, story: impl AsyncFn(&Place)) {
    let place = Place::open(setting);
    runtime().block_on(story(&place));
}

/// Tells the story over each engine.
pub(crate) fn for_each_engine(story: impl AsyncFn(&Place)) {
    for_each_fresh(|fresh: &Fresh| {
        with(
            &Setting {
                database_url: Some(&fresh.url),
                ..Setting::default()
            },
            &story,
        );
    });
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

/// Work that blocks, on a thread that no async work runs on.
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().unwrap())
}

/// Somebody in front of a browser, or a program.
#[derive(Clone)]
pub(crate) struct Visitor {
    router: axum::Router,
    cookie: String,
    language: &'static str,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body without what stands around every page, for messages of failing tests.
    fn main(&self) -> String {
        let text = self.text();
        let start = text.find("<main").unwrap_or(0);
        text[start..].to_owned()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| {
            panic!("{error}: {} {}", self.status, self.text());
        })
    }

    /// A header, empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    /// The whole `Set-Cookie` line of a cookie.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .find(|line| line.starts_with(&format!("{name}=")))
    }

    /// Asserts the status, and shows the answer if it is another.
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Reply {
        assert_eq!(self.status.as_u16(), status, "{}", self.main());
        self
    }

    /// Asserts that the answer holds the words.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Reply {
        assert!(self.text().contains(words), "{words:?} in {}", self.main());
        self
    }

    /// Asserts that the answer does not hold the words.
    #[track_caller]
    pub(crate) fn does_not_say(&self, words: &str) -> &Reply {
        assert!(!self.text().contains(words), "{words:?} in {}", self.main());
        self
    }
}

/// Separates the parts of an upload.
pub(crate) const BOUNDARY: &str = "----a-boundary-that-no-test-file-holds";

/// The body of a form with files, as a browser sends it.
pub(crate) fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])], field: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .as_bytes(),
        );
    }
    for (name, content) in files {
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

impl Visitor {
    /// The same person, who reads another language.
    pub(crate) fn reading(&self, language: &'static str) -> Visitor {
        Visitor {
            language,
            ..self.clone()
        }
    }

    /// The same person in front of other pages.
    pub(crate) fn before(&self, router: axum::Router) -> Visitor {
        Visitor {
            router,
            ..self.clone()
        }
    }

    /// Sends a request with the person's cookie and language.
    pub(crate) async fn ask(
        &self,
        request: axum::http::request::Builder,
        body: impl Into<Body>,
    ) -> Reply {
        let mut request = request.header(
            header::COOKIE,
            format!("amplify_language={}", self.language),
        );
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        let request = request.body(body.into()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    /// A page as a browser sees it.
    pub(crate) async fn page(&self, address: &str) -> Reply {
        let request = Request::get(address).header(header::ACCEPT, "text/html");
        self.ask(request, Body::empty()).await
    }

    /// An address as a program asks for it.
    pub(crate) async fn get(&self, address: &str) -> Reply {
        let request = Request::get(address).header(header::ACCEPT, "application/json");
        self.ask(request, Body::empty()).await
    }

    /// The JSON of an address that must be there.
    pub(crate) async fn json(&self, address: &str) -> Value {
        self.get(address).await.is(200).json()
    }

    /// Sends a form as a browser does.
    pub(crate) async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(address)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, form(fields)).await
    }

    /// Sends a form's fields as a program does.
    pub(crate) async fn send_for_json(&self, address: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(address)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, form(fields)).await
    }

    /// Sends JSON as a program does.
    pub(crate) async fn post(&self, address: &str, body: &Value) -> Reply {
        self.call(Method::POST, address, body.to_string()).await
    }

    /// Sends a body that says it is JSON.
    pub(crate) async fn call(&self, method: Method, address: &str, body: String) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json");
        self.ask(request, body).await
    }

    /// Uploads audits as a browser does.
    pub(crate) async fn upload(&self, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Reply {
        let request = Request::post("/audits")
            .header(header::ACCEPT, "text/html")
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            );
        self.ask(request, multipart(fields, files, "files")).await
    }

    /// Adds a facility; its address.
    pub(crate) async fn add_facility(&self, name: &str, country: &str) -> String {
        self.add_facility_with(&[("name", name), ("country", country)])
            .await
    }

    /// Adds a facility with these fields; its address.
    pub(crate) async fn add_facility_with(&self, fields: &[(&str, &str)]) -> String {
        let reply = self.send("/facilities/new", fields).await;
        reply.is(303).location().to_owned()
    }

    /// Uploads one audit about a facility and has it read; its address.
    pub(crate) async fn read_audit(
        &self,
        place: &Place,
        facility: &str,
        name: &str,
        content: &[u8],
    ) -> String {
        let id = facility.rsplit('/').next().unwrap();
        let fields = [("facility", id)];
        self.upload(&fields, &[(name, content)]).await.is(303);
        place.work();
        let row = self.audit_named(name).await;
        assert_eq!(row["state"], "read", "{row}");
        row["url"].as_str().unwrap().to_owned()
    }

    /// The row of an audit in the list.
    pub(crate) async fn audit_named(&self, name: &str) -> Value {
        let list = self.json("/audits").await;
        list["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["name"] == name)
            .unwrap_or_else(|| panic!("{name} in {list}"))
            .clone()
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// An audit in plain words, fictional.
pub(crate) const REPORT: &str = "Social audit report of an invented factory\n\
    \n\
    Freedom of association\n\
    There is no trade union in the factory. Workers have never formed a union here.\n\
    A worker committee exists. Its members were appointed by the management.\n\
    No collective bargaining agreement is in force.\n\
    A grievance mechanism with suggestion boxes is in place.\n\
    The audit was announced. 12 workers were interviewed on site.\n";

/// A row of the table “What we know, and from whom” on a facility's page.
pub(crate) fn row<'v>(page: &'v Value, indicator: &str) -> &'v Value {
    let profile = &page["profile"];
    let topics = profile["topics"].as_array().unwrap();
    profile["core"]
        .as_array()
        .unwrap()
        .iter()
        .chain(
            topics
                .iter()
                .flat_map(|topic| topic["rows"].as_array().unwrap()),
        )
        .find(|row| row["indicator"] == indicator)
        .unwrap_or_else(|| panic!("{indicator} in {profile}"))
}

/// What one side said in a row.
pub(crate) fn side<'v>(row: &'v Value, side: &str) -> &'v Value {
    let columns = row["columns"].as_array().unwrap();
    columns
        .iter()
        .find(|column| column["side"] == side)
        .unwrap()
}
