//! Generates the parser from `src/groovy.lalrpop`.

fn main() {
    lalrpop::Configuration::new()
        .use_cargo_dir_conventions()
        .process()
        .expect("the grammar must be free of conflicts");
}
