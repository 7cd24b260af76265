//! `amplify serve`: the server, its workers, and a tidy end.

use super::open;
use crate::config::Config;
use crate::web;
use anyhow::Context;
use clap::Args;
use std::process::ExitCode;
use std::sync::Arc;

/// Where to listen.
#[derive(Args)]
pub(super) struct Serve {
    /// Address and port, such as 127.0.0.1:8080.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Folder of database and files.
    #[arg(long, value_name = "FOLDER")]
    data: Option<std::path::PathBuf>,
}

/// Runs until it is told to stop.
pub(super) fn run(mut config: Config, command: &Serve) -> anyhow::Result<ExitCode> {
    if let Some(listen) = &command.listen {
        config.listen.clone_from(listen);
    }
    if let Some(data) = &command.data {
        config.data.clone_from(data);
    }
    start_logging();
    let app = open::app(config)?;
    if let Some(link) = open::first_link(&app.db, &app.config)? {
        println!("First start. Open this link once to choose a name and a password:\n\n  {link}\n");
    }
    serve(app)
}

/// Structured logs on standard error; `RUST_LOG` narrows them.
pub(super) fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

/// Serves the app and runs its jobs until SIGINT or SIGTERM.
pub(super) fn serve(app: web::app::App) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let app = Arc::new(app);
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(&app.config.listen)
            .await
            .with_context(|| {
                format!(
                    "cannot listen on {}; is another server running there?",
                    app.config.listen
                )
            })?;
        println!("Amplify is at {}", app.config.address());
        let workers = crate::work::start(&app);
        axum::serve(listener, web::router(Arc::clone(&app)))
            .with_graceful_shutdown(told_to_stop())
            .await?;
        workers.stop().await;
        anyhow::Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
