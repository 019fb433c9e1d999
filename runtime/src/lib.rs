//! The ICF runtime: the framework's objects, the toolkit's words, operations, connectors, provisioner files and their REST view.
//!
//! A request's way: [`rest::System`] → [`connector::Facade`] → [`connector::Connector`] → [`operation`] → the script, whose
//! objects ([`icf`], built by the words of [`toolkit`]) come back the same way. [`provisioner`] says what a connector is made of.
//!
//! ```
//! use rovy_interp::{Capabilities, HostServices, Limits};
//! use rovy_runtime::connector::{Facade, Settings};
//! use rovy_runtime::provisioner::Provisioner;
//! use rovy_runtime::rest::{Fields, Query, System};
//! use std::{path::Path, time::Duration};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     // A folder of scripts, or a provisioner file; `&{name}` in a file has no meaning here.
//!     let provisioner = Provisioner::open(Path::new("../samples/people"), &|_| None)?;
//!     // Files may be read, nothing else; a request has ten seconds.
//!     let capabilities = Capabilities { files: true, ..Capabilities::default() };
//!     let settings = Settings {
//!         host: HostServices { capabilities, ..HostServices::default() },
//!         limits: Limits { time: Some(Duration::from_secs(10)), ..Limits::default() },
//!         ..Settings::default()
//!     };
//!     let facade = Facade::open(&provisioner, settings)?;
//!     let mut people = System::new(provisioner, facade);
//!
//!     let person = people.read("person", "p02", &Fields::default())?;
//!     assert_eq!(person["givenName"], "Berit");
//!
//!     let query = Query { filter: "familyName sw \"K\"".into(), page_size: 1, ..Query::default() };
//!     let next_page = people.query("person", &query, |person| {
//!         println!("{}", person["_id"]);
//!         true
//!     })?;
//!     assert!(next_page.is_some());
//!
//!     let refused = people.query("person", &Query { filter: "height gt 2".into(), ..Query::default() }, |_| true);
//!     assert_eq!(refused.map_err(|failure| failure.error.code), Err(400));
//!     Ok(())
//! }
//! ```
pub mod check;
pub mod connector;
pub mod icf;
pub mod operation;
pub mod provisioner;
pub mod rest;
pub mod toolkit;
