//! What may make its user wait without end: named pipes, terminals, devices. The waiting is done in a thread of its own, so
//! that the run's limits hold meanwhile.

use crate::{Res, Vm};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

/// How many bytes are read at once.
const PIECE: usize = 16 * 1024;

/// How long the limits are left alone.
const PAUSE: Duration = Duration::from_millis(10);

/// Whether reading from a path may wait for somebody else: what stands there is neither a file on disk nor a folder.
pub fn may_wait(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Whether a path is a named pipe, which cannot even be opened before somebody opens the other end.
pub fn is_pipe(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.file_type().is_fifo())
}

/// Bytes that a thread reads, a piece ahead at most. An abandoned thread ends with its next piece.
pub struct Waiting(Receiver<io::Result<Vec<u8>>>);

impl Waiting {
    /// Opens a path to read, which for a pipe takes until somebody writes to it.
    pub fn open(vm: &mut Vm, path: &Path) -> Res<io::Result<Waiting>> {
        let path = path.to_owned();
        let pieces = match in_thread(move |pieces| read(&path, &pieces)) {
            Ok(pieces) => pieces,
            Err(error) => return Ok(Err(error)),
        };
        // The first piece is empty: it says that the path is open.
        let opened = answer(vm, &pieces)?.unwrap_or_else(|| Err(ErrorKind::BrokenPipe.into()));
        Ok(opened.map(|_| Waiting(pieces)))
    }

    /// The next bytes, none at the end.
    pub fn next(&self, vm: &mut Vm) -> Res<io::Result<Vec<u8>>> {
        while let Some(piece) = answer(vm, &self.0)? {
            if piece.as_ref().map_or(true, |bytes| !bytes.is_empty()) {
                return Ok(piece);
            }
        }
        Ok(Ok(Vec::new()))
    }
}

/// Opens a path in any way, which for a pipe takes until somebody opens its other end.
pub fn open(vm: &mut Vm, path: &Path, options: &OpenOptions) -> Res<io::Result<File>> {
    if !is_pipe(path) {
        return Ok(options.open(path));
    }
    let (path, options): (PathBuf, OpenOptions) = (path.to_owned(), options.clone());
    let opened = in_thread(move |opened| {
        // Nobody waits any more where this fails.
        let _ = opened.send(options.open(&path));
    });
    match opened {
        Ok(opened) => Ok(answer(vm, &opened)?.unwrap_or_else(|| Err(ErrorKind::BrokenPipe.into()))),
        Err(error) => Ok(Err(error)),
    }
}

fn in_thread<T: Send + 'static>(work: impl FnOnce(SyncSender<T>) + Send + 'static) -> io::Result<Receiver<T>> {
    let (sender, receiver) = sync_channel(1);
    std::thread::Builder::new().spawn(move || work(sender))?;
    Ok(receiver)
}

fn read(path: &Path, pieces: &SyncSender<io::Result<Vec<u8>>>) {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) => {
            let _ = pieces.send(Err(error));
            return;
        }
    };
    let mut next = Ok(Vec::new());
    while pieces.send(next).is_ok() {
        let mut piece = vec![0; PIECE];
        next = match file.read(&mut piece) {
            Ok(0) => return,
            Ok(count) => {
                piece.truncate(count);
                Ok(piece)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Ok(Vec::new()),
            Err(error) => Err(error),
        };
    }
}

/// What a thread says next, none when it has ended; looks at the limits from time to time.
fn answer<T>(vm: &mut Vm, answers: &Receiver<T>) -> Res<Option<T>> {
    loop {
        match answers.recv_timeout(PAUSE) {
            Ok(answer) => return Ok(Some(answer)),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => vm.sleep(0)?,
        }
    }
}
