//! What tests need: the whole application in this process, over an empty database in a folder of
//! its own, with somebody signed in. Nothing here is part of the program.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot start has failed"
)]

use crate::cli::open;
use crate::config::Config;
use crate::people::token;
use crate::web::app::{App, Shared};
use crate::web::ask::SESSION_COOKIE;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::Arc;
use store::people::account::{self, Account};
use store::people::session;

/// A running application.
pub struct Started {
    /// Every page, with all its layers.
    pub router: axum::Router,
    /// Cookie of the first account's session.
    pub cookie: String,
    /// The first account.
    pub account: Account,
    /// The database, for what pages do not show.
    pub db: store::Db,
    app: Shared,
}

/// Where and how an application starts; what is left open is as the program has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// Address of a database; without one, a file in the folder.
    pub database_url: Option<&'a str>,
    /// Address under which people reach the server.
    pub public_url: Option<&'a str>,
    /// Largest file that may be uploaded.
    pub max_upload_bytes: Option<u64>,
}

/// Starts the application over `folder`; a second start over the same folder finds what the first
/// one left.
pub fn start(folder: &Path, max_upload_bytes: u64) -> Started {
    let setting = Setting {
        max_upload_bytes: Some(max_upload_bytes),
        ..Setting::default()
    };
    start_with(folder, &setting)
}

/// As [`start`], with more settings. Files are read in this process.
pub fn start_with(folder: &Path, setting: &Setting<'_>) -> Started {
    let usual = Config::default();
    let config = Config {
        data: folder.to_owned(),
        database_url: setting.database_url.map(str::to_owned),
        public_url: setting.public_url.map(str::to_owned),
        max_upload_bytes: setting.max_upload_bytes.unwrap_or(usual.max_upload_bytes),
        ..usual
    };
    let app = App {
        reader: None,
        ..open::app_with(config, recorder()).expect("an application")
    };
    open::first_link(&app.db, &app.config).expect("a first start");
    let account = app.db.write(account::first).expect("the first account");
    let app = Arc::new(app);
    Started {
        router: crate::web::router(Arc::clone(&app)),
        cookie: signed_in(&app, &account),
        account,
        db: app.db.clone(),
        app,
    }
}

/// Counters of one application, apart from those of the others in this process.
fn recorder() -> metrics_exporter_prometheus::PrometheusHandle {
    metrics_exporter_prometheus::PrometheusBuilder::new()
        .build_recorder()
        .handle()
}

fn signed_in(app: &App, account: &Account) -> String {
    let secret = token::fresh().expect("chance");
    let now = Timestamp::now();
    let expires = now
        .checked_add(SignedDuration::from_hours(1))
        .expect("a moment");
    app.db
        .write(|tx| session::open(tx, account.id, &token::hash(&secret), expires, now))
        .expect("a session");
    format!("{SESSION_COOKIE}={secret}")
}

impl Started {
    /// Runs every job that is due, as the workers of a server would.
    pub fn work(&self) {
        while crate::work::run_next(&self.app, "test").expect("a queue") {}
    }

    /// Runs the next job that is due; `false` if there is none.
    pub fn work_once(&self, owner: &str) -> bool {
        crate::work::run_next(&self.app, owner).expect("a queue")
    }

    /// Cookie of a new session of an account.
    pub fn sign_in(&self, account: &Account) -> String {
        signed_in(&self.app, account)
    }

    /// Path of a new one-time link for the first account.
    pub fn one_time_link(&self) -> String {
        let link = open::one_time_link(&self.db, &self.app.config).expect("a link");
        link.split_once("/welcome/")
            .map(|(_, token)| format!("/welcome/{token}"))
            .expect("a link to the welcome page")
    }

    /// The pages with one more, `/panic`, whose handler panics.
    pub fn router_with_a_fault(&self) -> axum::Router {
        let fault = axum::Router::new().route("/panic", axum::routing::get(panics));
        crate::web::around(fault, Arc::clone(&self.app))
    }
}

#[expect(clippy::panic, reason = "it stands for a fault of ours")]
async fn panics() {
    panic!("the inner words of a fault");
}
