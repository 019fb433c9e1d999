//! Script roots: where scripts, and the classes that they use, are looked for.

use std::path::{Path, PathBuf};

/// Folders, in the order in which they are searched.
#[derive(Clone, Debug, Default)]
pub struct Roots {
    folders: Vec<PathBuf>,
}

/// Why roots cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RootsError {
    /// None are configured.
    Missing,
    /// None of them says anything.
    Invalid,
    /// One is of a kind that is not supported.
    Unsupported(String),
}

impl Roots {
    /// The roots of the configuration; relative ones start from a folder.
    pub fn new(texts: Option<&[Option<String>]>, folder: &Path) -> Result<Roots, RootsError> {
        let texts = texts.filter(|t| !t.is_empty()).ok_or(RootsError::Missing)?;
        let mut folders = Vec::new();
        for text in texts.iter().flatten().map(|t| t.trim()).filter(|t| !t.is_empty()) {
            if text.starts_with("jar:") {
                return Err(RootsError::Unsupported(text.to_string()));
            }
            folders.push(folder.join(plain_path(text)));
        }
        if folders.is_empty() {
            Err(RootsError::Invalid)
        } else {
            Ok(Roots { folders })
        }
    }

    /// Adds folders that are searched after the roots.
    pub fn extend(&mut self, texts: &[Option<String>], folder: &Path) {
        self.folders.extend(
            texts
                .iter()
                .flatten()
                .map(|t| folder.join(plain_path(t)))
                .filter(|p| p.is_dir()),
        );
    }

    /// Takes the folders that stand for others in their place.
    pub fn follow(&mut self, mapped: &dyn Fn(&Path) -> Option<PathBuf>) {
        for folder in &mut self.folders {
            if let Some(other) = mapped(folder) {
                *folder = other;
            }
        }
    }

    /// The folders, in order.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The file of a relative name below the first root that has it.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        self.folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|path| path.is_file())
    }

    /// The URLs that were tried for a name, in order.
    pub fn tried(&self, name: &str) -> Vec<String> {
        self.folders.iter().map(|folder| url(&folder.join(name))).collect()
    }
}

/// `file:/folder/Name.groovy`, as messages name a source.
pub fn url(path: &Path) -> String {
    format!("file:{}", path.display())
}

fn plain_path(text: &str) -> &str {
    let path = text.strip_prefix("file:").unwrap_or(text);
    match path.strip_prefix("//") {
        Some(rest) if path.starts_with("///") => rest,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_and_paths_are_roots() {
        let texts = [Some("file:///a".to_string()), Some("b".to_string()), None];
        let roots = Roots::new(Some(&texts), Path::new("/base")).unwrap();
        assert_eq!(roots.tried("X.groovy"), ["file:/a/X.groovy", "file:/base/b/X.groovy"]);
        assert_eq!(Roots::new(None, Path::new("/")).unwrap_err(), RootsError::Missing);
        assert_eq!(
            Roots::new(Some(&[None]), Path::new("/")).unwrap_err(),
            RootsError::Invalid
        );
    }
}
