//! Stories about the program as its users see it: through every page's real router and over a real
//! database, one module per noun. A story opens a [`Site`], where the programme officer is signed
//! in, and asserts on what the officer would notice.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]
#![expect(
    clippy::format_push_string,
    clippy::needless_pass_by_value,
    clippy::similar_names,
    reason = "a story is told once and need not be fast"
)]

mod access;
mod answers;
mod api;
mod audits;
mod facilities;
mod languages;
mod lists;
mod operations;
mod problems;
mod server;
mod story;

use amplify::testing::{self, Started};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

/// The program over a folder of its own.
struct Site {
    started: Started,
    folder: tempfile::TempDir,
}

/// What came back.
struct Answer {
    status: StatusCode,
    /// Where a redirect leads.
    location: String,
    text: String,
}

impl Answer {
    /// The body as JSON.
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }
}

impl Site {
    /// A fresh one that takes files of up to 100 MB.
    fn open() -> Site {
        Site::with_limit(100 << 20)
    }

    /// A fresh one with another limit for uploads.
    fn with_limit(max_upload_bytes: u64) -> Site {
        let folder = tempfile::tempdir().unwrap();
        Site {
            started: testing::start(folder.path(), max_upload_bytes),
            folder,
        }
    }

    async fn ask(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        let request = request
            .header(header::COOKIE, &self.started.cookie)
            .body(body.into())
            .unwrap();
        let response = self.started.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let location = response
            .headers()
            .get(header::LOCATION)
            .map(|value| value.to_str().unwrap().to_owned())
            .unwrap_or_default();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        Answer {
            status,
            location,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// A page as a browser sees it.
    async fn page(&self, address: &str) -> Answer {
        self.ask(
            Request::get(address).header(header::ACCEPT, "text/html"),
            Body::empty(),
        )
        .await
    }

    /// A page in another language.
    async fn page_in(&self, language: &str, address: &str) -> Answer {
        let request = Request::get(address)
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, format!("amplify_language={language}"));
        self.ask(request, Body::empty()).await
    }

    /// The same page as a program sees it.
    async fn json(&self, address: &str) -> serde_json::Value {
        self.ask(
            Request::get(address).header(header::ACCEPT, "application/json"),
            Body::empty(),
        )
        .await
        .json()
    }

    /// Sends a form as a browser does.
    async fn send(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(address)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, body).await
    }

    /// Sends a form with a file as a browser does.
    async fn upload(
        &self,
        address: &str,
        fields: &[(&str, &str)],
        name: &str,
        content: &[u8],
    ) -> Answer {
        const BOUNDARY: &str = "----a-boundary-that-no-test-file-holds";
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend_from_slice(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").as_bytes(),
            );
        }
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::post(address)
            .header(header::ACCEPT, "text/html")
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            );
        self.ask(request, body).await
    }
}
