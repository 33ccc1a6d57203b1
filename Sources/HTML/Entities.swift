extension String {
  /// The text of markup that our escaping made: its five entities read back, in an order that reads none twice.
  public var readingEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var text = self
    for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }
}
