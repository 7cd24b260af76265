//! What tests need: the whole application in this process, over an empty database in a folder of
//! its own, with somebody signed in. Nothing here is part of the program.
#![expect(clippy::expect_used, reason = "a test that cannot start has failed")]

use crate::cli::open;
use crate::config::Config;
use crate::people::token;
use crate::web::app::{App, Shared};
use crate::web::ask::SESSION_COOKIE;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::Arc;
use store::people::account;
use store::people::session;

/// A running application.
pub struct Started {
    /// Every page, with all its layers.
    pub router: axum::Router,
    /// Cookie of the first account's session.
    pub cookie: String,
    app: Shared,
}

/// Starts the application over `folder`; a second start over the same folder finds what the first
/// one left.
pub fn start(folder: &Path, max_upload_bytes: u64) -> Started {
    let config = Config {
        data: folder.to_owned(),
        max_upload_bytes,
        ..Config::default()
    };
    // Not the process's one recorder: a test process holds several applications.
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new()
        .build_recorder()
        .handle();
    let app: App = open::app_with(config, recorder).expect("an application");
    open::first_link(&app.db, &app.config).expect("a first start");
    let secret = token::fresh().expect("chance");
    let now = Timestamp::now();
    let expires = now
        .checked_add(SignedDuration::from_hours(1))
        .expect("a moment");
    app.db
        .write(|tx| {
            let account = account::first(tx)?;
            session::open(tx, account.id, &token::hash(&secret), expires, now)
        })
        .expect("a session");
    let app = Arc::new(app);
    Started {
        router: crate::web::router(Arc::clone(&app)),
        cookie: format!("{SESSION_COOKIE}={secret}"),
        app,
    }
}

impl Started {
    /// Runs every job that is due, as the workers of a server would.
    pub fn work(&self) {
        while crate::work::run_next(&self.app, "test").expect("a queue") {}
    }
}
