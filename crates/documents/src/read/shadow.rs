//! A lower-case twin of a text in which every byte keeps its place, so that what is found in the
//! twin can be quoted from the original. It never changes the length of a character.

/// The twin of `text`: letters lowered where that keeps their length, white space as blanks.
pub(super) fn of(text: &str) -> String {
    let mut twin = String::with_capacity(text.len());
    for character in text.chars() {
        twin.push(lower(character));
    }
    twin
}

fn lower(character: char) -> char {
    if character.is_ascii() {
        return match character {
            '\n' | '\r' | '\t' => ' ',
            other => other.to_ascii_lowercase(),
        };
    }
    let mut lowered = character.to_lowercase();
    match (lowered.next(), lowered.next()) {
        (Some(one), None) if one.len_utf8() == character.len_utf8() => one,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn bytes_keep_their_place() {
        let text = "No UNION\texists.\nİŞÇİ Straße 工会";
        let twin = of(text);
        assert_eq!(twin.len(), text.len());
        assert!(twin.starts_with("no union exists. "));
        assert_eq!(twin.find('工'), text.find('工'));
    }
}
