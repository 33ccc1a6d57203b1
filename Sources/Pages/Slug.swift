/// A heading's words as an anchor: letters and digits in lower case, the rest as single hyphens.
func slug(_ text: String) -> String {
  var slug = ""
  for character in text.lowercased() {
    if character.isLetter || character.isNumber {
      slug.append(character)
    } else if slug.last != "-", !slug.isEmpty {
      slug.append("-")
    }
  }
  while slug.last == "-" { slug.removeLast() }
  return slug.isEmpty ? "section" : slug
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
