//! Closed sets of words in the schema.

/// The words of a closed set, and null.
pub(super) fn or_null(words: impl IntoIterator<Item = &'static str>) -> Vec<Option<&'static str>> {
    words.into_iter().map(Some).chain([None]).collect()
}

/// The words of a closed set.
pub(super) fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| word(*value)).collect()
}
