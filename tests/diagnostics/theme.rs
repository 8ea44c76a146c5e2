//! What is said of a theme of the site's own: its strings, templates and style.

use goldenthread::text::Code;

use crate::cases::{Case, SITE};

/// A site that names the theme of its own `plain`.
const PLAIN: &str =
    "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\ntheme: plain\n";

pub const CASES: &[Case] = &[
    (
        Code::BadId,
        &[
            (
                "themes/plain/strings/en.ftl",
                "address-measures = ../../escaped\naddress-print = { $x }\n",
            ),
            (SITE, PLAIN),
        ],
        &[
            "error bad-id themes/plain/strings/en.ftl:1:1 `../../escaped` cannot be a part of an address | use letters, digits and hyphens",
            "error bad-id themes/plain/strings/en.ftl:2:1 `{ … }` cannot be a part of an address | use letters, digits and hyphens",
            "error unknown-variable themes/plain/strings/en.ftl:2:19 nothing fills in `$x` in the string `address-print` | this string is words alone: take it out",
        ],
    ),
    // One word for two pages that stand there is one mistake, and said once.
    (
        Code::AddressCollision,
        &[
            ("themes/plain/strings/en.ftl", "address-measures = thread\n"),
            (SITE, PLAIN),
        ],
        &[
            "error address-collision themes/plain/strings/en.ftl:1:1 `address-thread` and `address-measures` are both `thread`, where addresses need two words | give one of them another word",
        ],
    ),
    (
        Code::AddressCollision,
        &[
            (
                "themes/plain/strings/en.ftl",
                "address-guidance = frameworks\n",
            ),
            (SITE, PLAIN),
        ],
        &[
            "error address-collision themes/plain/strings/en.ftl:1:1 `address-guidance` and `address-frameworks` are both `frameworks`, where addresses need two words | give one of them another word",
        ],
    ),
    (
        Code::UnknownLanguage,
        &[
            ("themes/plain/strings/en.ftl", "locale = notalocale!\n"),
            (SITE, PLAIN),
        ],
        &[
            "error unknown-language themes/plain/strings/en.ftl:1:1 `notalocale!` names no place that dates and numbers are written for | write a language, and a country where it matters: `en-GB`",
        ],
    ),
    (
        Code::VariableLost,
        &[
            ("themes/plain/strings/en.ftl", "tools-shown = shown\n"),
            (SITE, PLAIN),
        ],
        &[
            "warning variable-lost themes/plain/strings/en.ftl:1:1 the string `tools-shown` leaves out what the program fills in: `%1`, `%2` | put each where it belongs in the sentence, as the built-in string does",
        ],
    ),
    (
        Code::MissingString,
        &[(
            SITE,
            "organisation: Example Council\ntitle: Tŷ\nlanguages: [br]\n",
        )],
        &["warning missing-string content/site.yaml:1:1 the strings of `br` lack …"],
    ),
    (
        Code::MissingString,
        &[
            (
                "content/about.md",
                "---\ntitle: About\nattachments:\n  - {file: a.txt, language: tlh}\n  - {file: b.txt, language: bfi}\n---\n",
            ),
            ("content/a.txt", "a"),
            ("content/b.txt", "b"),
        ],
        &[
            "warning missing-string content/about.md:4:12 this document is in `tlh`, which has no name in the strings of `en` | add `language-name-tlh` to the strings of the site's theme folder, or mend the `language`",
        ],
    ),
    (
        Code::TemplateFault,
        &[
            ("themes/plain/strings/en.ftl", "skip-link = Skip { $to\n"),
            (SITE, PLAIN),
        ],
        &[
            "error template-fault themes/plain/strings/en.ftl:2:1 the string cannot be read: expected a token starting with \"}\" | strings are written as `key = words`, with further lines indented",
        ],
    ),
    (
        Code::UnknownVariable,
        &[
            (
                "themes/plain/strings/en.ftl",
                "# T\u{177}\nmeasure-index-intro = T\u{177}: { $cuont ->\n    [one] one\n   *[other] { $count }\n  }\n",
            ),
            (SITE, PLAIN),
        ],
        &[
            "error unknown-variable themes/plain/strings/en.ftl:2:29 nothing fills in `$cuont` in the string `measure-index-intro` | did you mean `$count`?",
        ],
    ),
    (
        Code::VariableLost,
        &[
            ("themes/plain/strings/en.ftl", "tally-count-green = Green\n"),
            (SITE, PLAIN),
        ],
        &[
            "warning variable-lost themes/plain/strings/en.ftl:1:1 the string `tally-count-green` leaves out what the program fills in: `{ $count }` | put each where it belongs in the sentence, as the built-in string does",
        ],
    ),
    (
        Code::UnknownString,
        &[
            (
                "themes/plain/strings/en.ftl",
                "skip-to-contnt = Skip\nour-own = Own\nunheard = Of\nof-the-feed = Feed\nlanguage-fr = Français\n",
            ),
            ("themes/plain/templates/own.html", "{{ words.our_own }}"),
            ("themes/plain/templates/feed.xml", "{{ words.of_the_feed }}"),
            (SITE, PLAIN),
        ],
        &[
            "warning unknown-string themes/plain/strings/en.ftl:1:1 no page uses a string called `skip-to-contnt` | did you mean `skip-to-content`?",
            "warning unknown-string themes/plain/strings/en.ftl:3:1 no page uses a string called `unheard` | take it out, or use it in a template of your own",
        ],
    ),
    // What nothing reads is no string that other languages lack.
    (
        Code::UnknownString,
        &[
            ("themes/plain/strings/cy.ftl", "provenence = O ble\n"),
            (SITE, PLAIN),
        ],
        &[
            "warning unknown-string themes/plain/strings/cy.ftl:1:1 no page uses a string called `provenence` | did you mean `provenance`?",
        ],
    ),
    (
        Code::UnknownTheme,
        &[(
            SITE,
            "organisation: Example Council\ntitle: Tŷ\nlanguages: [en]\ntheme: defult\n",
        )],
        &[
            "error unknown-theme content/site.yaml:4:8 there is no theme `defult` | did you mean `default`?",
        ],
    ),
    (
        Code::BrandContrast,
        &[(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Tŷ\nlanguages: [en]\nbrand: {accent: \"#ffdd57\"}\n",
        )],
        &[
            "note brand-contrast content/site.yaml:4:17 links in `#ffdd57` have a contrast of 1.15 to 1 with `#e9eff5`, the ground they are hardest to read on, but text needs 4.5 to 1 | links are shown in `#806b06`, the nearest colour that is dark enough",
        ],
    ),
];
