//! Addresses of other servers, mailboxes and computers that are not written to their end.

use crate::{
    reference::{Problem, Wanted},
    text::Code,
};

/// What is wrong with a link that leads out of the site and does not say so as links do.
pub(super) fn unfinished(target: &str) -> Option<Problem> {
    let problem = |message: String, help: String| {
        Some(Problem {
            code: Code::MissingLink,
            message,
            help: Some(help),
            wanted: Wanted::Nothing,
        })
    };
    if let Some(rest) = target.strip_prefix("//") {
        // Opened from disk, such a link would look for a computer on the local network.
        let message = format!("`{target}` does not say how it is reached");
        return problem(message, format!("write `https://{rest}`"));
    }
    if target.to_ascii_lowercase().starts_with("www.") {
        let message = format!("`{target}` is read as a file of the content folder");
        let help = format!("an address on the web begins with `https://`: `https://{target}`");
        return problem(message, help);
    }
    if is_mailbox(target) {
        let message = format!("`{target}` is read as a file of the content folder");
        return problem(message, format!("write `mailto:{target}`"));
    }
    let drive = target.as_bytes();
    let on_a_drive = drive.len() > 2 && drive[0].is_ascii_alphabetic() && drive[1] == b':';
    let lower = target.to_ascii_lowercase();
    if (on_a_drive && matches!(drive[2], b'\\' | b'/'))
        || target.starts_with("\\\\")
        || lower.starts_with("file:")
    {
        let message = format!("`{target}` is a place on one computer");
        let help = "put the file into the content folder and link to it there";
        return problem(message, help.to_owned());
    }
    None
}

/// Whether this is an e-mail address.
fn is_mailbox(target: &str) -> bool {
    let Some((name, host)) = target.split_once('@') else {
        return false;
    };
    let of_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !name.is_empty() && name.chars().all(of_name) && host.contains('.') && host.chars().all(of_host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_out_says_how() {
        let cases = [
            ("//example.org/x", Some("write `https://example.org/x`")),
            (
                "www.gov.wales/x",
                Some("an address on the web begins with `https://`: `https://www.gov.wales/x`"),
            ),
            ("a.b@example.org", Some("write `mailto:a.b@example.org`")),
            (
                "C:\\My files\\a.pdf",
                Some("put the file into the content folder and link to it there"),
            ),
            (
                "\\\\server\\a.pdf",
                Some("put the file into the content folder and link to it there"),
            ),
            (
                "file:///C:/a.pdf",
                Some("put the file into the content folder and link to it there"),
            ),
            ("about.md", None),
            ("/images/a@2x.png", None),
            ("measure:a@2017-18", None),
            ("page:www", None),
        ];
        for (target, expected) in cases {
            let found = unfinished(target).and_then(|problem| problem.help);
            assert_eq!(found.as_deref(), expected, "{target}");
        }
    }
}
