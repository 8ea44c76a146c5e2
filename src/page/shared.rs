//! What all pages of a language share.

use serde::Serialize;

use crate::{
    model::{Contact, Language, Page, Text},
    page::{
        Context,
        feed::has_feed,
        here::{Here, own},
        places::{asset_address, folder_address},
        view::TextView,
    },
    wording::{Address, Place, relative},
};

/// What all pages of a language share. Addresses are those from the output folder, ready for links.
#[derive(Clone, Debug, Serialize)]
pub struct SharedView {
    /// The language.
    pub lang: String,
    /// Who publishes.
    pub organisation: TextView,
    /// The site's title.
    pub title: TextView,
    /// The address of the home page.
    pub home: String,
    /// The organisation's logo.
    pub logo: Option<LogoView>,
    /// The menu.
    pub nav: Vec<NavView>,
    /// How to reach the organisation.
    pub contact: Option<ContactView>,
    /// The address of the accessibility statement.
    pub accessibility: Option<String>,
    /// The languages of the site.
    pub languages: Vec<String>,
    /// The address of the open data.
    pub data: String,
    /// The address of the feed, where the site has one.
    pub feed: Option<String>,
    /// What made the site.
    pub tool: ToolView,
}

/// A logo. Its alternative text is the organisation's name.
#[derive(Clone, Debug, Serialize)]
pub struct LogoView {
    /// Where it is.
    pub address: String,
    /// Its width in pixels, where its file tells it: nothing moves when it comes.
    pub width: Option<u32>,
    /// Its height.
    pub height: Option<u32>,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavView {
    /// What pages call the entry that they belong to.
    pub id: String,
    /// Its text.
    pub text: TextView,
    /// Where it leads.
    pub address: String,
}

/// How to reach the organisation.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number as it is read.
    pub phone: Option<String>,
    /// The same as a link.
    pub phone_href: Option<String>,
    /// A postal address, line by line.
    pub address: Vec<TextView>,
}

/// What made the site.
#[derive(Clone, Debug, Serialize)]
pub struct ToolView {
    /// Its name.
    pub name: &'static str,
}

/// What all pages in `language` share.
pub fn shared(context: &Context<'_>, language: &Language) -> SharedView {
    let here = Here::new(context, language, Place::Home);
    let model = context.model;
    let settings = &model.settings;
    SharedView {
        lang: language.to_string(),
        organisation: here.text(&settings.organisation),
        title: here.text(&settings.title),
        home: from_root(&here, &here.address),
        logo: settings.brand.logo.as_ref().map(|logo| LogoView {
            address: from_root(&here, &asset_address(&logo.value)),
            width: settings.brand.logo_size.map(|(width, _)| width),
            height: settings.brand.logo_size.map(|(_, height)| height),
        }),
        nav: nav(&here),
        contact: contact(&here, &settings.contact),
        accessibility: model
            .accessibility_page()
            .map(|at| place(&here, &Place::Page(at))),
        languages: settings.languages.iter().map(ToString::to_string).collect(),
        data: place(&here, &Place::SiteJson),
        feed: has_feed(model).then(|| place(&here, &Place::Feed)),
        tool: ToolView {
            name: "Goldenthread",
        },
    }
}

/// The entry of the menu that a page belongs to.
pub(super) fn section(context: &Context<'_>, place: &Place) -> Option<String> {
    if place.report().is_some() {
        let of = match place {
            Place::ReportThread(_) => "thread",
            _ => "report",
        };
        return (place.report() == context.index.latest()).then(|| of.to_owned());
    }
    let id = match place {
        Place::Home => "home".to_owned(),
        Place::Measures | Place::Measure(_) => "measure-index".to_owned(),
        Place::Thread => "thread".to_owned(),
        Place::Frameworks | Place::Framework(_) | Place::Item(..) => "frameworks".to_owned(),
        Place::AllGuidance | Place::Guidance(_) | Place::Chapter(..) | Place::Duties(_) => {
            "guidance".to_owned()
        }
        Place::Page(at) => {
            let page = &context.model.pages[*at];
            in_menu(page).then(|| page_id(page))?
        }
        _ => return None,
    };
    Some(id)
}

fn nav(here: &Here<'_>) -> Vec<NavView> {
    let model = here.context.model;
    let entry = |id: &str, text: TextView, to: &Place| NavView {
        id: id.to_owned(),
        text,
        address: place(here, to),
    };
    let mut nav = vec![entry("home", own(here.word("home")), &Place::Home)];
    if let Some(at) = here.context.index.latest() {
        let report = &model.reports[at];
        let title = report.common.short_title.as_ref().unwrap_or(&report.title);
        let title = here.text(title);
        // The menu stands on every page, and nobody is to take what it names for published.
        let text = if report.is_public() {
            title
        } else {
            own(here.phrase("page-title-draft", &[("title", title.marked().into())]))
        };
        nav.push(entry("report", text, &Place::Report(at)));
    }
    if !here.context.index.measures().is_empty() {
        let text = own(here.word("measures"));
        nav.push(entry("measure-index", text, &Place::Measures));
    }
    if here.context.index.has_thread() {
        let text = own(here.word("golden-thread"));
        nav.push(entry("thread", text, &Place::Thread));
    }
    if !model.frameworks.is_empty() {
        let text = own(here.word("frameworks"));
        nav.push(entry("frameworks", text, &Place::Frameworks));
    }
    if !model.guidance.is_empty() {
        let text = own(here.word("guidance"));
        nav.push(entry("guidance", text, &Place::AllGuidance));
    }
    for (at, page) in model
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| in_menu(page))
    {
        let title = page.common.short_title.as_ref().unwrap_or(&page.title);
        nav.push(entry(&page_id(page), here.text(title), &Place::Page(at)));
    }
    nav
}

/// A page of the first level stands in the menu, and so does one deeper down that asks for a place.
fn in_menu(page: &Page) -> bool {
    page.path.len() == 1 || page.order.is_some()
}

fn page_id(page: &Page) -> String {
    format!("page-{}", page.path.join("-"))
}

fn contact(here: &Here<'_>, contact: &Contact) -> Option<ContactView> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| here.text(text).text);
    let lines = contact.address.as_ref().map(|address| here.text(address));
    let phone = text(&contact.phone);
    let view = ContactView {
        email: text(&contact.email),
        phone_href: phone.as_deref().and_then(phone_href),
        phone,
        address: lines.map_or_else(Vec::new, |lines| {
            let line = |line: &str| TextView {
                text: line.trim().to_owned(),
                lang: lines.lang.clone(),
            };
            lines.text.lines().map(line).collect()
        }),
    };
    let any = view.email.is_some() || view.phone.is_some() || !view.address.is_empty();
    any.then_some(view)
}

/// A telephone number as a link: its digits, and a plus in front of them.
fn phone_href(phone: &str) -> Option<String> {
    // The zero of `+44 (0)1443` is only dialled without the country's code.
    let phone = if phone.trim_start().starts_with('+') {
        phone.replace("(0)", "")
    } else {
        phone.to_owned()
    };
    let number: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let plain = phone.chars().all(|c| !c.is_alphabetic());
    (plain && digits >= 3).then(|| format!("tel:{number}"))
}

fn place(here: &Here<'_>, place: &Place) -> String {
    let context = here.context;
    from_root(
        here,
        &context.wording.address(context.model, place, here.language),
    )
}

/// An address as a link from the output folder.
fn from_root(here: &Here<'_>, address: &Address) -> String {
    if here.context.model.settings.clean_links {
        folder_address(address)
    } else {
        relative(&Address::new("index.html"), address, false)
    }
}

#[cfg(test)]
mod tests {
    use super::phone_href;

    #[test]
    fn only_plain_numbers_are_dialled() {
        for (phone, href) in [
            ("01443 815588", Some("tel:01443815588")),
            ("+44 (0)1443 815588", Some("tel:+441443815588")),
            ("(029) 2000-1111", Some("tel:02920001111")),
            ("01443 815588 ext 4", None),
            ("-", None),
        ] {
            assert_eq!(phone_href(phone).as_deref(), href, "{phone}");
        }
    }
}
