//! `java.net.URL`: its parts, and reading what `file:` URLs name.

use super::uri::Uri;
use super::uri_parse;
use crate::gdk;
use crate::jdk::io::{input_stream, open};
use crate::jdk::throwables;
use crate::registry::{Class, Member, class, constructor, method, native, never, unbound};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};

/// A URL.
#[derive(Clone, Default)]
pub struct Url {
    protocol: String,
    authority: Option<String>,
    host: String,
    port: i32,
    path: String,
    query: Option<String>,
    reference: Option<String>,
}

impl HostType for Url {
    const NAME: &'static str = "java.net.URL";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    constructor("URL(String text)", &unbound(new)),
    constructor(
        "URL(String protocol, String host, String file)",
        &unbound(|protocol: &Str, host: &Str, file: &Str| of_parts(protocol, host, -1, file)),
    ),
    constructor(
        "URL(String protocol, String host, int port, String file)",
        &unbound(of_parts),
    ),
    constructor("URL(URL context, String text)", &unbound(in_context)),
    method(
        "equals(Object other): boolean",
        &native(|a: &Url, o: &Value| o.as_host::<Url>().is_some_and(|b| a.text() == b.text())),
    ),
    method("getAuthority(): String", &native(|u: &Url| u.authority.clone())),
    method("getDefaultPort(): int", &native(Url::default_port)),
    method("getFile(): String", &native(Url::file)).doc("Path and query."),
    method("getHost(): String", &native(|u: &Url| u.host.clone())).doc("The host, empty if there is none."),
    method("getPath(): String", &native(|u: &Url| u.path.clone())),
    method("getPort(): int", &native(|u: &Url| u.port)).doc("The port, -1 if none is given."),
    method("getProtocol(): String", &native(|u: &Url| u.protocol.clone())),
    method("getQuery(): String", &native(|u: &Url| u.query.clone())),
    method("getRef(): String", &native(|u: &Url| u.reference.clone())).doc("What stands behind the hash."),
    method(
        "getUserInfo(): String",
        &native(|u: &Url| {
            u.authority
                .as_deref()
                .and_then(|a| a.rsplit_once('@'))
                .map(|(user, _)| user.to_owned())
        }),
    ),
    method("hashCode(): int", &native(|u: &Url| Str::new(&u.text()).hash() as i32)),
    never(
        "openConnection(): URLConnection",
        "connections over the network are not there yet: read file: URLs, or fetch outside the script",
    ),
    method("openStream(): InputStream", &native(open_stream)).doc("The bytes that a file: URL names."),
    method(
        "sameFile(URL other): boolean",
        &native(|a: &Url, b: &Url| {
            Url {
                reference: None,
                ..a.clone()
            }
            .text()
                == Url {
                    reference: None,
                    ..b.clone()
                }
                .text()
        }),
    ),
    method("toExternalForm(): String", &native(Url::text)),
    method("toString(): String", &native(Url::text)),
    method("toURI(): URI", &native(to_uri)).doc("The URL as a URI."),
];

/// `java.net.URL`.
pub static CLASS: Class = class(Url::NAME).groovy(gdk::url::MEMBERS).members(MEMBERS);

const PROTOCOLS: &[&str] = &["http", "https", "ftp", "file", "jar", "jrt", "jmod", "mailto"];

fn new(vm: &mut Vm, text: Option<&Str>) -> Res<Url> {
    match text {
        Some(text) => Url::parse(vm, &text.text()),
        None => Err(vm.throw(
            &throwables::MALFORMED_URL_EXCEPTION,
            "Cannot invoke \"String.length()\" because \"spec\" is null",
        )),
    }
}

fn of_parts(protocol: &Str, host: &Str, port: i32, file: &Str) -> Url {
    let file = file.to_string();
    let (path, query) = match file.split_once('?') {
        Some((path, query)) => (path.to_owned(), Some(query.to_owned())),
        None => (file, None),
    };
    let port_text = if port >= 0 { format!(":{port}") } else { String::new() };
    Url {
        protocol: protocol.text().to_ascii_lowercase(),
        authority: Some(format!("{host}{port_text}")),
        host: host.to_string(),
        port,
        path,
        query,
        reference: None,
    }
}

fn in_context(vm: &mut Vm, context: Option<&Url>, text: &Str) -> Res<Url> {
    match context {
        Some(context) => Url::read(vm, Some(context), &text.text()),
        None => Url::parse(vm, &text.text()),
    }
}

impl Url {
    /// `new URL(text)`.
    pub fn parse(vm: &mut Vm, text: &str) -> Res<Url> {
        Url::read(vm, None, text)
    }

    fn read(vm: &mut Vm, context: Option<&Url>, text: &str) -> Res<Url> {
        let text = text.trim();
        let (body, reference) = match text.split_once('#') {
            Some((body, reference)) => (body, Some(reference.to_owned())),
            None => (text, None),
        };
        let scheme = body
            .find([':', '/'])
            .filter(|i| body[*i..].starts_with(':'))
            .map(|i| &body[..i]);
        let legal = |s: &&str| {
            s.starts_with(|c: char| c.is_ascii_alphabetic())
                && s.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        };
        let scheme = scheme.filter(legal);
        let protocol = scheme
            .map(str::to_ascii_lowercase)
            .or(context.map(|c| c.protocol.clone()));
        let Some(protocol) = protocol else {
            return Err(vm.throw(&throwables::MALFORMED_URL_EXCEPTION, format!("no protocol: {text}")));
        };
        if !PROTOCOLS.contains(&protocol.as_str()) {
            return Err(vm.throw(
                &throwables::MALFORMED_URL_EXCEPTION,
                format!("unknown protocol: {protocol}"),
            ));
        }
        let rest = scheme.map_or(body, |s| &body[s.len() + 1..]);
        let context = context.filter(|c| c.protocol == protocol);
        let mut url = context.cloned().unwrap_or(Url {
            port: -1,
            ..Url::default()
        });
        url.protocol = protocol;
        url.reference = reference;
        url.read_hierarchy(vm, rest)?;
        Ok(url)
    }

    /// Reads `[//authority][path][?query]` over what the context gave.
    fn read_hierarchy(&mut self, vm: &mut Vm, rest: &str) -> Res<()> {
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) if self.protocol != "jar" => (rest, Some(query.to_owned())),
            _ => (rest, None),
        };
        let mut path = rest;
        if let Some(after) = rest.strip_prefix("//") {
            let end = after.find('/').unwrap_or(after.len());
            self.read_authority(vm, &after[..end])?;
            path = &after[end..];
            self.path = String::new();
            self.query = None;
        }
        if path.is_empty() {
            self.query = query.or(self.query.take());
            return Ok(());
        }
        self.query = query;
        self.path = if path.starts_with('/') || self.path.is_empty() && self.authority.is_none() {
            path.to_owned()
        } else {
            uri_parse::resolve_path(&self.path, path, self.authority.is_some())
        };
        Ok(())
    }

    fn read_authority(&mut self, vm: &mut Vm, authority: &str) -> Res<()> {
        let server = authority.rsplit_once('@').map_or(authority, |(_, server)| server);
        let (host, port) = match server.rfind(':').filter(|i| *i > server.rfind(']').unwrap_or(0)) {
            Some(colon) => (&server[..colon], &server[colon + 1..]),
            None => (server, ""),
        };
        self.port = if port.is_empty() {
            -1
        } else {
            match port.parse::<i32>() {
                Ok(port) if port >= -1 => port,
                Ok(port) => {
                    let message = format!("Invalid port number :{port}");
                    return Err(vm.throw(&throwables::MALFORMED_URL_EXCEPTION, message));
                }
                Err(_) => {
                    let message = format!("Error at index 0 in: \"{port}\"");
                    return Err(vm.throw(&throwables::MALFORMED_URL_EXCEPTION, message));
                }
            }
        };
        self.host = host.to_owned();
        self.authority = Some(authority.to_owned());
        Ok(())
    }

    fn default_port(&self) -> i32 {
        match self.protocol.as_str() {
            "http" => 80,
            "https" => 443,
            "ftp" => 21,
            _ => -1,
        }
    }

    fn file(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    /// `toString()`.
    pub fn text(&self) -> String {
        let authority = self.authority.as_deref().filter(|a| !a.is_empty());
        let authority = authority.map_or(String::new(), |a| format!("//{a}"));
        let reference = self.reference.as_ref().map_or(String::new(), |r| format!("#{r}"));
        format!("{}:{authority}{}{reference}", self.protocol, self.file())
    }

    /// The path that a `file:` URL names; an error that says what to do for others.
    pub fn local_path(&self, vm: &mut Vm) -> Res<String> {
        if self.protocol == "file" {
            return Ok(uri_parse::unquote(&self.path));
        }
        let text = self.text();
        Err(vm.unsupported(format!(
            "reading {text}: scripts read file: URLs only, fetch others before the script runs"
        )))
    }
}

fn open_stream(vm: &mut Vm, url: &Url) -> Res {
    let path = url.local_path(vm)?;
    Ok(input_stream::buffered_over(open::to_read(vm, &path)?))
}

fn to_uri(vm: &mut Vm, url: &Url) -> Res<Uri> {
    let text = Value::from(url.text());
    let uri = vm.construct(super::uri::CLASS.id(), &[text])?;
    match uri.as_host::<Uri>() {
        Some(uri) => Ok(uri.clone()),
        None => Err(vm.illegal_argument("no URI")),
    }
}
