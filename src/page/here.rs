//! The page that is being made: which one, in which language, and the way from it to others.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::{
    model::{Date, Language, Period, Text},
    page::{
        Context,
        places::{asset_address, folder_address},
        prose::line,
        view::{ContentsView, DateView, HtmlView, LinkView, PeriodView, TextView},
    },
    prose::plain,
    wording::{Address, Arg, Lexicon, Place, absolute, relative, show},
};

/// The page that is being made.
pub(super) struct Here<'a> {
    /// What it is made from.
    pub context: Context<'a>,
    /// Its language.
    pub language: &'a Language,
    /// The words of that language.
    pub lexicon: &'a Lexicon,
    /// Which page.
    pub place: Place,
    /// Where it stands.
    pub address: Address,
}

impl<'a> Here<'a> {
    /// The page at `place` in `language`.
    pub fn new(context: &Context<'a>, language: &'a Language, place: Place) -> Self {
        let address = context.wording.address(context.model, &place, language);
        Self {
            context: *context,
            language,
            lexicon: context.wording.on_pages(language),
            place,
            address,
        }
    }

    /// A string of the page's language.
    pub fn word(&self, key: &str) -> String {
        self.lexicon.word(key)
    }

    /// A string of the page's language with its places filled in.
    pub fn phrase(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.lexicon.phrase(key, args)
    }

    /// An authored text.
    pub fn text(&self, text: &Text) -> TextView {
        let shown = show(text, self.language, self.context.model.languages());
        TextView {
            text: shown.text.to_owned(),
            lang: shown.lang.map(ToString::to_string),
        }
    }

    /// An authored text, where there is one.
    pub fn maybe(&self, text: Option<&Text>) -> Option<TextView> {
        text.map(|text| self.text(text))
    }

    /// An authored text that may hold Markdown, as HTML within a line.
    pub fn line(&self, text: &Text) -> HtmlView {
        line(self, text)
    }

    /// An authored text that may hold Markdown, without its marks: for places that take words only.
    pub fn plain(&self, text: &Text) -> String {
        plain(&self.text(text).text)
    }

    /// The same with its language.
    pub fn plain_text(&self, text: &Text) -> TextView {
        TextView {
            text: self.plain(text),
            ..self.text(text)
        }
    }

    /// An authored line as a part of a sentence of ours, as HTML with its links and its language where that
    /// is another. As it may have been written as a sentence, its full stop is left out.
    pub fn clause(&self, text: &Text) -> String {
        let clause = self.line(text);
        let html = clause.html.trim().trim_end_matches('.');
        match clause.lang {
            Some(lang) => format!("<span lang=\"{lang}\">{html}</span>"),
            None => html.to_owned(),
        }
    }

    /// A date.
    pub fn date(&self, date: Date) -> DateView {
        DateView {
            iso: date.to_string(),
            text: self.lexicon.date(date),
        }
    }

    /// A period.
    pub fn period(&self, period: Period) -> PeriodView {
        PeriodView {
            code: period.to_string(),
            text: self.lexicon.period(period),
            end: period.end().to_string(),
        }
    }

    /// A part of this page in the list of its contents.
    pub fn part(&self, anchor: &str, word: &str) -> ContentsView {
        ContentsView {
            href: self.href_at(&self.place, Some(anchor)),
            text: own(self.word(word)),
            children: Vec::new(),
        }
    }

    /// The way from this page to a place in the same language.
    pub fn href(&self, place: &Place) -> String {
        self.href_in(place, self.language)
    }

    /// The way from this page to a place in another language.
    pub fn href_in(&self, place: &Place, language: &Language) -> String {
        let address = &self
            .context
            .wording
            .address(self.context.model, place, language);
        self.way(address)
    }

    /// The way from this page to an anchor at a place; the anchor alone where that is this page.
    pub fn href_at(&self, place: &Place, anchor: Option<&str>) -> String {
        let Some(anchor) = anchor else {
            return self.href(place);
        };
        let anchor = encoded_anchor(anchor);
        if *place == self.place {
            format!("#{anchor}")
        } else {
            format!("{}#{anchor}", self.href(place))
        }
    }

    /// The way from this page to a file of the content folder, by its path there.
    pub fn asset(&self, path: &str) -> String {
        self.way(&asset_address(path))
    }

    /// The link to a place with an authored text.
    pub fn link(&self, place: &Place, text: &Text) -> LinkView {
        LinkView {
            href: self.href(place),
            text: self.text(text),
        }
    }

    /// The way to the output folder, with a slash at the end.
    pub fn root(&self) -> String {
        if let Some(base) = self.on_host() {
            return base.to_owned();
        }
        match self.address.as_str().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The address in full as search engines and e-mails need it, where the site has one.
    pub fn url(&self, address: &Address) -> Option<String> {
        let base = self.context.model.settings.base_url.as_deref()?;
        Some(absolute(base, address))
    }

    /// The way from this page to an address.
    fn way(&self, address: &Address) -> String {
        let clean = self.context.model.settings.clean_links;
        match self.on_host() {
            Some(base) if clean => format!("{base}{}", folder_address(address)),
            Some(base) => format!("{base}{}", relative(&Address::new(""), address, false)),
            None => relative(&self.address, address, clean),
        }
    }

    /// The folder of the site on its host, on the one page whose links have to name it: the page for
    /// what is not found is served at any depth. The host is not named, so that a copy on another
    /// one asks nothing of the first.
    fn on_host(&self) -> Option<&'a str> {
        let base = self.context.model.settings.base_url.as_deref();
        let base = base.filter(|_| self.place == Place::NotFound)?;
        let (_, host) = base.split_once("://")?;
        host.find('/').map(|at| &host[at..])
    }
}

/// A text of the program's own, which always is in the page's language.
pub(super) fn own(text: impl Into<String>) -> TextView {
    TextView {
        text: text.into(),
        lang: None,
    }
}

/// What is encoded in an anchor; browsers undo it.
const IN_ANCHOR: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'%');

/// An anchor as it stands behind `#`.
pub(super) fn encoded_anchor(anchor: &str) -> String {
    utf8_percent_encode(anchor, IN_ANCHOR).to_string()
}
