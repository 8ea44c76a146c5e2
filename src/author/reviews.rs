//! Keeping what translations were checked against.

use std::{io, path::Path};

use crate::{author::write::write_where_other, translation::FILE};

/// Writes translations.yaml of the site folder `root`; answers whether it was another before. The
/// old file stands until the new one is whole.
pub fn write_reviews(root: &Path, text: &str) -> io::Result<bool> {
    let file = root.join("content").join(FILE);
    write_where_other(&file, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_file_is_written_where_it_differs() {
        let site = tempfile::tempdir().unwrap();
        let content = site.path().join("content");
        assert!(write_reviews(site.path(), "a: {cy: 1}\n").is_err());
        fs::create_dir(&content).unwrap();
        assert!(write_reviews(site.path(), "a: {cy: 1}\n").unwrap());
        assert!(!write_reviews(site.path(), "a: {cy: 1}\n").unwrap());
        assert!(write_reviews(site.path(), "a: {cy: 2}\n").unwrap());
        let left: Vec<_> = fs::read_dir(&content).unwrap().collect();
        assert_eq!(left.len(), 1);
        assert_eq!(fs::read(content.join(FILE)).unwrap(), b"a: {cy: 2}\n");
    }
}
