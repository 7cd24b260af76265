//! What every handler shares: the database, the stored files, the catalogue and the settings.

use crate::config::Config;
use crate::web::problem::Problem;
use domain::act::route::Playbook;
use domain::see::country::Country;
use domain::see::indicator::Catalogue;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The application; built once at start.
pub(crate) struct App {
    /// The database.
    pub(crate) db: store::Db,
    /// Uploaded originals.
    pub(crate) files: store::files::Files,
    /// The indicators.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The routes and their actions.
    pub(crate) playbook: Playbook,
    /// Country facts by ISO 3166-1 alpha-2 code in capitals.
    pub(crate) countries: BTreeMap<String, Country>,
    /// Word lists and rules of the audit reader.
    pub(crate) lexicon: documents::read::Lexicon,
    /// The program that takes risky formats apart in a process of its own; without one they are
    /// read in this process.
    pub(crate) reader: Option<std::path::PathBuf>,
    /// The settings.
    pub(crate) config: Config,
    /// Renders the Prometheus exposition.
    pub(crate) metrics: metrics_exporter_prometheus::PrometheusHandle,
}

/// The application as handlers hold it.
pub(crate) type Shared = Arc<App>;

/// One read transaction, off the async threads.
pub(crate) async fn read<T, F>(app: &Shared, job: F) -> Result<T, Problem>
where
    T: Send + 'static,
    F: Fn(&store::Tx<'_>, &App) -> store::Result<T> + Send + 'static,
{
    let app = Arc::clone(app);
    blocking(move || app.db.read(|tx| job(tx, &app))).await
}

/// One write transaction, off the async threads. The closure may run again when the database
/// asks for it, so it must have no effect outside the transaction.
pub(crate) async fn write<T, F>(app: &Shared, job: F) -> Result<T, Problem>
where
    T: Send + 'static,
    F: Fn(&store::Tx<'_>, &App) -> store::Result<T> + Send + 'static,
{
    let app = Arc::clone(app);
    blocking(move || app.db.write(|tx| job(tx, &app))).await
}

/// Work that blocks (database, files, password hashing), off the async threads.
pub(crate) async fn blocking<T, E, F>(job: F) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    match tokio::task::spawn_blocking(job).await {
        Ok(result) => result.map_err(Into::into),
        Err(error) => Err(Problem::internal(error)),
    }
}
