import Grouping
import Time

/// Which Conversations, or which lines of one, stand on which page of a timeline.
///
/// A short timeline is one page. A longer one is split by the month in which its Conversations began, a month by count,
/// and a Conversation that alone is more than a page is cut between its events. Then the first page holds the contents.
struct PagePlan {
  /// A Conversation on a page; the one behind the last stands for what goes to none.
  struct Piece {
    let conversation: Int
    /// Some of its lines, where it is cut; else nil.
    var lines: Range<Int>?
    /// The part that the lines before these began and did not end.
    var within: Int?
  }

  struct Page {
    let month: CivilDate
    /// From 1, within the month.
    let number: Int
    /// How many pages the month has.
    fileprivate(set) var of = 1
    var pieces: [Piece]
    fileprivate var events: Int
  }

  private(set) var pages: [Page] = []
  /// Into `pages`: where each Conversation begins, and each part.
  private(set) var pageOfConversation: [Int] = []
  private(set) var pageOfPart: [Int] = []
  /// Lines of the Conversations that are cut.
  private(set) var cutLines: [Int: [Line]] = [:]
  let isSplit: Bool
}

extension PagePlan {
  init(_ teller: Teller, _ builder: inout LineBuilder) {
    let groups = teller.groups
    let most = max(1, teller.kit.settings.messagesPerPage)
    isSplit = groups.assignments.count > most
    pageOfConversation.reset(to: 0, count: groups.conversations.count)
    pageOfPart.reset(to: 0, count: teller.story.parts.count)
    let first = groups.conversations.first?.startedAt ?? teller.events.first?.at ?? Instant(milliseconds: 0)
    var month = teller.kit.clock.date(first).monthStart
    for index in groups.conversations.indices {
      if isSplit { month = teller.kit.clock.date(groups.conversations[index].startedAt).monthStart }
      if isSplit, teller.story.eventsOf[index] > most {
        cut(index, builder.lines(of: index), month, most)
      } else {
        place(index, teller.story.eventsOf[index], month, most)
        for part in teller.story.partsOf[index] { pageOfPart[part] = pages.count - 1 }
      }
      if teller.story.eventsOf[index] <= most || !isSplit { pageOfConversation[index] = pages.count - 1 }
    }
    placeOrphans(teller, month, most)
    if pages.isEmpty { open(month) }
    countMonths()
  }
}

extension PagePlan {
  private mutating func open(_ month: CivilDate) {
    let number = pages.last.map { $0.month == month ? $0.number + 1 : 1 } ?? 1
    pages.append(Page(month: month, number: number, pieces: [], events: 0))
  }

  private mutating func countMonths() {
    for index in pages.indices.reversed() {
      let isLast = index + 1 == pages.count || pages[index + 1].month != pages[index].month
      pages[index].of = isLast ? pages[index].number : pages[index + 1].of
    }
  }

  private mutating func place(_ conversation: Int, _ events: Int, _ month: CivilDate, _ most: Int) {
    let fits = pages.last.map { !isSplit || ($0.month == month && $0.events + events <= most) } ?? false
    if !fits { open(month) }
    pages[pages.count - 1].pieces.append(Piece(conversation: conversation))
    pages[pages.count - 1].events += events
  }

  private mutating func cut(_ conversation: Int, _ lines: [Line], _ month: CivilDate, _ most: Int) {
    var start = 0
    var seen = 0
    var within: Int?
    var open: Int?
    self.open(month)
    pageOfConversation[conversation] = pages.count - 1
    for (index, line) in lines.enumerated() {
      if line.event != nil, seen == most {
        add(conversation, start..<index, within, seen)
        self.open(month)
        (start, seen, within) = (index, 0, open)
      }
      if line.event != nil { seen += 1 }
      if case .begin(let place) = line {
        open = place
        pageOfPart[place] = pages.count - 1
      }
      if case .end = line { open = nil }
    }
    add(conversation, start..<lines.count, within, seen)
    cutLines[conversation] = lines
  }

  private mutating func add(_ conversation: Int, _ lines: Range<Int>, _ within: Int?, _ events: Int) {
    pages[pages.count - 1].pieces.append(Piece(conversation: conversation, lines: lines, within: within))
    pages[pages.count - 1].events += events
  }

  private mutating func placeOrphans(_ teller: Teller, _ month: CivilDate, _ most: Int) {
    let count = teller.story.orphans.count
    let index = teller.groups.conversations.count
    guard count > 0 else { return }
    guard isSplit, count > most else { return place(index, count, month, most) }
    for start in stride(from: 0, to: count, by: most) {
      open(month)
      add(index, start..<min(count, start + most), nil, min(count - start, most))
    }
  }
}

extension PagePlan {
  /// By event of the party, the page that it is on.
  func pageOfEvent(_ teller: Teller) -> [Int] {
    var found = teller.groups.assignments.map { $0.conversation.map { pageOfConversation[$0] } ?? 0 }
    for (number, page) in pages.enumerated() {
      for piece in page.pieces {
        if piece.conversation == teller.groups.conversations.count {
          let orphans = teller.story.orphans
          let rows = piece.lines.map { orphans.lowerBound + $0.lowerBound..<orphans.lowerBound + $0.upperBound }
          for row in rows ?? orphans { found[teller.story.rows[row]] = number }
        } else if let lines = piece.lines, let all = cutLines[piece.conversation] {
          for line in all[lines] { if let event = line.event { found[event] = number } }
        }
      }
    }
    return found
  }
}
