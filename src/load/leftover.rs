//! Names that are passed over: what editors, office programs, browsers and operating systems leave
//! beside the files that somebody wrote.
//!
//! Such a file is neither read nor published, and one that comes or goes changes nothing. Nobody
//! means to publish a copy that a program kept for itself, and what stands in it may be older than
//! the file beside it, so it is not told either.

/// Endings of files that programs keep for themselves.
const ENDINGS: [&str; 12] = [
    "bak",
    "crdownload",
    "filepart",
    "orig",
    "part",
    "partial",
    "rej",
    "save",
    "swo",
    "swp",
    "swx",
    "tmp",
];

/// What some programs put behind the whole name while they replace a file.
const TAILS: [&str; 3] = ["~", "___jb_tmp___", "___jb_old___"];

/// Files that operating systems strew about.
const STREWN: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// The file by which vim tries whether a folder can be written to. A folder may bear that name.
const VIMS: &str = "4913";

/// Whether a folder of this name is passed over with all that is in it.
pub(super) fn is_leftover_folder(name: &str) -> bool {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map(|(_, ending)| ending);
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || TAILS.iter().any(|tail| name.ends_with(tail))
        || ending.is_some_and(|ending| ENDINGS.contains(&ending))
        || STREWN.contains(&&*lower)
}

/// Whether a file of this name is passed over.
pub(super) fn is_leftover(name: &str) -> bool {
    name == VIMS || is_leftover_folder(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_leave_is_passed_over() {
        for name in [
            ".DS_Store",
            ".git",
            ".#measures.yaml",
            ".~lock.survey.ods#",
            ".measures.yaml.swp",
            ".report.md.tmp123",
            "Thumbs.db",
            "measures.yaml~",
            "measures.yaml.swx",
            "#measures.yaml#",
            "~$report.docx",
            "~WRL0001.tmp",
            "report.md.bak",
            "Report.BAK",
            "report.md.orig",
            "report.md.rej",
            "report.md.save",
            "survey.pdf.part",
            "survey.pdf.crdownload",
            "report.md___jb_tmp___",
            "4913",
        ] {
            assert!(is_leftover(name), "{name}");
        }
        for name in [
            "measures.yaml",
            "a~b.png",
            "#1.png",
            "bak",
            "save",
            "tmp.pdf",
            "4913.pdf",
            "part.2.pdf",
            "report.md.Xk21ab",
        ] {
            assert!(!is_leftover(name), "{name}");
        }
        assert!(!is_leftover_folder("4913"), "a report of that name");
        assert!(is_leftover_folder("2017-18.bak"), "a copy of a report");
    }
}
