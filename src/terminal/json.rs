//! Diagnostics for programs, as a JSON array.

use serde::Serialize;

use crate::{
    terminal::lines,
    text::{Diagnostic, Diagnostics, Sources},
};

/// One diagnostic. The fields, their names and their order are a promise to other programs.
#[derive(Serialize)]
struct Row<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn new(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Self {
        let source = sources.get(diagnostic.span.source);
        let start = source.location(diagnostic.span.start as usize);
        let end = source.location(diagnostic.span.end as usize);
        Self {
            severity: diagnostic.severity.as_str(),
            code: diagnostic.code.as_str(),
            message: &diagnostic.message,
            file: source.path(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            help: diagnostic.help.as_deref(),
        }
    }
}

/// All diagnostics as a JSON array, indented, with a line break at the end. Lines and columns count
/// from 1, columns count characters, and the end is the first character that is no longer meant.
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let rows: Vec<Row> = diagnostics
        .iter()
        .map(|one| Row::new(one, sources))
        .collect();
    lines(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Code, Source, Span};

    #[test]
    fn a_row_has_everything_in_order() {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("content/site.yaml", "tŷ: ŵy\ntilte: x\n"));
        let diagnostics: Diagnostics = [
            Diagnostic::new(
                Code::UnknownField,
                Span::new(source, 9, 14),
                "unknown key `tilte`",
            )
            .help("did you mean `title`?"),
            Diagnostic::new(Code::RedUnexplained, Span::new(source, 5, 8), "a \"red\""),
        ]
        .into_iter()
        .collect();
        insta::assert_snapshot!(to_json(&diagnostics, &sources));
        assert_eq!(to_json(&Diagnostics::new(), &sources), "[]\n");
    }
}
