//! The stable name of every diagnostic, with its severity and its page in the manual.

use crate::text::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $severity:ident $variant:ident = $name:literal;)+) => {
        /// The name of a kind of finding. Names never change their meaning; officers write them in
        /// `accept:`, and other tools read them from `check --format json`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name as written: lower case with hyphens.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How grave a finding of this kind is by nature.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What the manual says of it, in Markdown.
            pub fn manual(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n",)+),)+ }
            }
        }
    };
}

codes! {
    // Reading files.
    /// The file or folder cannot be read.
    Error Unreadable = "unreadable";
    /// The file is not UTF-8. Save it as UTF-8; the place is the first byte that is not.
    Error NotUtf8 = "not-utf8";
    /// The file is larger than 10 MiB, so it is not read as content.
    Error TooLarge = "too-large";
    /// A file that every site, report or objective has is not there.
    Error MissingFile = "missing-file";
    /// A file stands where nothing reads it, though its name looks as if it should be read; or it is a
    /// section without a text.
    Warning UnusedFile = "unused-file";
    /// A link, image, attachment or symbolic link leads out of the content folder.
    Error OutsideContent = "outside-content";

    // Syntax.
    /// The YAML cannot be read. A title that starts with `%` or holds `: ` must be quoted.
    Error YamlSyntax = "yaml-syntax";
    /// The same key stands twice in one mapping.
    Error DuplicateKey = "duplicate-key";
    /// YAML anchors, aliases and merge keys are not read: write the value out.
    Error YamlAlias = "yaml-alias";
    /// The YAML is nested deeper than anything Goldenthread reads.
    Error TooDeep = "too-deep";
    /// The front matter has no closing `---`.
    Error FrontMatter = "front-matter";
    /// The CSV cannot be read: a quote is left open, or a row has another number of cells than the
    /// header.
    Error CsvSyntax = "csv-syntax";

    // Fields.
    /// The key is not one that is read here.
    Error UnknownField = "unknown-field";
    /// A required key is missing or blank.
    Error MissingField = "missing-field";
    /// The value has another type than the key takes.
    Error WrongType = "wrong-type";
    /// The value is not one of those the key takes.
    Error UnknownValue = "unknown-value";
    /// The value is outside the range the key takes, such as a per cent above 100.
    Error OutOfRange = "out-of-range";
    /// The text is not a date like `2018-03-01`.
    Error BadDate = "bad-date";
    /// The text is not a period like `2017-18`, `AY2016-17`, `2017`, `2017-18-Q2` or `2012-15`.
    Error BadPeriod = "bad-period";
    /// The text is not a figure: a decimal as written, a symbol like `[x]`, or both.
    Error BadFigure = "bad-figure";
    /// The text is not an id: letters, digits and hyphens.
    Error BadId = "bad-id";
    /// The text is not a language tag, or names a language the site does not have.
    Error UnknownLanguage = "unknown-language";
    /// Two things of one kind bear the same id.
    Error DuplicateId = "duplicate-id";

    // References.
    /// Nothing bears the name that is referred to.
    Error UnknownReference = "unknown-reference";
    /// The image is not there.
    Error MissingImage = "missing-image";
    /// An image in a text has no alternative text, so that those who cannot see it are told nothing.
    Warning AlternativeMissing = "alternative-missing";
    /// The file that is linked or attached is not there.
    Error MissingLink = "missing-link";
    /// Two pages or files have the same address.
    Error AddressCollision = "address-collision";

    // Figures.
    /// Numerator and denominator do not give the value, rounded half away from zero at the value's
    /// own decimals.
    Error FractionContradicted = "fraction-contradicted";
    /// The intervention level stands on the wrong side of the target for the polarity.
    Error InterventionWrongSide = "intervention-wrong-side";
    /// Neither `polarity` nor target and intervention say which way is better.
    Error PolarityMissing = "polarity-missing";
    /// The stated rating is not the one the rule gives.
    Warning RagContradicted = "rag-contradicted";
    /// A red measure, or an action rated unsuccessful, has no comment that explains it.
    Warning RedUnexplained = "red-unexplained";
    /// A figure of a measure in per cent is below 0 or above 100. A rate that can lie outside, such as
    /// growth, accepts this with a reason.
    Error PercentOutside = "percent-outside-100";
    /// A figure is written with more than four decimals, and `decimals` does not say with how many the measure
    /// is shown: readers would see all that a spreadsheet kept.
    Warning LongDecimals = "long-decimals";
    /// `previous` is another figure than an earlier edition or the history gives for that period.
    /// `restated:` with the reason accepts it, and readers see what was published first. Or the history
    /// gives another figure than an earlier edition published, which stands. Or `actual` is another figure
    /// than an earlier edition gave for the same period: `restated:` says why here as well.
    Warning PreviousRestated = "previous-restated";
    /// Two measures that one goes on from both have a result for one period. The series takes that of the
    /// one that is named first.
    Warning ReplacedOverlap = "replaced-overlap";
    /// `restated` gives a reason, but `actual` and `previous` are what was published, or nothing was.
    Note RestatedUnused = "restated-unused";
    /// A published report has no lock file, although other reports of the site do: nothing holds it to what
    /// it said. See [the published record](authoring.md#the-published-record).
    Note NotSealed = "not-sealed";
    /// The history of a measure has a figure for a time after the measure's own period: the series would
    /// go past the report.
    Error HistoryLater = "history-later";
    /// A sealed report says another figure, judgement or rating than it was sealed with, and no entry of
    /// its `corrections:` says what it was, what it is now and why; or a measure, action or objective that
    /// was sealed is gone, or one was added; or the report is not public any more, or its lock file stands where no report can. See [the published record](authoring.md#the-published-record).
    Error SealedChanged = "sealed-changed";
    /// Nothing stands any more at an address that a sealed report had. An alias leads readers on from a page;
    /// of a chart or a table as a file, a correction says so.
    Error SealedMoved = "sealed-moved";
    /// The last correction of a figure or judgement says that it is another one now than the report
    /// says. One that is about a measure as a whole is about its actual. Or a correction contradicts itself:
    /// its `was` is its `now`, or one is a figure and the other a judgement, or its `was` is not the
    /// `now` of the correction of the same before it.
    Error CorrectionContradicted = "correction-contradicted";
    /// A correction bears a day before the report's `published`: nobody had read what was mended then.
    Error CorrectionEarly = "correction-early";
    /// A correction bears a day that is still to come: of the clock, or of `--at`.
    Error CorrectionToCome = "correction-to-come";
    /// A fraction counts so few that people might be known by it: above zero and below
    /// `small_numbers` of site.yaml, 5 unless it says otherwise; or all but so few. Or a `previous` or a
    /// `history` gives the number that a report keeps back with `[c]`.
    Warning SmallNumber = "small-number";
    /// A linked figure's text is not that figure.
    Error FigureContradicted = "figure-contradicted";
    /// A linked figure bears its unit, and the text beside the link says it once more: `5 days days`, `5%%`.
    Warning UnitRepeated = "unit-repeated";
    /// A text of a report quotes a percentage that is no figure it links to, so that nothing holds the two
    /// together: see [linked figures](format.md#linked-figures). It is hinted at with `--strict` alone.
    Note PercentageUnlinked = "percentage-unlinked";

    // Frameworks.
    /// A level stands where there can be none. The scale grades a quality indicator as a whole, never
    /// a theme, and only a framework that states a `scale` has levels.
    Error LevelMisplaced = "level-misplaced";

    // Guidance.
    /// A translation of a chapter has other numbered paragraphs than the first language, so that links to
    /// them lead nowhere in one of the two.
    Error ParagraphsDiffer = "paragraphs-differ";
    /// The paragraphs of a chapter begin with another number than the name of its file, so that they have no
    /// anchors.
    Warning ChapterNumber = "chapter-number";

    // The golden thread.
    /// The objective serves no goal and no quality indicator, though others of its edition do.
    Note ServesNothing = "serves-nothing";
    /// No objective of the latest edition serves these goals of a framework.
    Note GoalUnserved = "goal-unserved";
    /// The action names no measure, though others of its edition do: how far it helps cannot be told.
    Note ActionWithoutMeasure = "action-without-measure";
    /// No action names the measure, though actions of its edition name others: what is done about it
    /// cannot be told.
    Note MeasureWithoutAction = "measure-without-action";
    /// No action fulfils these duties of a body.
    Note DutyUnanswered = "duty-unanswered";
    /// No evaluation answers these challenge questions.
    Note QuestionUnanswered = "question-unanswered";

    // Actions.
    /// The status is `completed` or `completed-ongoing`, but less than 100 per cent is complete.
    Warning CompletedUnderHundred = "completed-under-100";
    /// 100 per cent is complete, but the status is `partially-completed`, `in-progress` or
    /// `not-started`.
    Warning PartialAtHundred = "partial-at-100";
    /// 100 per cent is complete, and the work goes on. Nothing is wrong; readers see both.
    Note OngoingAtHundred = "ongoing-at-100";

    // Prose.
    /// A section has no built-in heading, so it needs a `title`.
    Error SectionWithoutHeading = "section-without-heading";
    /// An objective has no actions, no measures and no sections.
    Warning EmptyObjective = "empty-objective";
    /// The accessibility statement still has words in square brackets: what its publisher has to fill in. A
    /// note at first, a warning once the site has an address on the web (`base_url`) and a published report.
    /// Or a paragraph of a report is one in square brackets, as `goldenthread new` leaves where text is
    /// to be written: a note in a draft, an error on what is published.
    Note PlaceholderLeft = "placeholder-left";
    /// A measure of a draft has no actual yet, no figure of one that it is compared with, or no target or
    /// intervention level although its last report had one; or an objective has no judgement although its
    /// last report gave one.
    Note BlankLeft = "blank-left";
    /// The site has an address on the web (`base_url`), and no page is its accessibility statement.
    Note StatementMissing = "statement-missing";
    /// Raw HTML in Markdown that is not safe to publish was taken out.
    Warning HtmlRemoved = "html-removed";

    // Translations.
    /// A text is not there in one of the site's languages. Until it is, readers of that language
    /// see it in another. An error on what is published, a warning in a draft.
    Error TranslationMissing = "translation-missing";
    /// A translation was last checked against another text than the first language has now: see
    /// [translating](translating.md). An error on what is published, a warning in a draft.
    Error TranslationStale = "translation-stale";
    /// A translation has another heading than the text that it translates, one more or one less, or one at
    /// another level. A heading that is clearly the same has the same anchor in every language; links to any
    /// other lead to the top of the page in one of them: see
    /// [translating](translating.md#how-a-translation-is-written).
    Warning TranslationHeadings = "translation-headings";

    // The theme.
    /// A template of the theme cannot be read or rendered.
    Error TemplateFault = "template-fault";
    /// The strings file of a language has no entry for a string that a page uses, or none for the name of
    /// the language that a document is in.
    Warning MissingString = "missing-string";
    /// The accent is too pale to be read as the colour of links. They are shown in the nearest darker
    /// colour that can be read; what else is in the accent stays as it is.
    Note BrandContrast = "brand-contrast";
    /// A string of the site's own theme bears a name that no page uses.
    Warning UnknownString = "unknown-string";
    /// A string of the site's own theme holds a place, such as `{ $count }`, that nothing fills in.
    Error UnknownVariable = "unknown-variable";
    /// A string of the site's own theme holds none of the places that the program fills in, such as
    /// `{ $count }`: readers would not see the number or name.
    Warning VariableLost = "variable-lost";
    /// The site names a theme that is neither built in nor a folder under `themes/`.
    Error UnknownTheme = "unknown-theme";

    // Accepting.
    /// An `accept` entry matches no diagnostic of its item.
    Note AcceptUnused = "accept-unused";
}

impl Code {
    /// The code with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    /// Whether it is a hint for those who ask for all that can be said, with `--strict`.
    pub fn is_hint(self) -> bool {
        matches!(self, Self::PercentageUnlinked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case() {
        for (at, code) in Code::ALL.iter().enumerate() {
            let name = code.as_str();
            assert_eq!(Code::parse(name), Some(*code));
            assert!(Code::ALL[..at].iter().all(|other| other.as_str() != name));
            assert!(
                name.chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
            );
            assert!(!code.manual().trim().is_empty());
        }
    }
}
