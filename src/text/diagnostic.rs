//! Something to say about a place: how grave, what, where, and how to mend it.

use crate::text::{Code, Sources, Span};

/// How grave a diagnostic is, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// It is published, unless `--strict`.
    Warning,
    /// Worth knowing; never fails a build.
    Note,
}

impl Severity {
    /// The word in messages and in JSON: `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A second place that a diagnostic points at, such as the first of two duplicates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words beside it.
    pub text: String,
}

/// One finding. Messages are lower case, with values in backticks and no full stop at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Its stable name.
    pub code: Code,
    /// What is wrong, in words an officer understands.
    pub message: String,
    /// Where.
    pub span: Span,
    /// How to mend it.
    pub help: Option<String>,
    /// Other places that matter.
    pub labels: Vec<Label>,
}

impl Diagnostic {
    /// A diagnostic of the severity that its code has by nature ([`Code::severity`]).
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            message: message.into(),
            span,
            help: None,
            labels: Vec::new(),
        }
    }

    /// With a help line that says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With a help line where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// With a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.labels.push(Label { span, text });
        self
    }

    /// With another severity than its code's own (a translation missing in a draft, say).
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// Every finding of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// Adds all of another.
    pub fn append(&mut self, mut other: Self) {
        self.all.append(&mut other.all);
    }

    /// All of them, in the order they were found or, after [`Diagnostics::sort`], in file order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter()
    }

    /// All of them, to be changed in place (an accepted one becomes a note).
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.all.iter_mut()
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let same = |diagnostic: &&Diagnostic| diagnostic.severity == severity;
        self.all.iter().filter(same).count()
    }

    /// Whether one is an error, so that nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Leaves out what is only hinted at ([`Code::is_hint`]).
    pub fn leave_out_hints(&mut self) {
        self.all.retain(|diagnostic| !diagnostic.code.is_hint());
    }

    /// Sorts by path, place, severity and code, and drops what is said twice, so that the same
    /// content always gives the same list.
    pub fn sort(&mut self, sources: &Sources) {
        self.all.sort_by(|a, b| {
            let key = |diagnostic: &Diagnostic| {
                (
                    diagnostic.span.start,
                    diagnostic.span.end,
                    diagnostic.severity,
                    diagnostic.code.as_str(),
                )
            };
            let path = |diagnostic: &Diagnostic| sources.get(diagnostic.span.source).path();
            path(a)
                .cmp(path(b))
                .then_with(|| key(a).cmp(&key(b)))
                .then_with(|| a.message.cmp(&b.message))
        });
        self.all.dedup();
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, iter: T) {
        self.all.extend(iter);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(iter: T) -> Self {
        Self {
            all: iter.into_iter().collect(),
        }
    }
}

/// A result that always exists, and what there is to say about it.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// The result, as whole as it could be made.
    pub value: T,
    /// What was found on the way.
    pub diagnostics: Diagnostics,
}
