//! Diagnostics as SARIF 2.1.0, the format that code hosts show beside the lines they are about.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use crate::text::{Code, Diagnostic, Diagnostics, Sources, Span};

/// What a relative reference of a URI may not hold as it is.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// All diagnostics as a SARIF log, indented, with a line break at the end. Paths are relative to
/// the site folder.
pub fn to_sarif(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let rules: BTreeSet<Code> = diagnostics.iter().map(|one| one.code).collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|one| {
            let rule_index = rules.range(..one.code).count();
            result(one, rule_index, sources)
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Goldenthread",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    let manual = code.manual().trim();
    json!({
        "id": code.as_str(),
        "fullDescription": { "text": manual.replace('\n', " ") },
        "help": { "text": manual.replace('\n', " "), "markdown": manual },
        "defaultConfiguration": { "level": code.severity().as_str() },
    })
}

fn result(diagnostic: &Diagnostic, rule_index: usize, sources: &Sources) -> Value {
    let help = diagnostic.help.iter().map(|help| format!(" ({help})"));
    let text: String = [diagnostic.message.clone()]
        .into_iter()
        .chain(help)
        .collect();
    let mut result = json!({
        "ruleId": diagnostic.code.as_str(),
        "ruleIndex": rule_index,
        "level": diagnostic.severity.as_str(),
        "message": { "text": text },
        "locations": [location(diagnostic.span, sources)],
    });
    let related: Vec<Value> = diagnostic
        .labels
        .iter()
        .map(|label| {
            let mut place = location(label.span, sources);
            place["message"] = json!({ "text": label.text });
            place
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

fn location(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.source);
    let start = source.location(span.start as usize);
    let end = source.location(span.end as usize);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": utf8_percent_encode(source.path(), NOT_IN_PATHS).to_string() },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn a_log_names_its_rules_and_places() {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("content/a b#ŵ.yaml", "id: x\nid: x\n"));
        let diagnostics: Diagnostics = [
            Diagnostic::new(
                Code::RedUnexplained,
                Span::new(source, 4, 5),
                "red without a comment",
            ),
            Diagnostic::new(
                Code::DuplicateKey,
                Span::new(source, 6, 8),
                "the key `id` stands here twice",
            )
            .label(Span::new(source, 0, 2), "first here")
            .help("remove one of them"),
        ]
        .into_iter()
        .collect();
        let log = to_sarif(&diagnostics, &sources);
        insta::assert_snapshot!(log.replace(env!("CARGO_PKG_VERSION"), "[version]"));
    }
}
