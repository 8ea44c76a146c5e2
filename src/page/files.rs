//! Files that pages lead to: attachments and open data.

use crate::{
    model::{Attachment, Common, Decimal},
    page::{
        frame::language_name,
        here::{Here, own},
        view::{AttachmentView, DownloadView},
    },
    wording::{Arg, Place},
};

/// The files that belong to an item.
pub(super) fn attachments(here: &Here<'_>, common: &Common) -> Vec<AttachmentView> {
    let files = common.attachments.iter();
    files.map(|file| attachment(here, file)).collect()
}

fn attachment(here: &Here<'_>, file: &Attachment) -> AttachmentView {
    let path = &file.file.value;
    let name = path.rsplit('/').next().unwrap_or(path);
    let kind = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let language = file.language.as_ref();
    let other = language.filter(|language| *language != here.language);
    AttachmentView {
        href: here.asset(path),
        title: here.maybe(file.title.as_ref()).unwrap_or_else(|| own(name)),
        kind: if kind.is_empty() {
            here.word("file-type-unknown")
        } else {
            kind.to_uppercase()
        },
        size: size(here, file.size),
        language: language.map(|language| language_name(here, "language-name", language)),
        hreflang: other.map(ToString::to_string),
    }
}

/// A size for readers, in the units that file managers show.
fn size(here: &Here<'_>, bytes: u64) -> String {
    let bytes = Decimal::from(bytes);
    let kilo = Decimal::ONE_THOUSAND;
    let mega = kilo * kilo;
    let (key, number, decimals) = if bytes < kilo {
        ("size-bytes", bytes, 0)
    } else if bytes < mega {
        ("size-kilobytes", bytes / kilo, 0)
    } else {
        ("size-megabytes", bytes / mega, 1)
    };
    let shown = here.lexicon.number(number, decimals);
    let count = Arg::Plural(number);
    here.phrase(key, &[("size", shown.into()), ("count", count)])
}

/// The open data behind a page. A draft has none of its own yet.
pub(super) fn downloads(here: &Here<'_>, files: &[Place]) -> Vec<DownloadView> {
    let view = |place: &Place| {
        let (text, kind) = match place {
            Place::MeasuresCsv(_) => ("download-measures", "CSV"),
            Place::ActionsCsv(_) => ("download-actions", "CSV"),
            _ => ("all-data", "JSON"),
        };
        DownloadView {
            href: here.href(place),
            text: here.word(text),
            kind,
        }
    };
    let is_there = |place: &&Place| match place {
        Place::MeasuresCsv(at) | Place::ActionsCsv(at) => {
            here.context.model.reports[*at].is_public()
        }
        _ => true,
    };
    files.iter().filter(is_there).map(view).collect()
}
