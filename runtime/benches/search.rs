//! How long the documents' flat search takes on an open connector, request by request: `cargo bench -p rovy-runtime`.

use divan::Bencher;
use mimalloc::MiMalloc;
use rovy_interp::{Capabilities, HostServices};
use rovy_runtime::connector::{Facade, Settings};
use rovy_runtime::provisioner::Provisioner;
use rovy_runtime::rest::{Query, SortField, System};
use std::path::{Path, PathBuf};

/// The command line's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    divan::main();
}

/// The connector, on a folder with a file of so many users.
fn users(folder: &Path, count: usize) -> System<Facade> {
    let user = |n: usize| {
        serde_json::json!({
            "id": format!("{n:08}-aaaa-bbbb-cccc-dddddddddddd"),
            "userName": format!("user{n}"),
            "displayName": "Ms. Barbara J Jensen III",
            "name": { "familyName": format!("F{}", n % 1_000), "givenName": format!("G{n}"), "middleName": "Jane" },
            "emails": [
                { "value": "bjensen@example.com", "type": "work", "primary": true },
                { "value": "babs@jensen.org", "type": "home" },
            ],
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "active": n % 3 != 1,
        })
    };
    let file = serde_json::json!({ "Resources": (0..count).map(user).collect::<Vec<_>>() });
    std::fs::write(folder.join("users.json"), file.to_string()).expect("the file can be written");
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compat-tests/documents/flat");
    let provisioner = Provisioner::open(&scripts, &|_| None).expect("the folder is a connector");
    let capabilities = Capabilities {
        mapped: vec![(PathBuf::from("/var/lib/rcs"), folder.to_owned())],
        ..Capabilities::default()
    };
    let host = HostServices {
        err: Box::new(std::io::sink()),
        capabilities,
        ..HostServices::default()
    };
    let settings = Settings {
        host,
        ..Settings::default()
    };
    let facade = Facade::open(&provisioner, settings).expect("the scripts compile");
    System::new(provisioner, facade)
}

fn bench(bencher: Bencher<'_, '_>, count: usize, query: &Query) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut system = users(folder.path(), count);
    bencher.bench_local(|| {
        let answer = system.query("users", query, |_| true);
        answer.unwrap_or_else(|failure| panic!("{:?}", failure.error))
    });
}

/// A filter that matches some of them.
#[divan::bench(args = [1_000])]
fn filtered(bencher: Bencher<'_, '_>, count: usize) {
    let query = Query {
        filter: "active eq true and familyName sw \"F1\"".to_owned(),
        ..Query::default()
    };
    bench(bencher, count, &query);
}

/// The first page of 50 in an order of the request.
#[divan::bench(args = [10_000])]
fn sorted_page(bencher: Bencher<'_, '_>, count: usize) {
    let query = Query {
        sort_keys: vec![SortField {
            name: "familyName".to_owned(),
            ascending: true,
        }],
        page_size: 50,
        ..Query::default()
    };
    bench(bencher, count, &query);
}
