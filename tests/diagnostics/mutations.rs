//! Whatever becomes of the bytes of a site, something is said of it and nothing panics.

use std::{fs, path::Path};

use goldenthread::{
    pipeline::{Drafts, make},
    text::Warned,
};
use proptest::{prelude::*, sample::Index};
use walkdir::WalkDir;

use crate::support::{Site, said};

/// What an accident leaves in a file.
const PIECES: &[&[u8]] = &[
    b"",
    b"\xff",
    b"\xc5",
    b"\xef\xbb\xbf",
    b"\0",
    b"\r",
    b"\n",
    b"\t",
    b"---\n",
    b": ",
    b"- ",
    b"'",
    b"\"",
    b"{",
    b"]",
    b"|\n",
    b"&a *a",
    b"[x](measure:edu003.actual)",
    b"![](chart:edu003)",
    b"<b",
    b"-->",
    "\u{175}\u{2028}\u{201c}".as_bytes(),
    b"99999999999999999999999999999",
    b"-0.5",
    b"2017-18-Q2",
];

/// An accident: in which file, from where, over how many bytes, and what stands there then.
type Accident = (Index, Index, usize, usize);

fn accidents() -> impl Strategy<Value = Vec<Accident>> {
    let accident = (
        any::<Index>(),
        any::<Index>(),
        prop_oneof![0..4_usize, 0..400_usize],
        0..PIECES.len(),
    );
    proptest::collection::vec(accident, 1..6)
}

/// The files of the example that are read, by path.
fn example() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = WalkDir::new(root.join("content")).sort_by_file_name();
    let files = files.into_iter().map(Result::unwrap);
    let read = files.filter(|file| {
        let ending = file.path().extension().and_then(|ending| ending.to_str());
        file.file_type().is_file() && matches!(ending, Some("md" | "yaml" | "csv"))
    });
    read.map(|file| {
        let path = file.path().strip_prefix(root).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        (path, fs::read(file.path()).unwrap())
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_bytes_are_too_strange(accidents in accidents()) {
        let mut files = example();
        for (file, from, length, piece) in accidents {
            let (_, bytes) = file.get_mut(&mut files);
            let from = from.index(bytes.len() + 1);
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, PIECES[piece].iter().copied());
        }
        let write = |site: Site, (path, bytes): &(String, Vec<u8>)| site.bytes(path, bytes);
        let site = files.iter().fold(Site::empty(), write);
        let Warned { value, diagnostics } = make(site.root(), Drafts::Built);
        let sources = &value.model.sources;
        for found in diagnostics.iter() {
            let labels = found.labels.iter().map(|label| label.span);
            for span in labels.chain([found.span]) {
                let text = sources.get(span.source).text();
                prop_assert!(text.get(span.range()).is_some(), "{found:?}");
            }
        }
        // Each is shown, and without a word nothing is kept back.
        prop_assert_eq!(said(&diagnostics, sources).len(), diagnostics.iter().count());
        prop_assert!(value.site.is_some() || diagnostics.has_errors());
    }
}
