//! A few drawings as they are, so that a change shows.

use crate::chart::tests::examples::all;

#[test]
fn a_measure_inline_and_ratings_as_a_file() {
    for (name, svg) in all() {
        // One element a line reads better in a difference.
        let lines = |svg: String| svg.replace("><", ">\n<");
        match name {
            "wo2-edu002ii" => {
                insta::assert_snapshot!("measure_inline", lines(svg.inline("edu002ii")));
            }
            "wo2-rag" => insta::assert_snapshot!("rag_file", lines(svg.file(None))),
            "wo2-better-off" => {
                insta::assert_snapshot!("group_inline", lines(svg.inline("better-off")));
            }
            _ => {}
        }
    }
}
