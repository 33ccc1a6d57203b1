/// One `{{…}}` of a template's source.
struct Tag: Equatable {
  enum Kind: Equatable { case variable, raw, section, inverted, close, partial, comment }

  var kind: Kind
  var name: String
  /// From the first brace to behind the last one; for a tag alone on its line, that whole line.
  var range: Range<Int>
  /// Where the tag's first brace stands, for its errors.
  var offset: Int
}
