//! Lines that are about the run, not about a place in a file.

use std::fmt;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE, DEFAULT_NOTE_STYLE, Style,
};

/// A failure that has no place in the content, such as a folder that cannot be written, and the way
/// out where there is one: with colours, ending in a line break.
pub fn failure(message: &impl fmt::Display, help: Option<&str>) -> String {
    let mut text = line(DEFAULT_ERROR_STYLE, "error", message);
    if let Some(help) = help {
        text.push_str("  ");
        text.push_str(&line(DEFAULT_HELP_STYLE, "help", &help));
    }
    text
}

/// A remark that has no place in the content.
pub fn note(message: &impl fmt::Display) -> String {
    line(DEFAULT_NOTE_STYLE, "note", message)
}

fn line(style: Style, word: &str, message: &impl fmt::Display) -> String {
    // A path may hold characters that would steer the terminal.
    let message = message.to_string().replace(char::is_control, "\u{fffd}");
    let bold = if word == "help" {
        Style::new()
    } else {
        DEFAULT_EMPHASIS_STYLE
    };
    format!("{style}{word}{style:#}{bold}: {message}{bold:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_shows_its_way_out_and_steers_nothing() {
        let text = failure(&"cannot read `a\u{1b}[2Jb`", Some("choose another one"));
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(
            plain,
            "error: cannot read `a\u{fffd}[2Jb`\n  help: choose another one\n"
        );
    }
}
