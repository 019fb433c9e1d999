//! How findings about scripts are shown: as text with the source line, or as JSON.

mod excerpt;
pub mod fault;
pub mod json;
pub mod terminal;

use rovy_parser::{Diagnostic, Severity};

/// So many findings of a file are shown.
const SHOWN: usize = 1_000;

/// Leaves out all findings but the first ones, and says so.
pub fn leave_out_what_nobody_reads(findings: &mut Vec<Diagnostic>) {
    let left_out = findings.split_off(findings.len().min(SHOWN));
    if let Some(first) = left_out.first() {
        let severity = if left_out.iter().any(Diagnostic::is_error) {
            Severity::Error
        } else {
            Severity::Warning
        };
        findings.push(Diagnostic {
            severity,
            message: format!("{}; {} more findings are not shown", first.message, left_out.len() - 1),
            ..first.clone()
        });
    }
}
