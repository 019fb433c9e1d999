//! Where bytes and characters come from: what every `InputStream` and `Reader` reads.
//!
//! Streams that wrap another share its source, so that it does not matter through which of them a script reads.

use super::buffer::Buffer;
use super::waiting::Waiting;
use crate::jdk::nio::charset::{Charset, Decoder};
use crate::jdk::throwables;
use crate::value::Str;
use crate::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::Read;
use std::rc::Rc;

/// How many bytes are asked for at once.
const PIECE: usize = 16 * 1024;

/// How many bytes are read between two looks at the limits where all are wanted.
const STRETCH: usize = 1024 * 1024;

/// Where bytes come from once the buffer is used up.
enum Origin {
    /// Nowhere: all are in the buffer.
    Memory,
    File(File),
    /// What may make its reader wait.
    Waiting(Waiting),
}

/// A source of bytes.
pub struct Bytes {
    buffer: Buffer<u8>,
    origin: RefCell<Origin>,
    closed: Cell<bool>,
}

impl Bytes {
    fn new(buffer: Vec<u8>, origin: Origin) -> Rc<Bytes> {
        Rc::new(Bytes {
            buffer: Buffer::new(buffer, matches!(origin, Origin::Memory)),
            origin: RefCell::new(origin),
            closed: Cell::new(false),
        })
    }

    /// Bytes in memory.
    pub fn of(bytes: Vec<u8>) -> Rc<Bytes> {
        Bytes::new(bytes, Origin::Memory)
    }

    /// The bytes of a file.
    pub fn of_file(file: File) -> Rc<Bytes> {
        Bytes::new(Vec::new(), Origin::File(file))
    }

    /// The bytes of what may make its reader wait.
    pub fn of_waiting(source: Waiting) -> Rc<Bytes> {
        Bytes::new(Vec::new(), Origin::Waiting(source))
    }

    /// Whether at least one byte waits in the buffer, after asking for more if need be.
    fn fill(&self, vm: &mut Vm) -> Res<bool> {
        if self.closed.get() {
            return Err(vm.throw(&throwables::IO_EXCEPTION, "Stream closed"));
        }
        if self.buffer.waiting() > 0 {
            return Ok(true);
        }
        vm.tick()?;
        let read = match &mut *self.origin.borrow_mut() {
            Origin::Memory => Ok(Vec::new()),
            Origin::File(file) => {
                let mut piece = vec![0; PIECE];
                file.read(&mut piece).map(|count| {
                    piece.truncate(count);
                    piece
                })
            }
            Origin::Waiting(source) => source.next(vm)?,
        };
        match read {
            Ok(piece) => {
                vm.tick_many(piece.len() / 16)?;
                self.buffer.keep(&piece);
                vm.reserve(0)?;
                Ok(!piece.is_empty())
            }
            Err(error) => Err(vm.throw(&throwables::IO_EXCEPTION, error)),
        }
    }

    /// The next byte, none at the end.
    pub fn read(&self, vm: &mut Vm) -> Res<Option<u8>> {
        if !self.fill(vm)? {
            return Ok(None);
        }
        let next = self.buffer.first();
        self.buffer.skip(1);
        Ok(next)
    }

    /// Up to so many of the next bytes; none only at the end.
    pub fn read_some(&self, vm: &mut Vm, most: usize) -> Res<Vec<u8>> {
        if most == 0 || !self.fill(vm)? {
            return Ok(Vec::new());
        }
        Ok(self.buffer.take(most))
    }

    /// All remaining bytes.
    pub fn read_all(&self, vm: &mut Vm) -> Res<Vec<u8>> {
        let mut out = self.read_some(vm, usize::MAX)?;
        if out.is_empty() {
            return Ok(out);
        }
        // A mark wants what is read to be kept.
        while self.buffer.is_marked() {
            let more = self.read_some(vm, usize::MAX)?;
            if more.is_empty() {
                return Ok(out);
            }
            vm.reserve(out.len() + more.len())?;
            out.extend(more);
        }
        let expected = self.available();
        vm.reserve(out.len().saturating_add(expected))?;
        out.reserve(expected.saturating_add(1));
        loop {
            let read = match &mut *self.origin.borrow_mut() {
                Origin::Memory => Ok(0),
                Origin::File(file) => file.take(STRETCH as u64).read_to_end(&mut out),
                Origin::Waiting(source) => source.next(vm)?.map(|piece| {
                    out.extend_from_slice(&piece);
                    piece.len()
                }),
            };
            match read {
                Ok(0) => return Ok(out),
                Ok(count) => {
                    vm.tick_many(count / 16)?;
                    vm.reserve(out.capacity())?;
                }
                Err(error) => return Err(vm.throw(&throwables::IO_EXCEPTION, error)),
            }
        }
    }

    /// How many bytes can be read without waiting.
    pub fn available(&self) -> usize {
        let on_disk = match &mut *self.origin.borrow_mut() {
            Origin::File(file) => {
                use std::io::Seek;
                let length = file.metadata().map_or(0, |m| m.len());
                length.saturating_sub(file.stream_position().unwrap_or(length))
            }
            _ => 0,
        };
        self.buffer
            .waiting()
            .saturating_add(usize::try_from(on_disk).unwrap_or(usize::MAX))
    }

    /// Remembers the place for [`Bytes::reset`].
    pub fn mark(&self) {
        self.buffer.mark();
    }

    /// Goes back to the mark; false if there is none.
    pub fn reset(&self) -> bool {
        self.buffer.reset()
    }

    /// Gives up the mark, so that what was read can be forgotten.
    pub fn forget_mark(&self) {
        self.buffer.forget_mark();
    }

    /// Closes it; bytes in memory stay readable, as in Java.
    pub fn close(&self) {
        if !matches!(*self.origin.borrow(), Origin::Memory) {
            self.closed.set(true);
            self.origin.replace(Origin::Memory);
        }
    }
}

/// A source of characters.
pub struct Text {
    units: Buffer<u16>,
    /// The bytes behind the characters; none where all are in the buffer.
    bytes: Option<(Rc<Bytes>, RefCell<Decoder>)>,
    ended: Cell<bool>,
    closed: Cell<bool>,
    /// Lines read so far.
    pub line: Cell<i32>,
}

impl Text {
    fn new(units: Vec<u16>, bytes: Option<(Rc<Bytes>, RefCell<Decoder>)>) -> Rc<Text> {
        Rc::new(Text {
            units: Buffer::new(units, bytes.is_none()),
            ended: Cell::new(bytes.is_none()),
            bytes,
            closed: Cell::new(false),
            line: Cell::new(0),
        })
    }

    /// A text in memory.
    pub fn of(text: &Str) -> Rc<Text> {
        Text::new(text.to_units(), None)
    }

    /// The characters that bytes stand for.
    pub fn of_bytes(bytes: &Rc<Bytes>, charset: Charset) -> Rc<Text> {
        Text::new(Vec::new(), Some((bytes.clone(), RefCell::new(charset.decoder()))))
    }

    /// Whether at least one character waits in the buffer, after asking for more if need be.
    fn fill(&self, vm: &mut Vm) -> Res<bool> {
        if self.closed.get() {
            return Err(vm.throw(&throwables::IO_EXCEPTION, "Stream closed"));
        }
        while self.units.waiting() == 0 {
            let Some((bytes, decoder)) = self.bytes.as_ref().filter(|_| !self.ended.get()) else {
                return Ok(false);
            };
            let piece = bytes.read_some(vm, PIECE)?;
            self.ended.set(piece.is_empty());
            let decoded = decoder.borrow_mut().decode(&piece, piece.is_empty());
            self.units.keep(&decoded);
            vm.reserve(0)?;
        }
        Ok(true)
    }

    /// The next character without taking it, none at the end.
    pub fn peek(&self, vm: &mut Vm) -> Res<Option<u16>> {
        Ok(if self.fill(vm)? { self.units.first() } else { None })
    }

    /// The next character, none at the end.
    pub fn read(&self, vm: &mut Vm) -> Res<Option<u16>> {
        let next = self.peek(vm)?;
        self.units.skip(next.iter().len());
        Ok(next)
    }

    /// Up to so many of the next characters; none only at the end.
    pub fn read_some(&self, vm: &mut Vm, most: usize) -> Res<Vec<u16>> {
        if most == 0 || !self.fill(vm)? {
            return Ok(Vec::new());
        }
        Ok(self.units.take(most))
    }

    /// All remaining characters.
    pub fn read_all(&self, vm: &mut Vm) -> Res<Rc<Str>> {
        if let Some((bytes, decoder)) = self.untouched() {
            let all = bytes.read_all(vm)?;
            self.ended.set(true);
            if decoder.borrow().takes_ascii() && all.is_ascii() {
                return Ok(Str::from_ascii(all));
            }
            vm.reserve(4 * all.len())?;
            let units = decoder.borrow_mut().decode(&all, true);
            return Ok(Str::from_units(&units));
        }
        let mut out = Vec::new();
        loop {
            let more = self.read_some(vm, usize::MAX)?;
            if more.is_empty() {
                vm.reserve(2 * out.len())?;
                return Ok(Str::from_units(&out));
            }
            vm.tick_many(more.len() / 16)?;
            out.extend(more);
            vm.reserve(2 * out.len())?;
        }
    }

    /// The bytes behind the characters, if nothing has been read or put back yet.
    fn untouched(&self) -> Option<&(Rc<Bytes>, RefCell<Decoder>)> {
        let fresh = !self.closed.get() && !self.ended.get() && self.units.is_untouched();
        self.bytes.as_ref().filter(|_| fresh)
    }

    /// The next line without its end, none at the end.
    pub fn read_line(&self, vm: &mut Vm) -> Res<Option<Rc<Str>>> {
        vm.tick()?;
        if !self.fill(vm)? {
            return Ok(None);
        }
        let mut out: Vec<u16> = Vec::new();
        while self.fill(vm)? {
            let part = self.units.take_until(|unit| unit == 0x0a || unit == 0x0d);
            vm.tick_many(part.len() / 16)?;
            if out.is_empty() {
                out = part;
            } else {
                out.extend(part);
            }
            vm.reserve(2 * out.len())?;
            if let Some(ending) = self.units.first() {
                self.units.skip(1);
                if ending == 0x0d && self.peek(vm)? == Some(0x0a) {
                    self.units.skip(1);
                }
                break;
            }
        }
        self.line.set(self.line.get().wrapping_add(1));
        Ok(Some(Str::from_units(&out)))
    }

    /// Whether a character can be read without waiting.
    pub fn ready(&self) -> bool {
        self.units.waiting() > 0 || self.bytes.as_ref().is_some_and(|(bytes, _)| bytes.available() > 0)
    }

    /// Remembers the place for [`Text::reset`].
    pub fn mark(&self) {
        self.units.mark();
    }

    /// Goes back to the mark; false if there is none.
    pub fn reset(&self) -> bool {
        self.units.reset()
    }

    /// Puts characters in front of what is read next.
    pub fn unread(&self, units: &[u16]) {
        self.units.unread(units);
    }

    /// Closes it and what is behind it.
    pub fn close(&self) {
        self.closed.set(true);
        if let Some((bytes, _)) = &self.bytes {
            bytes.close();
        }
    }
}
