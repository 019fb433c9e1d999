//! Which toolkit is followed where the two known ones differ.

use rovy_interp::Vm;

/// Which toolkit is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Behaviour {
    /// The newer product's: lenient where the open toolkit fails.
    #[default]
    Rcs,
    /// The open toolkit's, with its faults.
    OpenIcf,
}

impl Behaviour {
    /// The setting's text: `rcs` or `openicf`.
    pub fn parse(text: &str) -> Option<Behaviour> {
        match text {
            "rcs" => Some(Behaviour::Rcs),
            "openicf" => Some(Behaviour::OpenIcf),
            _ => None,
        }
    }

    /// What the interpreter was set to.
    pub fn of(vm: &Vm) -> Behaviour {
        vm.state::<Behaviour>().map_or(Behaviour::default(), |b| *b)
    }
}
