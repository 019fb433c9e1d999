//! Links the `rovy` binary at a fixed address on Linux: its tables of classes and members are full of addresses, and writing
//! those anew at each start took a third of the time of `rovy check`.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|v| v == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bin=rovy=-no-pie");
    }
}
