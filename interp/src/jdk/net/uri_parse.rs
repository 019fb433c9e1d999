//! The grammar of URIs as `java.net.URI` reads it.

/// The parts of a URI, as written.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Parts {
    /// `http`
    pub scheme: Option<String>,
    /// What follows the scheme where that does not begin with a slash.
    pub opaque: Option<String>,
    /// What stands behind the two slashes.
    pub authority: Option<String>,
    /// What stands before the `@`.
    pub user_info: Option<String>,
    /// The host, where the authority has the form of a server's.
    pub host: Option<String>,
    /// The port.
    pub port: Option<i32>,
    /// The path; empty for opaque URIs.
    pub path: String,
    /// What stands behind the question mark.
    pub query: Option<String>,
    /// What stands behind the hash.
    pub fragment: Option<String>,
}

/// Why a text is no URI, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed {
    /// `Illegal character in path`
    pub reason: String,
    /// The character at which it stopped.
    pub index: usize,
}

type Parsed<T> = Result<T, Malformed>;

fn illegal(what: &str, index: usize) -> Malformed {
    Malformed {
        reason: format!("Illegal character in {what}"),
        index,
    }
}

fn expected(what: &str, index: usize) -> Malformed {
    Malformed {
        reason: format!("Expected {what}"),
        index,
    }
}

/// Unreserved characters, and those beyond ASCII that are neither spaces nor controls.
fn is_plain(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || "-_.!~*'()".contains(c)
    } else {
        !c.is_control() && !c.is_whitespace()
    }
}

/// What may stand in a path.
pub fn in_path(c: char) -> bool {
    is_plain(c) || "/:@&=+$,;".contains(c)
}

/// What may stand in a query, a fragment or an opaque part.
pub fn in_query(c: char) -> bool {
    in_path(c) || "?[]".contains(c)
}

/// What may stand in an authority.
pub fn in_authority(c: char) -> bool {
    is_plain(c) || "$,;:@&=+".contains(c)
}

/// Checks a part: each character has to be allowed, or be an escape.
fn check(part: &str, start: usize, what: &str, allowed: fn(char) -> bool) -> Parsed<()> {
    let chars: Vec<char> = part.chars().collect();
    let mut i = 0;
    while let Some(c) = chars.get(i) {
        if *c == '%' {
            let hex = |at: usize| chars.get(at).is_some_and(char::is_ascii_hexdigit);
            if !hex(i + 1) || !hex(i + 2) {
                return Err(Malformed {
                    reason: "Malformed escape pair".to_owned(),
                    index: start + i,
                });
            }
            i += 3;
        } else if allowed(*c) {
            i += 1;
        } else {
            return Err(illegal(what, start + i));
        }
    }
    Ok(())
}

/// Reads a text.
pub fn parse(text: &str) -> Parsed<Parts> {
    let mut parts = Parts::default();
    let (body, fragment) = match text.split_once('#') {
        Some((body, fragment)) => (body, Some(fragment)),
        None => (text, None),
    };
    let mut rest = body;
    let mut at = 0;
    if let Some(end) = body.find([':', '/', '?']).filter(|i| body[*i..].starts_with(':')) {
        let scheme = &body[..end];
        check_scheme(scheme)?;
        parts.scheme = Some(scheme.to_owned());
        rest = &body[end + 1..];
        at = end + 1;
        if !rest.starts_with('/') {
            if rest.is_empty() {
                return Err(expected("scheme-specific part", at));
            }
            check(rest, at, "opaque part", in_query)?;
            parts.opaque = Some(rest.to_owned());
            rest = "";
        }
    }
    if parts.opaque.is_none() {
        hierarchical(&mut parts, rest, at, fragment.is_some())?;
    }
    if let Some(fragment) = fragment {
        check(fragment, body.chars().count() + 1, "fragment", in_query)?;
        parts.fragment = Some(fragment.to_owned());
    }
    Ok(parts)
}

fn check_scheme(scheme: &str) -> Parsed<()> {
    if scheme.is_empty() {
        return Err(expected("scheme name", 0));
    }
    for (i, c) in scheme.chars().enumerate() {
        if !(c.is_ascii_alphabetic() || i > 0 && (c.is_ascii_digit() || "+-.".contains(c))) {
            return Err(illegal("scheme name", i));
        }
    }
    Ok(())
}

/// Reads `[//authority][path][?query]`.
fn hierarchical(parts: &mut Parts, mut rest: &str, mut at: usize, fragment: bool) -> Parsed<()> {
    if let Some(after) = rest.strip_prefix("//") {
        at += 2;
        let end = after.find(['/', '?']).unwrap_or(after.len());
        let authority = &after[..end];
        if authority.is_empty() {
            if end == after.len() && !fragment {
                return Err(expected("authority", at));
            }
        } else {
            read_authority(parts, authority, at)?;
        }
        at += authority.chars().count();
        rest = &after[end..];
    }
    let (path, query) = match rest.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (rest, None),
    };
    check(path, at, "path", in_path)?;
    parts.path = path.to_owned();
    if let Some(query) = query {
        check(query, at + path.chars().count() + 1, "query", in_query)?;
        parts.query = Some(query.to_owned());
    }
    Ok(())
}

/// Reads `[user@]host[:port]`; an authority of another form stays whole.
fn read_authority(parts: &mut Parts, authority: &str, at: usize) -> Parsed<()> {
    let bracketed = authority.contains('[');
    let allowed = |c: char| in_authority(c) || c == '%' || bracketed && "[]".contains(c);
    if !authority.chars().all(allowed) {
        return Err(illegal("authority", at));
    }
    check(authority, at, "authority", |_| true)?;
    parts.authority = Some(authority.to_owned());
    let (user, server) = match authority.split_once('@') {
        Some((user, server)) => (Some(user), server),
        None => (None, authority),
    };
    let (host, port) = match server.rfind(':').filter(|i| *i > server.rfind(']').unwrap_or(0)) {
        Some(colon) => (&server[..colon], Some(&server[colon + 1..])),
        None => (server, None),
    };
    let port = match port {
        None | Some("") => None,
        Some(digits) => match digits.parse() {
            Ok(port) if digits.bytes().all(|b| b.is_ascii_digit()) => Some(port),
            _ => return Ok(()),
        },
    };
    if is_host(host) {
        parts.user_info = user.map(str::to_owned);
        parts.host = Some(host.to_owned());
        parts.port = port;
    }
    Ok(())
}

/// A host name, or a numeric address.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')) {
        let address = address.split('%').next().unwrap_or(address);
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    if host.parse::<std::net::Ipv4Addr>().is_ok() {
        return true;
    }
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let label = |l: &&str| {
        edge(l.chars().next()) && edge(l.chars().last()) && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let last = labels.last().and_then(|l| l.chars().next());
    labels.iter().all(label) && (labels.len() == 1 || last.is_some_and(|c| c.is_ascii_alphabetic()))
}

impl Parts {
    /// The parts as one text.
    pub fn text(&self) -> String {
        let mut out = String::new();
        if let Some(scheme) = &self.scheme {
            out.push_str(scheme);
            out.push(':');
        }
        out.push_str(&self.scheme_specific());
        if let Some(fragment) = &self.fragment {
            out.push('#');
            out.push_str(fragment);
        }
        out
    }

    /// What stands between scheme and fragment.
    pub fn scheme_specific(&self) -> String {
        if let Some(opaque) = &self.opaque {
            return opaque.clone();
        }
        let mut out = String::new();
        if let Some(authority) = &self.authority {
            out.push_str("//");
            out.push_str(authority);
        }
        out.push_str(&self.path);
        if let Some(query) = &self.query {
            out.push('?');
            out.push_str(query);
        }
        out
    }
}

/// A text with what is not allowed escaped; characters beyond ASCII stay.
pub fn quote(text: &str, allowed: fn(char) -> bool) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if allowed(c) {
            out.push(c);
        } else {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// A text with its escapes resolved as UTF-8.
pub fn unquote(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let hex = |b: u8| char::from(b).to_digit(16);
        let mut ahead = bytes.clone();
        match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                bytes = ahead;
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A path without `.` and, as far as they have something to take away, `..`.
pub fn normalize(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut out: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let mut folder = path.ends_with('/');
    for (i, segment) in segments.iter().enumerate() {
        let last = i + 1 == segments.len();
        match *segment {
            "." => folder |= last,
            ".." if out.last().is_some_and(|s| *s != "..") => {
                out.pop();
                folder |= last;
            }
            other => out.push(other),
        }
    }
    let mut text = out.join("/");
    if !absolute && out.first().is_some_and(|s| s.contains(':')) {
        text.insert_str(0, "./");
    }
    if absolute {
        text.insert(0, '/');
    }
    if folder && !text.is_empty() && !text.ends_with('/') {
        text.push('/');
    }
    text
}

/// A relative path seen from another path.
pub fn resolve_path(base: &str, child: &str, absolute: bool) -> String {
    let folder = base.rfind('/').map_or("", |i| &base[..=i]);
    let joined = if folder.is_empty() && absolute && !child.is_empty() {
        format!("/{child}")
    } else {
        format!("{folder}{child}")
    };
    normalize(&joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_texts_say_where() {
        for (text, reason, index) in [
            ("h:", "Expected scheme-specific part", 2),
            ("http://a b", "Illegal character in authority", 7),
            ("http://h/a b", "Illegal character in path", 10),
            ("http://h/%zz", "Malformed escape pair", 9),
            ("1http://h", "Illegal character in scheme name", 0),
            ("http://", "Expected authority", 7),
            (":x", "Expected scheme name", 0),
            ("http://h/p?a b", "Illegal character in query", 12),
            ("http://h?x#y#z", "Illegal character in fragment", 12),
        ] {
            let wanted = Malformed {
                reason: reason.to_owned(),
                index,
            };
            assert_eq!(parse(text), Err(wanted), "{text}");
        }
    }

    #[test]
    fn authorities_of_other_forms_have_no_host() {
        let host = |text: &str| parse(text).ok().and_then(|p| p.host);
        assert_eq!(host("http://h-1.org:81/").as_deref(), Some("h-1.org"));
        assert_eq!(host("http://[::1]:80/x").as_deref(), Some("[::1]"));
        assert_eq!(host("http://h:x/"), None);
        assert_eq!(host("http://h_x:80/"), None);
    }

    #[test]
    fn paths_are_normalised() {
        for (path, wanted) in [
            ("a/../../b", "../b"),
            ("./a:b", "./a:b"),
            ("/../a", "/../a"),
            ("a/./b/..", "a/"),
            ("a//b", "a/b"),
            ("/a/./b/../c", "/a/c"),
        ] {
            assert_eq!(normalize(path), wanted);
        }
    }
}
