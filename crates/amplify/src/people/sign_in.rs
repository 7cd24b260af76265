//! Signing in with a password or a one-time link, and signing out. The first account is made at
//! the first start; its link is printed in the terminal and leads to the page where its owner
//! chooses a password.

use super::{language::local_address, password, token};
use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::{Actor, Ask, SESSION_COOKIE};
use crate::web::chrome::Chrome;
use crate::web::form::Faults;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::people::{account, session};

/// How long a session lasts.
pub(crate) const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Sign-in, welcome (one-time link) and sign-out.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(start))
        .route("/sign-in", get(form).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/welcome/{token}", get(welcome_form).post(welcome))
}

async fn start(_: Actor) -> Redirect {
    Redirect::to("/facilities")
}

#[derive(Template, Serialize)]
#[template(path = "people/sign_in.html")]
struct SignInPage {
    #[serde(skip)]
    chrome: Chrome,
    email: String,
    next: String,
    faults: Faults,
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

async fn form(ask: Ask, Query(next): Query<Next>) -> Result<Response, Problem> {
    if ask.session.is_some() {
        return Ok(Redirect::to(local_address(&next.next)).into_response());
    }
    render::page(
        &ask,
        &SignInPage {
            chrome: Chrome::of(&ask),
            email: String::new(),
            next: next.next,
            faults: Faults::default(),
        },
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

async fn sign_in(
    State(app): State<Shared>,
    ask: Ask,
    Form(credentials): Form<Credentials>,
) -> Result<Response, Problem> {
    let now = Timestamp::now();
    let email = credentials.email.trim().to_lowercase();
    // Failures are counted by address, hashed, whether or not an account has it: the answer
    // tells nobody which addresses have accounts.
    let key = token::hash(&email);
    let (pause, login) = app::read(&app, move |tx, _| {
        Ok((
            account::pause(tx, &key, now)?,
            account::by_login(tx, &email)?,
        ))
    })
    .await?;
    if let Some(pause) = pause {
        return Err(Problem::SlowDown {
            seconds: pause.as_secs().unsigned_abs() + 1,
        });
    }
    let typed = credentials.password;
    let (account, stored) =
        login.map_or((None, None), |(account, stored)| (Some(account.id), stored));
    let right = app::blocking(move || {
        Ok::<_, Problem>(
            typed.len() <= password::LONGEST && password::matches(&typed, stored.as_deref()),
        )
    })
    .await?;
    match account {
        Some(account) if right => {
            app::write(&app, move |tx, _| account::succeeded(tx, &key)).await?;
            open_session(&app, account, &credentials.next).await
        }
        _ => {
            app::write(&app, move |tx, _| account::failed(tx, &key, now)).await?;
            let mut faults = Faults::default();
            faults.add("email", ask.words.text("sign-in-wrong"));
            let page = SignInPage {
                chrome: Chrome::of(&ask),
                email: credentials.email,
                next: credentials.next,
                faults,
            };
            render::page_with(&ask, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Opens a session and leads to the page that was asked for.
async fn open_session(
    app: &Shared,
    account: domain::id::AccountId,
    next: &str,
) -> Result<Response, Problem> {
    let secret = token::fresh().map_err(Problem::internal)?;
    let hash = token::hash(&secret);
    let now = Timestamp::now();
    let expires = now.checked_add(SESSION_LASTS).map_err(Problem::internal)?;
    app::write(app, move |tx, _| {
        session::open(tx, account, &hash, expires, now)
    })
    .await?;
    let mut response = Redirect::to(local_address(next)).into_response();
    let secure = if app.config.secure() { "; Secure" } else { "" };
    let age = SESSION_LASTS.as_secs();
    render::set_cookie(
        &mut response,
        &format!(
            "{SESSION_COOKIE}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"
        ),
    );
    Ok(response)
}

async fn sign_out(
    State(app): State<Shared>,
    ask: Ask,
    jar: CookieJar,
) -> Result<Response, Problem> {
    if let Some(cookie) = jar.get(SESSION_COOKIE) {
        let hash = token::hash(cookie.value());
        app::write(&app, move |tx, _| session::close(tx, &hash)).await?;
    }
    let mut response = render::done(&ask, "/sign-in", "signed-out");
    render::clear_cookie(&mut response, SESSION_COOKIE);
    Ok(response)
}

#[derive(Template, Serialize)]
#[template(path = "people/welcome.html")]
struct WelcomePage {
    #[serde(skip)]
    chrome: Chrome,
    /// Stands in the form's address.
    #[serde(skip)]
    token: String,
    name: String,
    email: String,
    faults: Faults,
}

async fn welcome_form(
    State(app): State<Shared>,
    ask: Ask,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    let hash = token::hash(&token);
    let now = Timestamp::now();
    let link = app::read(&app, move |tx, _| account::of_link(tx, &hash, now)).await?;
    render::page(
        &ask,
        &WelcomePage {
            chrome: Chrome::of(&ask),
            token,
            name: link.name,
            email: link.login,
            faults: Faults::default(),
        },
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Introduction {
    name: String,
    email: String,
    password: String,
}

impl Introduction {
    fn faults(&self, words: &Words) -> Faults {
        let mut faults = Faults::default();
        if self.name.trim().is_empty() {
            faults.add("name", words.text("welcome-name-missing"));
        }
        let email = self.email.trim();
        if !email.contains('@')
            || email.starts_with('@')
            || email.ends_with('@')
            || email.len() > 254
        {
            faults.add("email", words.text("welcome-email-wrong"));
        }
        let length = self.password.chars().count();
        if length < password::SHORTEST || self.password.len() > password::LONGEST {
            faults.add(
                "password",
                words.with("welcome-password-short", "n", password::SHORTEST),
            );
        }
        faults
    }
}

async fn welcome(
    State(app): State<Shared>,
    ask: Ask,
    Path(token): Path<String>,
    Form(introduction): Form<Introduction>,
) -> Result<Response, Problem> {
    let faults = introduction.faults(&ask.words);
    if !faults.is_empty() {
        let page = WelcomePage {
            chrome: Chrome::of(&ask),
            token,
            name: introduction.name,
            email: introduction.email,
            faults,
        };
        return render::page_with(&ask, StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let hash = token::hash(&token);
    let now = Timestamp::now();
    let typed = introduction.password.clone();
    // The language in which the person reads now is theirs until they choose another.
    let words = ask.words;
    let stored = app::blocking(move || password::hash(&typed).map_err(Problem::internal)).await?;
    let account = app::write(&app, move |tx, _| {
        let account = account::spend_link(tx, &hash, now)?.id;
        account::set_name(tx, account, introduction.name.trim())?;
        account::set_login(tx, account, introduction.email.trim())?;
        account::set_password(tx, account, &stored, now)?;
        account::set_language(tx, account, &words.language().code)?;
        Ok(account)
    })
    .await?;
    open_session(&app, account, "/").await
}
