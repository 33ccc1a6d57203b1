import Charts
import HTML
import Wording

/// The lanes' names as all timelines show them: drawn once for the folder in which nearly all of them are.
struct TimelineLaneNames: Sendable {
  private let root: String
  private let markup: Markup
  private let words: Words

  init(_ words: Words, hints: [String: String]) {
    let links = Links(from: "timelines/ab/name.html", hints: hints)
    self.words = words
    root = links.root
    markup = LaneNames(words, links).render()
  }

  /// As a page with these links shows them.
  func callAsFunction(_ links: Links) -> Markup {
    links.root == root ? markup : LaneNames(words, links).render()
  }
}

extension LaneNames {
  fileprivate init(_ words: Words, _ links: Links) {
    func name(_ key: String, _ term: String?) -> Name {
      Name(text: words["timeline.lane." + key], href: term.map(links.term))
    }
    self.init(
      conversations: name("conversations", "conversation"), sessions: name("sessions", "session"),
      contacts: name("contacts", "contact"), messages: name("messages", nil))
  }
}
