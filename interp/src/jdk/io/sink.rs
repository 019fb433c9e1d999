//! Where bytes and characters go: what every `OutputStream` and `Writer` writes to.
//!
//! Streams that wrap another share its sink, so that what was written through one is there for the others at once.

use crate::heap::Share;
use crate::jdk::nio::charset::Charset;
use crate::jdk::throwables;
use crate::value::Str;
use crate::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::Write;
use std::rc::Rc;

/// What bytes end up in.
enum Target {
    Memory(Vec<u8>),
    File(File),
    StandardOutput,
    StandardError,
    Nothing,
    Closed,
}

/// A sink of bytes.
pub struct Bytes {
    target: RefCell<Target>,
    share: Share,
}

impl Bytes {
    fn new(target: Target) -> Rc<Bytes> {
        Rc::new(Bytes {
            target: RefCell::new(target),
            share: Share::default(),
        })
    }

    /// Keeps what is written.
    pub fn in_memory() -> Rc<Bytes> {
        Bytes::new(Target::Memory(Vec::new()))
    }

    /// Writes to a file.
    pub fn to_file(file: File) -> Rc<Bytes> {
        Bytes::new(Target::File(file))
    }

    /// `System.out`.
    pub fn standard_output() -> Rc<Bytes> {
        Bytes::new(Target::StandardOutput)
    }

    /// `System.err`.
    pub fn standard_error() -> Rc<Bytes> {
        Bytes::new(Target::StandardError)
    }

    /// Forgets what is written.
    pub fn nothing() -> Rc<Bytes> {
        Bytes::new(Target::Nothing)
    }

    /// Writes bytes.
    pub fn write(&self, vm: &mut Vm, bytes: &[u8]) -> Res<()> {
        vm.tick_many(bytes.len() / 16)?;
        let written = match &mut *self.target.borrow_mut() {
            Target::Memory(held) => {
                vm.reserve(bytes.len())?;
                held.extend_from_slice(bytes);
                self.share.set(held.capacity());
                return Ok(());
            }
            Target::File(file) => file.write_all(bytes),
            Target::StandardOutput => return vm.print_bytes(bytes),
            Target::StandardError => return vm.print_error(&String::from_utf8_lossy(bytes)),
            Target::Nothing => return Ok(()),
            Target::Closed => return Err(vm.throw(&throwables::IO_EXCEPTION, "Stream closed")),
        };
        written.map_err(|error| vm.throw(&throwables::IO_EXCEPTION, error))
    }

    /// What was kept in memory; nothing for other sinks.
    pub fn held(&self) -> Vec<u8> {
        match &*self.target.borrow() {
            Target::Memory(held) => held.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether nothing was kept in memory.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How much was kept in memory.
    pub fn len(&self) -> usize {
        match &*self.target.borrow() {
            Target::Memory(held) => held.len(),
            _ => 0,
        }
    }

    /// Forgets what was kept in memory.
    pub fn clear(&self) {
        if let Target::Memory(held) = &mut *self.target.borrow_mut() {
            held.clear();
        }
    }

    /// Closes it; what was kept in memory stays, as in Java.
    pub fn close(&self) {
        let mut target = self.target.borrow_mut();
        if let Target::File(_) = *target {
            *target = Target::Closed;
        }
    }
}

/// What characters end up in.
enum Destination {
    Memory(Vec<u16>),
    Bytes(Rc<Bytes>, Charset),
}

/// A sink of characters.
pub struct Text {
    destination: RefCell<Destination>,
    closed: Cell<bool>,
    share: Share,
}

impl Text {
    fn new(destination: Destination) -> Rc<Text> {
        Rc::new(Text {
            destination: RefCell::new(destination),
            closed: Cell::new(false),
            share: Share::default(),
        })
    }

    /// Keeps what is written.
    pub fn in_memory() -> Rc<Text> {
        Text::new(Destination::Memory(Vec::new()))
    }

    /// Writes bytes in a character set.
    pub fn to_bytes(bytes: Rc<Bytes>, charset: Charset) -> Rc<Text> {
        Text::new(Destination::Bytes(bytes, charset))
    }

    /// Writes a text.
    pub fn write(&self, vm: &mut Vm, text: &Str) -> Res<()> {
        if self.closed.get() {
            return Err(vm.throw(&throwables::IO_EXCEPTION, "Stream closed"));
        }
        let (bytes, charset) = match &mut *self.destination.borrow_mut() {
            Destination::Memory(units) => {
                vm.tick_many(text.len() / 16)?;
                vm.reserve(2 * text.len())?;
                units.extend(text.iter());
                self.share.set(2 * units.capacity());
                return Ok(());
            }
            Destination::Bytes(bytes, charset) => {
                // The byte order mark stands at the beginning alone.
                let then = if *charset == Charset::Utf16 && !text.is_empty() {
                    Charset::Utf16Be
                } else {
                    *charset
                };
                (bytes.clone(), std::mem::replace(charset, then))
            }
        };
        bytes.write(vm, &charset.encode(text))
    }

    /// Writes Rust text.
    pub fn write_text(&self, vm: &mut Vm, text: &str) -> Res<()> {
        self.write(vm, &Str::new(text))
    }

    /// What was kept in memory; empty for other sinks.
    pub fn held(&self) -> Rc<Str> {
        match &*self.destination.borrow() {
            Destination::Memory(units) => Str::from_units(units),
            Destination::Bytes(..) => Str::new(""),
        }
    }

    /// Forgets what was kept in memory.
    pub fn clear(&self) {
        if let Destination::Memory(units) = &mut *self.destination.borrow_mut() {
            units.clear();
        }
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// Closes it and what is behind it; what was kept in memory stays writable, as in Java.
    pub fn close(&self) {
        if let Destination::Bytes(bytes, _) = &*self.destination.borrow() {
            bytes.close();
            self.closed.set(true);
        }
    }
}
