//! Names that are passed over: what editors, office programs, browsers and operating systems leave
//! beside the files that somebody wrote.
//!
//! Such a file is neither read nor published, and one that comes or goes changes nothing. Nobody
//! means to publish a copy that a program kept for itself, and what stands in it may be older than
//! the file beside it, so it is not told either.

/// Endings of files that programs keep for themselves.
const ENDINGS: [&str; 16] = [
    "bak",
    "crdownload",
    "crswap",
    "download",
    "filepart",
    "opdownload",
    "orig",
    "part",
    "partial",
    "rej",
    "save",
    "swo",
    "swp",
    "swx",
    "tmp",
    "vsctmp",
];

/// What some programs put behind the whole name while they replace a file.
const TAILS: [&str; 3] = ["~", "___jb_tmp___", "___jb_old___"];

/// Files that operating systems strew about; the last stands in folders with a picture of their own.
const STREWN: [&str; 4] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"];

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
        || ending.is_some_and(|ending| ENDINGS.contains(&ending) || is_sandboxed(ending))
        || STREWN.contains(&&*lower)
}

/// Whether a file of this name is passed over.
pub(super) fn is_leftover(name: &str) -> bool {
    name == VIMS || is_of_sed(name) || is_leftover_folder(name)
}

/// Whether this is what programs on macOS put behind the name of a file that they are about to replace:
/// `sb-`, eight hexadecimal digits, and six letters or digits.
fn is_sandboxed(ending: &str) -> bool {
    let parts = ending
        .strip_prefix("sb-")
        .and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(number, letters)| {
        let is_number = number.len() == 8 && number.bytes().all(|it| it.is_ascii_hexdigit());
        is_number && letters.len() == 6 && letters.bytes().all(|it| it.is_ascii_alphanumeric())
    })
}

/// Whether `sed -i` may have made up this name: six letters and digits behind its own, hardly ever all of
/// them small letters, as in a word such as `sedentary`.
fn is_of_sed(name: &str) -> bool {
    name.strip_prefix("sed").is_some_and(|made_up| {
        made_up.len() == 6
            && made_up.bytes().all(|it| it.is_ascii_alphanumeric())
            && !made_up.bytes().all(|it| it.is_ascii_lowercase())
    })
}

/// Whether a program that keeps folders in step gave this name to the second of two versions of one file,
/// both saved before either was known elsewhere: `report (Jane's conflicted copy 2025-03-01).md`,
/// `report.sync-conflict-20250301-101500-ABCDEFG.md`, `report_conflict-20250301-101500.md` or
/// `report (SFConflict jane@example.org 2025-03-01).md`.
pub(super) fn is_second_version(name: &str) -> bool {
    let lower = name.to_lowercase();
    let bracketed = lower.split('(').skip(1);
    let mut bracketed = bracketed.filter_map(|rest| Some(rest.split_once(')')?.0));
    let is_dated = |mark: &str| {
        let behind = lower.split(mark).nth(1);
        behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    bracketed.any(|words| words.contains("conflicted copy") || words.starts_with("sfconflict"))
        || is_dated(".sync-conflict-")
        || is_dated("_conflict-")
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
            "report.md.crswap",
            "report.md.sb-1a2b3c4d-Xk21ab",
            ".goutputstream-Xk21ab",
            ".nfs0000000000a1b2c3",
            "sedXk21ab",
            "report.md.vsctmp",
            "plan.pdf.download",
            "Icon\r",
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
            "sedentary",
            "sediment",
            "sedXk21ab.png",
            "report.md.sb-2",
            "icon",
            "download",
        ] {
            assert!(!is_leftover(name), "{name}");
        }
        assert!(!is_leftover_folder("4913"), "a report of that name");
        assert!(is_leftover_folder("2017-18.bak"), "a copy of a report");
    }

    #[test]
    fn a_second_version_is_known_by_what_programs_call_it() {
        for name in [
            "report (Jane's conflicted copy 2025-03-01).md",
            "report (Jane's conflicted copy 2025-03-01) (1).md",
            "measures (conflicted copy 2025-03-01 101500).yaml",
            "report.sync-conflict-20250301-101500-ABCDEFG.md",
            "report_conflict-20250301-101500.md",
            "report (SFConflict jane@example.org 2025-03-01-10-15-00).md",
        ] {
            assert!(is_second_version(name), "{name}");
        }
        for name in [
            "conflicted copy.md",
            "report (1).md",
            "peace_conflict-resolution.md",
            "report.sync-conflict-.md",
        ] {
            assert!(!is_second_version(name), "{name}");
        }
    }
}
