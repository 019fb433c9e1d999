//! `java.net.URI`.

use super::uri_parse::{self, Malformed, Parts, in_authority, in_path, in_query, quote, unquote};
use super::url::Url;
use crate::jdk::lang::interfaces;
use crate::jdk::throwables;
use crate::registry::{Class, Member, class, constructor, function, method, native, unbound};
use crate::value::{HostType, Str, Throwable, Value};
use crate::{Res, Thrown, Vm};

/// A URI.
#[derive(Clone)]
pub struct Uri {
    parts: Parts,
    /// The text that was read, or its parts put together.
    pub text: String,
}

impl HostType for Uri {
    const NAME: &'static str = "java.net.URI";
    fn class() -> &'static Class {
        &CLASS
    }
}

type Part<'a> = Option<&'a Str>;

const MEMBERS: &[Member] = &[
    constructor("URI(String text)", &unbound(new)),
    constructor("URI(String scheme, String ssp, String fragment)", &unbound(of_three)),
    constructor(
        "URI(String scheme, String host, String path, String fragment)",
        &unbound(of_four),
    ),
    constructor(
        "URI(String scheme, String authority, String path, String query, String fragment)",
        &unbound(of_five),
    ),
    constructor(
        "URI(String scheme, String userInfo, String host, int port, String path, String query, String fragment)",
        &unbound(of_seven),
    ),
    function("create(String text): URI", &unbound(create)).doc("The URI of a text that is known to be one."),
    method(
        "compareTo(URI other): int",
        &native(|a: &Uri, b: &Uri| a.folded().cmp(&b.folded()) as i32),
    ),
    method(
        "equals(Object other): boolean",
        &native(|a: &Uri, o: &Value| o.as_host::<Uri>().is_some_and(|b| a.folded() == b.folded())),
    ),
    method(
        "getAuthority(): String",
        &native(|u: &Uri| u.parts.authority.as_deref().map(unquote)),
    ),
    method(
        "getFragment(): String",
        &native(|u: &Uri| u.parts.fragment.as_deref().map(unquote)),
    ),
    method("getHost(): String", &native(|u: &Uri| u.parts.host.clone())).doc("The host, null if there is none."),
    method("getPath(): String", &native(|u: &Uri| u.path().map(unquote))).doc("The path with its escapes resolved."),
    method("getPort(): int", &native(|u: &Uri| u.parts.port.unwrap_or(-1))).doc("The port, -1 if there is none."),
    method(
        "getQuery(): String",
        &native(|u: &Uri| u.parts.query.as_deref().map(unquote)),
    ),
    method(
        "getRawAuthority(): String",
        &native(|u: &Uri| u.parts.authority.clone()),
    ),
    method("getRawFragment(): String", &native(|u: &Uri| u.parts.fragment.clone())),
    method("getRawPath(): String", &native(|u: &Uri| u.path().map(str::to_owned))).doc("The path as written."),
    method("getRawQuery(): String", &native(|u: &Uri| u.parts.query.clone())),
    method(
        "getRawSchemeSpecificPart(): String",
        &native(|u: &Uri| u.parts.scheme_specific()),
    ),
    method("getRawUserInfo(): String", &native(|u: &Uri| u.parts.user_info.clone())),
    method("getScheme(): String", &native(|u: &Uri| u.parts.scheme.clone())).doc("The scheme, null if there is none."),
    method(
        "getSchemeSpecificPart(): String",
        &native(|u: &Uri| unquote(&u.parts.scheme_specific())),
    ),
    method(
        "getUserInfo(): String",
        &native(|u: &Uri| u.parts.user_info.as_deref().map(unquote)),
    ),
    method(
        "hashCode(): int",
        &native(|u: &Uri| Str::new(&u.folded()).hash() as i32),
    ),
    method("isAbsolute(): boolean", &native(|u: &Uri| u.parts.scheme.is_some())).doc("Whether it has a scheme."),
    method("isOpaque(): boolean", &native(|u: &Uri| u.parts.opaque.is_some())),
    method("normalize(): URI", &native(Uri::normalize)).doc("The URI without `.` and `..`."),
    method("relativize(URI other): URI", &native(Uri::relativize)).doc("The other as seen from this one."),
    method("resolve(String other): URI", &native(resolve_text)),
    method("resolve(URI other): URI", &native(Uri::resolve)).doc("Another URI, seen from this one."),
    method(
        "toASCIIString(): String",
        &native(|u: &Uri| quote(&u.text, |c| c.is_ascii())),
    ),
    method("toString(): String", &native(|u: &Uri| u.text.clone())),
    method("toURL(): URL", &native(to_url)).doc("The URI as a URL."),
];

/// `java.net.URI`.
pub static CLASS: Class = class(Uri::NAME)
    .implements(&[&interfaces::COMPARABLE, &interfaces::SERIALIZABLE])
    .members(MEMBERS);

/// Throws the URISyntaxException of a text.
fn malformed(vm: &mut Vm, text: &str, why: Malformed) -> Thrown {
    let Malformed { reason, index } = why;
    let message = format!("{reason} at index {index}: {text}");
    let exception = Throwable::new(throwables::URI_SYNTAX_EXCEPTION.id(), Some(Str::new(&message)));
    exception.set_detail("index", Value::int(index as i32));
    exception.set_detail("reason", Value::str(&reason));
    exception.set_detail("input", Value::str(text));
    vm.throw_value(Value::Throwable(exception))
}

fn new(vm: &mut Vm, text: Part) -> Res<Uri> {
    let Some(text) = text else {
        return Err(vm.null_pointer("Cannot invoke \"String.length()\" because \"this.input\" is null"));
    };
    let text = text.to_string();
    match uri_parse::parse(&text) {
        Ok(parts) => Ok(Uri { parts, text }),
        Err(why) => Err(malformed(vm, &text, why)),
    }
}

fn create(vm: &mut Vm, text: &Str) -> Res<Uri> {
    let text = text.to_string();
    match uri_parse::parse(&text) {
        Ok(parts) => Ok(Uri { parts, text }),
        Err(Malformed { reason, index }) => Err(vm.illegal_argument(format!("{reason} at index {index}: {text}"))),
    }
}

/// The URI of parts that are quoted where they have to be.
fn of_parts(vm: &mut Vm, parts: Parts) -> Res<Uri> {
    let text = parts.text();
    if parts.scheme.is_some() && parts.opaque.is_none() && !parts.path.is_empty() && !parts.path.starts_with('/') {
        let message = format!("Relative path in absolute URI: {text}");
        return Err(vm.throw(&throwables::URI_SYNTAX_EXCEPTION, message));
    }
    new(vm, Some(&Str::new(&text)))
}

fn quoted(part: Part, allowed: fn(char) -> bool) -> Option<String> {
    part.map(|p| quote(&p.text(), allowed))
}

fn of_three(vm: &mut Vm, scheme: Part, ssp: Part, fragment: Part) -> Res<Uri> {
    of_parts(
        vm,
        Parts {
            scheme: scheme.map(Str::to_string),
            opaque: quoted(ssp, in_query).or(Some(String::new())),
            fragment: quoted(fragment, in_query),
            ..Parts::default()
        },
    )
}

fn of_four(vm: &mut Vm, scheme: Part, host: Part, path: Part, fragment: Part) -> Res<Uri> {
    of_seven(vm, scheme, None, host, -1, path, None, fragment)
}

fn of_five(vm: &mut Vm, scheme: Part, authority: Part, path: Part, query: Part, fragment: Part) -> Res<Uri> {
    of_parts(
        vm,
        Parts {
            scheme: scheme.map(Str::to_string),
            authority: quoted(authority, |c| in_authority(c) || c == '[' || c == ']'),
            path: quoted(path, in_path).unwrap_or_default(),
            query: quoted(query, in_query),
            fragment: quoted(fragment, in_query),
            ..Parts::default()
        },
    )
}

#[allow(clippy::too_many_arguments, reason = "the seven parts of Java's constructor")]
fn of_seven(
    vm: &mut Vm,
    scheme: Part,
    user_info: Part,
    host: Part,
    port: i32,
    path: Part,
    query: Part,
    fragment: Part,
) -> Res<Uri> {
    let user = quoted(user_info, in_authority).map_or(String::new(), |u| format!("{u}@"));
    let port = if port >= 0 { format!(":{port}") } else { String::new() };
    let authority = host.map(|h| format!("{user}{h}{port}"));
    let authority = authority.as_deref().map(Str::new);
    of_five(vm, scheme, authority.as_deref(), path, query, fragment)
}

fn resolve_text(vm: &mut Vm, base: &Uri, other: &Str) -> Res<Uri> {
    let other = create(vm, other)?;
    Ok(base.resolve(&other))
}

fn to_url(vm: &mut Vm, uri: &Uri) -> Res<Url> {
    if uri.parts.scheme.is_none() {
        return Err(vm.illegal_argument("URI is not absolute"));
    }
    Url::parse(vm, &uri.text)
}

impl Uri {
    /// The `file:` URI of an absolute path.
    pub fn of_path(path: &str) -> Uri {
        Uri::of(Parts {
            scheme: Some("file".to_owned()),
            path: quote(path, in_path),
            ..Parts::default()
        })
    }

    fn of(parts: Parts) -> Uri {
        Uri {
            text: parts.text(),
            parts,
        }
    }

    /// The path as written; none where there is none.
    pub fn path(&self) -> Option<&str> {
        self.parts.opaque.is_none().then_some(self.parts.path.as_str())
    }

    /// The scheme.
    pub fn scheme(&self) -> Option<&str> {
        self.parts.scheme.as_deref()
    }

    /// What makes two URIs equal: scheme and host in lower case, all else as written.
    fn folded(&self) -> String {
        let mut parts = self.parts.clone();
        parts.scheme = parts.scheme.map(|s| s.to_ascii_lowercase());
        if let (Some(host), Some(authority)) = (&parts.host, &parts.authority) {
            parts.authority = Some(authority.replace(host.as_str(), &host.to_ascii_lowercase()));
        }
        parts.text()
    }

    fn normalize(&self) -> Uri {
        if self.parts.opaque.is_some() {
            return self.clone();
        }
        Uri::of(Parts {
            path: uri_parse::normalize(&self.parts.path),
            ..self.parts.clone()
        })
    }

    fn resolve(&self, other: &Uri) -> Uri {
        let (base, given) = (&self.parts, &other.parts);
        if given.opaque.is_some() || base.opaque.is_some() || given.scheme.is_some() {
            return other.clone();
        }
        let only_fragment = given.authority.is_none() && given.path.is_empty() && given.query.is_none();
        if only_fragment && given.fragment.is_some() {
            return Uri::of(Parts {
                fragment: given.fragment.clone(),
                ..base.clone()
            });
        }
        let mut parts = Parts {
            scheme: base.scheme.clone(),
            ..given.clone()
        };
        if given.authority.is_none() {
            parts.authority = base.authority.clone();
            parts.host = base.host.clone();
            parts.user_info = base.user_info.clone();
            parts.port = base.port;
            if !given.path.starts_with('/') {
                parts.path = uri_parse::resolve_path(&base.path, &given.path, base.authority.is_some());
            }
        }
        Uri::of(parts)
    }

    fn relativize(&self, other: &Uri) -> Uri {
        let (base, given) = (&self.parts, &other.parts);
        let same_place = base.scheme == given.scheme && base.authority == given.authority;
        if base.opaque.is_some() || given.opaque.is_some() || !same_place {
            return other.clone();
        }
        let (base, path) = (uri_parse::normalize(&base.path), uri_parse::normalize(&given.path));
        let folder = if base.ends_with('/') || base == path {
            base.clone()
        } else {
            format!("{base}/")
        };
        match path.strip_prefix(&folder) {
            Some(rest) => Uri::of(Parts {
                path: rest.to_owned(),
                query: given.query.clone(),
                fragment: given.fragment.clone(),
                ..Parts::default()
            }),
            None => other.clone(),
        }
    }
}
