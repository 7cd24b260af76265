//! Runs another program with limits on time, memory and output, so that no file can take the
//! server down. It never goes through a shell's parsing of words: arguments stay arguments.

use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What a program may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// How long it may run.
    pub(super) time: Duration,
    /// How many bytes of address space it may take.
    pub(super) memory: u64,
    /// How many bytes it may print.
    pub(super) output: usize,
}

/// What a program left behind.
#[derive(Debug)]
pub(super) struct Output {
    /// What it printed.
    pub(super) printed: Vec<u8>,
    /// What it complained about; at most a few kilobytes.
    pub(super) complaints: String,
    /// True if it ended by itself and well, and printed no more than it may.
    pub(super) succeeded: bool,
}

/// Why a program did not end by itself.
#[derive(Debug)]
pub(super) enum Stopped {
    /// It ran longer than it may.
    TimedOut,
    /// It could not be started.
    Failed(std::io::Error),
}

/// Where a program is installed.
pub(super) fn which(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Runs a program to its end or to its bounds.
pub(super) fn run(
    program: &Path,
    arguments: &[OsString],
    bounds: Bounds,
) -> Result<Output, Stopped> {
    let started = Instant::now();
    let mut child = bounded(program, arguments, bounds)
        .env("LC_ALL", "C.UTF-8")
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(Stopped::Failed)?;
    let printed = child.stdout.take().map(|pipe| gather(pipe, bounds.output));
    let complaints = child.stderr.take().map(|pipe| gather(pipe, 4096));
    let result = watch(&mut child, printed, complaints, started + bounds.time);
    if result.is_err() {
        // It may have ended in this moment; either way it is gone after the wait.
        let _ = child.kill();
        let _ = child.wait();
    }
    result
}

/// The program behind a small shell script that only lowers what it may use and then becomes it.
#[cfg(unix)]
fn bounded(program: &Path, arguments: &[OsString], bounds: Bounds) -> Command {
    let mut command = Command::new("/bin/sh");
    command
        .arg("-c")
        .arg(
            "ulimit -c 0 2>/dev/null; ulimit -v \"$1\" 2>/dev/null; \
             ulimit -t \"$2\" 2>/dev/null; shift 2; exec \"$@\"",
        )
        .arg("sh")
        .arg((bounds.memory / 1024).to_string())
        .arg((bounds.time.as_secs() + 1).to_string())
        .arg(program)
        .args(arguments);
    command
}

/// Elsewhere the watch over time and output has to do.
#[cfg(not(unix))]
fn bounded(program: &Path, arguments: &[OsString], _bounds: Bounds) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

type Gathered = mpsc::Receiver<(Vec<u8>, bool)>;

/// Reads a pipe up to a limit in a thread of its own; says whether there was more.
fn gather<R: Read + Send + 'static>(mut pipe: R, limit: usize) -> Gathered {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let limit_and_one = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let _ = pipe.by_ref().take(limit_and_one).read_to_end(&mut bytes);
        let cut = bytes.len() > limit;
        bytes.truncate(limit);
        let _ = sender.send((bytes, cut));
    });
    receiver
}

fn watch(
    child: &mut Child,
    printed: Option<Gathered>,
    complaints: Option<Gathered>,
    deadline: Instant,
) -> Result<Output, Stopped> {
    let left = || deadline.saturating_duration_since(Instant::now());
    let (printed, cut) = match printed.map(|pipe| pipe.recv_timeout(left())) {
        Some(Ok(result)) => result,
        Some(Err(_)) => return Err(Stopped::TimedOut),
        None => (Vec::new(), false),
    };
    if cut {
        let _ = child.kill();
    }
    let mut pause = Duration::from_micros(200);
    let status = loop {
        if let Some(status) = child.try_wait().map_err(Stopped::Failed)? {
            break status;
        }
        if left().is_zero() {
            return Err(Stopped::TimedOut);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    let complaints = complaints
        .and_then(|pipe| pipe.recv_timeout(Duration::from_secs(1)).ok())
        .map(|(bytes, _)| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    Ok(Output {
        printed,
        complaints,
        succeeded: status.success() && !cut,
    })
}

/// Arguments of a program from words and paths of mixed types.
pub(super) fn arguments<I, S>(words: I) -> Vec<OsString>
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    words
        .into_iter()
        .map(|word| word.as_ref().to_owned())
        .collect()
}
