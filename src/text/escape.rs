//! Text as HTML, XML and links write it.

use percent_encoding::{AsciiSet, CONTROLS};

/// What the path of a link must not hold as it is. Slashes stay: they part its folders.
pub const NOT_IN_PATHS: AsciiSet = CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
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

/// The value of an attribute in double quotes; good between tags as well.
pub fn escaped(text: &str) -> String {
    escape(text, true)
}

/// Text between tags, in which a double quote stands for itself.
pub fn escaped_text(text: &str) -> String {
    escape(text, false)
}

fn escape(text: &str, quotes: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quotes => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text_again() {
        let text = "T\u{177} & <\"b\"> 'c'";
        assert_eq!(escaped(text), "T\u{177} &amp; &lt;&quot;b&quot;&gt; 'c'");
        assert_eq!(escaped_text(text), "T\u{177} &amp; &lt;\"b\"&gt; 'c'");
    }
}
