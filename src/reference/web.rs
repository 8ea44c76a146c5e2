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
    if let Some(whole) = web_address(target) {
        let message = format!("`{target}` is no whole web address");
        let help = match whole.as_str() {
            "" => "write it with its host: `https://example.org/`".to_owned(),
            whole => format!("write `{whole}`"),
        };
        return problem(message, help);
    }
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

/// How a web address that is not whole is written whole: with two slashes and a host. Blank where it names
/// no host at all; `None` where nothing is wrong with it.
fn web_address(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(&*scheme, "http" | "https") {
        return None;
    }
    let host = rest.trim_start_matches(['/', '\\']);
    let whole = rest.strip_prefix("//").is_some_and(|behind| behind == host);
    let begins = |c: char| c.is_alphanumeric() || matches!(c, '[' | '%' | '_');
    match host.starts_with(begins) {
        true if whole => None,
        true => Some(format!("{scheme}://{host}")),
        false => Some(String::new()),
    }
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
                "https:/example.org/x",
                Some("write `https://example.org/x`"),
            ),
            ("HTTP:example.org", Some("write `http://example.org`")),
            ("https:///example.org", Some("write `https://example.org`")),
            ("https:\\\\example.org", Some("write `https://example.org`")),
            (
                "https://",
                Some("write it with its host: `https://example.org/`"),
            ),
            ("https://example.org/a//b", None),
            ("http://[::1]:8080/", None),
            ("mailto:a@b.org", None),
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
