import Diagnostics
import HTML
import Timelines
import Wording

/// Puts a timeline's parts into their frame and the page into the site; one a thread, its buffers reused.
final class TimelineWriter {
  private var notes = PageNotes()
  private let site: SiteProgram
  private let output: SiteOutput
  private var shell: TimelineShell?
  private var main: [UInt8] = []
  private var bytes: [UInt8] = []

  init(site: SiteProgram, output: SiteOutput) {
    self.site = site
    self.output = output
  }
}

extension TimelineWriter {
  func keep(_ first: String, source: UInt64) throws(Diagnostics) -> Bool {
    try output.keep(first, source: source, notes: &notes)
  }

  func beginFamily() { notes.beginFamily() }
  func endFamily(source: UInt64) throws(Diagnostics) { try output.endFamily(source: source, notes: &notes) }
  func finish() throws(Diagnostics) { try output.hand(over: &notes) }

  func write(_ page: TimelinePage) throws(Diagnostics) {
    bytes.removeAll(keepingCapacity: true)
    if site.layout.isSame(below: TimelineShell.folder) {
      if shell?.fits(page) != true { shell = TimelineShell(site, like: page) }
      shell?.write(page, main: { append(mainOf: page, to: &$0) }, to: &bytes)
    } else {
      main.removeAll(keepingCapacity: true)
      append(mainOf: page, to: &main)
      site.layout.render(PageLayout.Head(page), main: main, links: site.links(from: page.address), into: &bytes)
    }
    try output.write(page: page.address, bytes, notes: &notes)
  }

  private func append(mainOf page: TimelinePage, to bytes: inout [UInt8]) {
    for piece in site.timelineFrame {
      switch piece {
      case .words(let words): bytes.append(words)
      case .part("lede"): bytes.append(all: page.lede)
      case .part("picture"): bytes.append(all: page.picture)
      case .part: bytes.append(all: page.list)
      }
    }
  }
}

extension PageLayout.Head {
  init(_ page: TimelinePage) {
    self.init(
      address: page.address, title: page.title, facts: Markup(trusted: page.foot), running: page.running,
      personal: page.personal)
  }
}

extension [UInt8] {
  func append(to other: inout [UInt8]) { withUnsafeBufferPointer { other.append(bytes: $0) } }

  fileprivate mutating func append(all bytes: [UInt8]) { bytes.append(to: &self) }
}
