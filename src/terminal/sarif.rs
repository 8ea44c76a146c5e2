//! Diagnostics as SARIF 2.1.0, the format that code hosts show beside the lines they are about.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde::Serialize;

use crate::{
    terminal::lines,
    text::{Code, Diagnostic, Diagnostics, NOT_IN_PATHS, Sources, Span},
};

/// What a relative reference may not hold as it is: what stands before a colon would be its scheme.
const NOT_IN_REFERENCES: &AsciiSet = &NOT_IN_PATHS.add(b':');

/// A log: one run of one tool. The names are SARIF's.
#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    full_description: Message<String>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message<T> {
    text: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message<String>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<&'a str>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// All diagnostics as a SARIF log, indented, with a line break at the end. Paths are relative to
/// the site folder.
pub fn to_sarif(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let rules: BTreeSet<Code> = diagnostics.iter().map(|one| one.code).collect();
    let results = diagnostics.iter().map(|one| {
        let rule_index = rules.range(..one.code).count();
        result(one, rule_index, sources)
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "Goldenthread",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().copied().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    lines(&log)
}

fn rule(code: Code) -> Rule {
    let manual = code.manual().trim();
    let text = manual.replace('\n', " ");
    Rule {
        id: code.as_str(),
        full_description: Message { text: text.clone() },
        help: Help {
            text,
            markdown: manual,
        },
        default_configuration: Configuration {
            level: code.severity().as_str(),
        },
    }
}

fn result<'a>(diagnostic: &'a Diagnostic, rule_index: usize, sources: &Sources) -> Finding<'a> {
    let help = diagnostic.help.iter().map(|help| format!(" ({help})"));
    let text: String = [diagnostic.message.clone()]
        .into_iter()
        .chain(help)
        .collect();
    let related = diagnostic.labels.iter().map(|label| {
        let text = label.text.as_str();
        location(label.span, Some(text), sources)
    });
    Finding {
        rule_id: diagnostic.code.as_str(),
        rule_index,
        level: diagnostic.severity.as_str(),
        message: Message { text },
        locations: [location(diagnostic.span, None, sources)],
        related_locations: related.collect(),
    }
}

fn location<'a>(span: Span, message: Option<&'a str>, sources: &Sources) -> Location<'a> {
    let source = sources.get(span.source);
    let start = source.location(span.start as usize);
    let end = source.location(span.end as usize);
    let uri = utf8_percent_encode(source.path(), NOT_IN_REFERENCES).to_string();
    Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            },
        },
        message: message.map(|text| Message { text }),
    }
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
