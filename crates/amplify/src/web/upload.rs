//! Files on their way in: bytes go to the storage's draft piece by piece as they arrive, so that a
//! large file never stands in memory, and a limit ends it early. A draft that is not kept leaves
//! nothing behind.

use crate::web::app::Shared;
use crate::web::problem::Problem;
use axum::extract::multipart::Field;
use store::files::Draft;

/// How many pieces wait for the disk at most.
const WAITING: usize = 8;

/// Writes a field of a form into a draft. [`Problem::TooLarge`] once it has more than `limit` bytes.
pub(crate) async fn receive(
    app: &Shared,
    mut field: Field<'_>,
    limit: u64,
) -> Result<Draft, Problem> {
    let (send, mut arrived) = tokio::sync::mpsc::channel::<bytes::Bytes>(WAITING);
    let files = app.files.clone();
    let writing = tokio::task::spawn_blocking(move || -> store::Result<Draft> {
        let mut draft = files.draft()?;
        while let Some(piece) = arrived.blocking_recv() {
            draft.write(&piece)?;
        }
        Ok(draft)
    });
    let mut size = 0_u64;
    let outcome = loop {
        match field.chunk().await {
            Ok(Some(piece)) => {
                size += piece.len() as u64;
                if size > limit {
                    break Err(Problem::TooLarge);
                }
                // The other end is gone only when writing failed, which is told below.
                if send.send(piece).await.is_err() {
                    break Ok(());
                }
            }
            Ok(None) => break Ok(()),
            Err(error) => {
                break Err(Problem::Malformed {
                    detail: error.to_string(),
                });
            }
        }
    };
    drop(send);
    let draft = writing.await.map_err(Problem::internal)??;
    outcome.map(|()| draft)
}
