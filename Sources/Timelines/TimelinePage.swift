/// One page of a customer's timeline: its parts, to be put between the words of the site's `timeline.md`. Those that the
/// settings leave out are empty.
public struct TimelinePage: Sendable {
  /// Below the site's root: `timelines/ab/abcdefghijkl.html`; pages of a split one end in `-2026-03.html`,
  /// `-2026-03-2.html`.
  public internal(set) var address = ""
  /// The customer's shown name; on pages of a split timeline with the month.
  public internal(set) var title = ""
  /// The head: where the page belongs, who it is, and the sentence with the figures.
  public internal(set) var lede: [UInt8] = []
  /// The lanes; empty if the customer has no Conversation.
  public internal(set) var picture: [UInt8] = []
  /// The outline and the thread; on the first page of a split timeline its contents.
  public internal(set) var list: [UInt8] = []
  /// The customer's own span, the rules in force and the way to the data quality, for the page's foot.
  public internal(set) var foot: [UInt8] = []
  /// At the foot of every sheet of paper: the customer's own span.
  public internal(set) var running = ""
  /// Whether the page holds personal data.
  public internal(set) var personal = true

  init() {}
}

extension TimelinePage {
  mutating func reset() {
    lede.removeAll(keepingCapacity: true)
    picture.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    foot.removeAll(keepingCapacity: true)
  }
}
