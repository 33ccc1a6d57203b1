import HTML
import Timelines

/// What stands around the parts of all timelines, rendered once and cut where a customer's own belongs.
struct TimelineShell {
  private enum Piece {
    case markup([UInt8])
    case title, main, facts, running
  }

  private let depth: Int
  private let personal: Bool
  private var pieces: [Piece] = []

  /// - Parameter page: one of those that the shell is for.
  init(_ site: SiteProgram, like page: TimelinePage) {
    depth = TimelineShell.depth(of: page)
    personal = page.personal
    let head = PageLayout.Head(
      address: page.address, title: TimelineShell.title, facts: Markup(trusted: TimelineShell.facts),
      running: TimelineShell.running, personal: page.personal)
    var bytes: [UInt8] = []
    site.layout.render(
      head, main: Array(TimelineShell.main.utf8), links: site.links(from: page.address), into: &bytes)
    cut(bytes)
  }
}

extension TimelineShell {
  /// Where the pages are.
  static let folder = "timelines/"

  func fits(_ page: TimelinePage) -> Bool { depth == TimelineShell.depth(of: page) && personal == page.personal }

  /// Appends a page.
  func write(_ page: TimelinePage, main: (inout [UInt8]) -> Void, to bytes: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .markup(let markup): markup.append(to: &bytes)
      case .title: bytes.appendEscaped(page.title)
      case .main: main(&bytes)
      case .facts: page.foot.append(to: &bytes)
      case .running: bytes.appendEscaped(page.running)
      }
    }
  }
}

extension TimelineShell {
  /// No template holds control characters, and nothing in these is escaped.
  private static var title: String { "\u{2}title\u{3}" }
  private static var main: String { "\u{2}main\u{3}" }
  private static var facts: String { "\u{2}facts\u{3}" }
  private static var running: String { "\u{2}running\u{3}" }

  private static func depth(of page: TimelinePage) -> Int { page.address.utf8.count { $0 == UInt8(ascii: "/") } }

  private mutating func cut(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: 2), let close = rest[open...].firstIndex(of: 3) {
      pieces.append(.markup(Array(rest[..<open])))
      switch String(decoding: rest[open...close], as: UTF8.self) {
      case TimelineShell.title: pieces.append(.title)
      case TimelineShell.main: pieces.append(.main)
      case TimelineShell.running: pieces.append(.running)
      default: pieces.append(.facts)
      }
      rest = rest[(close + 1)...]
    }
    pieces.append(.markup(Array(rest)))
  }
}
