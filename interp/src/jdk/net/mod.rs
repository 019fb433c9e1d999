//! `java.net`: URIs, URLs, the encoding of forms.

pub mod uri;
pub mod uri_parse;
pub mod url;
mod url_codec;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &uri::CLASS,
    &url::CLASS,
    &url_codec::URL_ENCODER,
    &url_codec::URL_DECODER,
];
