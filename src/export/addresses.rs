//! Where things stand on the website.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{export::context::Context, wording::Place};

/// Where something stands on the website, by language: paths from the site's root, such as
/// `2017-18-six-month/index.html`. In a web address, letters outside ASCII are percent-encoded.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Addresses")]
pub(super) struct Addresses<'a>(BTreeMap<&'a str, String>);

impl<'a> Addresses<'a> {
    /// Where `place` stands in each language.
    pub(super) fn of(cx: Context<'a>, place: &Place) -> Self {
        let addresses = cx.languages().iter().map(|language| {
            let address = cx.wording.address(cx.model, place, language);
            (language.as_str(), address.to_string())
        });
        Self(addresses.collect())
    }
}
