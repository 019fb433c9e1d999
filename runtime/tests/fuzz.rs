//! Fuzz targets: whatever is read from outside gives a value or an error, never a panic or a hang.
//!
//! As plain tests they run over the corpus beside this file and a thousand random inputs; `cargo bolero test` hunts with a
//! fuzzer.

use rovy_runtime::provisioner::Provisioner;
use rovy_runtime::rest::query_filter::QueryFilter;

#[test]
fn query_filter() {
    bolero::check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        let _ = text.parse::<QueryFilter>();
    });
}

#[test]
fn provisioner_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("provisioner.openicf-fuzz.json");
    bolero::check!().for_each(|input: &[u8]| {
        std::fs::write(&file, input).expect("a written file");
        let _ = Provisioner::open(&file, &|name| (name.len() < 4).then(|| format!("&{{{name}}}")));
    });
}
