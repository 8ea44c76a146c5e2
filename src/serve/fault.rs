//! Errors, as open pages show them.

use serde::Serialize;

use crate::text::{Diagnostic, Diagnostics, Location, Severity, Sources, Span, escaped};

/// A diagnostic as the overlay shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    severity: &'static str,
    code: &'static str,
    message: String,
    #[serde(flatten)]
    place: Place,
    source: String,
    width: usize,
    also: Vec<Also>,
    help: Option<String>,
}

/// A place in a file; lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
}

/// Another place that matters, and what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Also {
    #[serde(flatten)]
    place: Place,
    text: String,
}

impl Fault {
    /// The diagnostic with its source line.
    pub fn new(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let source = sources.get(diagnostic.span.source);
        let start = source.location(diagnostic.span.start as usize);
        let end = source.location(diagnostic.span.end as usize);
        let line = source.line(start.line).trim_start_matches('\u{feff}');
        let rest = line.chars().count().saturating_sub(start.column - 1);
        let width = if end.line == start.line {
            end.column - start.column
        } else {
            rest
        };
        let labels = diagnostic.labels.iter();
        let also = labels.map(|label| Also {
            place: Place::of(label.span, sources),
            text: label.text.clone(),
        });
        Self {
            severity: diagnostic.severity.as_str(),
            code: diagnostic.code.as_str(),
            message: diagnostic.message.clone(),
            place: Place::at(source.path(), start),
            source: line.to_owned(),
            width: width.max(1),
            also: also.collect(),
            help: diagnostic.help.clone(),
        }
    }

    /// The errors among these, as open pages show them.
    pub fn all(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Self> {
        let errors = diagnostics.iter();
        let errors = errors.filter(|found| found.severity == Severity::Error);
        errors.map(|found| Self::new(found, sources)).collect()
    }

    /// Whether it says of the file at `path` what the diagnostic does, wherever it stands there now.
    pub fn says_same(&self, found: &Diagnostic, path: &str) -> bool {
        self.place.file == path && self.code == found.code.as_str() && self.message == found.message
    }

    /// The fault as an item of a list, as the script writes it too.
    pub fn item(&self) -> String {
        let letters: Vec<char> = self.source.chars().collect();
        let start = (self.place.column - 1).min(letters.len());
        let end = (start + self.width).min(letters.len());
        let part = |letters: &[char]| escaped(&letters.iter().collect::<String>());
        let (before, marked) = (part(&letters[..start]), part(&letters[start..end]));
        let marked = if marked.is_empty() { " " } else { &marked };
        let after = part(&letters[end..]);
        let also = self.also.iter().map(|also| {
            let (place, text) = (also.place.html(), coded(&also.text));
            format!("<p class=\"also\"><span class=\"place\">{place}</span> {text}</p>")
        });
        let also: String = also.collect();
        let help = self.help.as_deref().map(coded);
        let help = help.map_or_else(String::new, |help| {
            format!("<p class=\"help\">Help: {help}</p>")
        });
        let (place, message) = (self.place.html(), coded(&self.message));
        format!(
            "<li><p class=\"place\">{place}</p><p class=\"message\">{message}</p>\
             <pre tabindex=\"0\">{before}<mark>{marked}</mark>{after}</pre>{also}{help}</li>"
        )
    }
}

/// A text as HTML in which what stands between backticks is code.
fn coded(text: &str) -> String {
    let mut parts = text.split('`').map(escaped);
    let mut html = parts.next().unwrap_or_default();
    while let Some(part) = parts.next() {
        if let Some(after) = parts.next() {
            html.extend(["<code>", &part, "</code>", &after]);
        } else {
            // A last backtick without its like is a letter.
            html.extend(["`", &part]);
        }
    }
    html
}

impl Place {
    fn of(span: Span, sources: &Sources) -> Self {
        let source = sources.get(span.source);
        Self::at(source.path(), source.location(span.start as usize))
    }

    fn at(file: &str, location: Location) -> Self {
        Self {
            file: file.to_owned(),
            line: location.line,
            column: location.column,
        }
    }

    fn html(&self) -> String {
        escaped(&format!("{}:{}:{}", self.file, self.line, self.column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Code, Source};

    #[test]
    fn what_stands_between_backticks_is_code() {
        for (text, html) in [
            ("nothing", "nothing"),
            ("`a<b` twice", "<code>a&lt;b</code> twice"),
            ("write `x` or `y`", "write <code>x</code> or <code>y</code>"),
            ("one ` alone", "one ` alone"),
            ("`x` and ` alone", "<code>x</code> and ` alone"),
        ] {
            assert_eq!(coded(text), html);
        }
    }

    #[test]
    fn every_place_of_a_diagnostic_is_shown() {
        let mut sources = Sources::new();
        let one = sources.add(Source::new("content/a.yaml", "id: x\n"));
        let two = sources.add(Source::new("content/b&c.yaml", "y: 1\nid: x\n"));
        let twice = Diagnostic::new(
            Code::DuplicateId,
            Span::new(two, 9, 10),
            "`x` is there twice",
        )
        .label(Span::new(one, 4, 5), "first <here>")
        .help("rename one");
        let fault = Fault::new(&twice, &sources);
        let item = fault.item();
        assert!(
            item.contains(
                "<pre tabindex=\"0\">id: <mark>x</mark></pre><p class=\"also\">\
                 <span class=\"place\">content/a.yaml:1:5</span> first &lt;here&gt;</p>\
                 <p class=\"help\">Help: rename one</p>"
            ),
            "{item}"
        );
        assert!(item.contains("content/b&amp;c.yaml:2:5"), "{item}");
        let told = serde_json::to_value(&fault).unwrap();
        assert_eq!(told["file"], "content/b&c.yaml");
        let also = serde_json::json!([
            { "file": "content/a.yaml", "line": 1, "column": 5, "text": "first <here>" }
        ]);
        assert_eq!(told["also"], also);
    }
}
