import Diagnostics

/// A live number in an author's words: `{{ weekly.handed_off }}`. What it names and how it reads is not known here.
public struct Live: Equatable, Sendable {
  /// As it is written, with its braces.
  public var source: String
  /// Of the first brace.
  public var place: Place

  public init(source: String, place: Place) {
    self.source = source
    self.place = place
  }
}

extension Live {
  /// What stands between the braces, without the blanks around it. Only a page with errors has an empty one.
  public var text: String {
    guard source.count >= 4, source.hasSuffix("}}") else { return "" }
    var text = source.dropFirst(2).dropLast(2)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
