import Events
import Grouping
import Templating
import Time
import Wording

/// The pages of one customer: what each holds, where it is, and how it leads to the others.
struct TimelinePages {
  private let kit: TimelineKit
  private let teller: Teller
  private var builder: LineBuilder
  private let plan: PagePlan
  private let address: String

  init(kit: TimelineKit, party: EventStore.Party, groups: Groups, scratch: inout TimelineScratch) {
    self.kit = kit
    let teller = Teller(kit: kit, party: party, groups: groups)
    swap(&teller.story, &scratch.story)
    swap(&teller.details, &scratch.details)
    swap(&teller.agentNames, &scratch.agentNames)
    teller.readStory()
    builder = LineBuilder(groups: groups, story: teller.story, events: teller.events, settings: kit.settings)
    plan = PagePlan(teller, &builder)
    address = teller.address
    self.teller = teller
  }
}

extension TimelinePages {
  var count: Int { plan.isSplit ? plan.pages.count + 1 : 1 }

  /// Which page shows each event; what stands behind the customer's address in the address of that page.
  var places: TimelinePlaces {
    guard plan.isSplit else { return TimelinePlaces(suffixes: [""], pages: []) }
    return TimelinePlaces(
      suffixes: plan.pages.indices.map { suffix($0 + 1) },
      pages: plan.pageOfEvent(teller).map { UInt16(truncatingIfNeeded: $0) })
  }

  /// Renders a page into `scratch.page`; number 0 is the customer's first page.
  mutating func render(_ number: Int, with scratch: inout TimelineScratch) {
    scratch.page.reset()
    scratch.page.address = address(number)
    scratch.page.title = title(number)
    let links = Links(from: address(number), hints: kit.hints)
    let parts = kit.settings.parts
    if parts.contains(.lede) { renderLede(number, links, &scratch) }
    if parts.contains(.picture) { renderPicture(number, links, &scratch) }
    if parts.contains(.list) { renderList(number, &scratch) }
    scratch.foot.reset()
    scratch.page.running = teller.fillFoot(links, &scratch.foot)
    kit.foot.render(scratch.foot, into: &scratch.page.foot)
  }

  /// Returns the buffers for the next customer.
  mutating func giveBack(to scratch: inout TimelineScratch) {
    swap(&teller.story, &scratch.story)
    swap(&teller.details, &scratch.details)
    swap(&teller.agentNames, &scratch.agentNames)
  }
}

extension TimelinePages {
  private func renderLede(_ number: Int, _ links: Links, _ scratch: inout TimelineScratch) {
    let part = number == 0 ? nil : (name: name(number), whole: file(0))
    scratch.lede.reset()
    teller.fillLede(links, part: part, &scratch.lede)
    kit.lede.render(scratch.lede, into: &scratch.page.lede)
  }

  private func renderPicture(_ number: Int, _ links: Links, _ scratch: inout TimelineScratch) {
    let drawn = drawn(number)
    guard !drawn.isEmpty else { return }
    scratch.picture.reset()
    let files = plan.isSplit ? drawn.map { fileOf($0, from: number) } : []
    teller.fillPicture(drawn, files: files, links, &scratch.picture)
    kit.picture.render(scratch.picture, into: &scratch.page.picture)
  }

  private mutating func renderList(_ number: Int, _ scratch: inout TimelineScratch) {
    if plan.isSplit, number == 0 {
      scratch.contents.reset()
      fillContents(&scratch.contents)
      kit.contents.render(scratch.contents, into: &scratch.page.list)
    } else {
      scratch.list.reset()
      teller.authors = nil
      fillList(number, &scratch.list)
      kit.list.render(scratch.list, into: &scratch.page.list)
    }
  }
}

// MARK: - Where a page is and what it is called

extension TimelinePages {
  /// The plan's page of that number.
  private func page(_ number: Int) -> PagePlan.Page { plan.pages[plan.isSplit ? number - 1 : 0] }

  private func address(_ number: Int) -> String {
    guard number > 0 else { return address }
    return "\(address.dropLast(5))\(suffix(number)).html"
  }

  /// `-2026-03`, `-2026-03-2`.
  private func suffix(_ number: Int) -> String {
    let page = page(number)
    return "-\(page.month.description.prefix(7))" + (page.number == 1 ? "" : "-\(page.number)")
  }

  /// The same seen from another page of the customer.
  private func file(_ number: Int) -> String {
    let whole = address(number)
    return whole.lastIndex(of: "/").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  /// `March 2026`, `March 2026, 2 of 3`; the first page is the whole timeline.
  private func name(_ number: Int) -> String {
    guard number > 0 else { return kit.words(.whole) }
    let words = kit.words.words
    let page = page(number)
    guard page.of > 1 else { return words.month(page.month) }
    return kit.words(
      .monthPart,
      ["month": words.month(page.month), "n": words.number(page.number), "of": words.number(page.of)])
  }

  private func title(_ number: Int) -> String {
    number == 0
      ? teller.shownName.isolated : kit.words(.pageTitle, ["name": teller.shownName.isolated, "month": name(number)])
  }

  /// The Conversations that a page draws: those that begin on it, on the first page all.
  private func drawn(_ number: Int) -> Range<Int> {
    let all = 0..<teller.groups.conversations.count
    guard number > 0, plan.isSplit else { return all }
    let begun = page(number).pieces.filter { ($0.lines?.lowerBound ?? 0) == 0 }
    guard let first = begun.first, let last = begun.last else { return 0..<0 }
    return (first.conversation..<last.conversation + 1).clamped(to: all)
  }

  /// The page of a Conversation's beginning, empty if it is the one that the reader is on.
  private func fileOf(_ conversation: Int, from number: Int) -> String {
    let page = plan.pageOfConversation[conversation] + 1
    return page == number ? "" : file(page)
  }
}

// MARK: - What a page holds

extension TimelinePages {
  private mutating func fillList(_ number: Int, _ values: inout Values) {
    let loose = teller.groups.conversations.count
    for piece in page(number).pieces {
      if piece.conversation == loose {
        fillOrphans(piece.lines, &values)
      } else {
        fill(piece, &values)
      }
    }
    values.set(ListFields.outlineNote, of: values.root, text: outlineNote)
    if plan.isSplit { fillTurn(number, values.append(to: ListFields.turn, of: values.root), &values) }
  }

  private mutating func fill(_ piece: PagePlan.Piece, _ values: inout Values) {
    let index = piece.conversation
    let isContinued = (piece.lines?.lowerBound ?? 0) > 0
    if !isContinued { teller.fill(outline: index, isCut: piece.lines != nil, &values) }
    let lines =
      plan.cutLines[index]
      ?? builder.lines(of: index)
    teller.fill(
      conversation: index, lines[piece.lines ?? 0..<lines.count], within: piece.within, isContinued: isContinued,
      &values)
  }

  private mutating func fillOrphans(_ range: Range<Int>?, _ values: inout Values) {
    let orphans = teller.story.orphans
    let shown = range.map { orphans.lowerBound + $0.lowerBound..<orphans.lowerBound + $0.upperBound } ?? orphans
    let lines = shown.map { Line.aside(event: teller.story.rows[$0]) }
    teller.fill(orphans: lines[...], &values)
  }

  private var outlineNote: String {
    let window = (teller.rules.window ?? .hours(24))
    return kit.words(.outlineWide, ["window": kit.clock.words.length(window)])
  }

  private func fillContents(_ values: inout Values) {
    let events = kit.words.count("events", teller.events.count)
    values.set(ContentsFields.note, of: values.root, text: kit.words(.contentsNote, ["events": events]))
    var month: (date: CivilDate, record: Values.Record)?
    for (index, page) in plan.pages.enumerated() {
      if month?.date != page.month {
        let record = values.append(to: ContentsFields.months, of: values.root)
        values.set(MonthFields.name, of: record, text: kit.words.words.month(page.month))
        month = (page.month, record)
      }
      guard let record = month?.record else { continue }
      let link = values.append(to: MonthFields.pages, of: record)
      values.set(LinkFields.href, of: link, text: file(index + 1))
      values.set(LinkFields.name, of: link, text: name(index + 1))
      for piece in page.pieces where piece.conversation < teller.groups.conversations.count {
        guard (piece.lines?.lowerBound ?? 0) == 0 else { continue }
        teller.fill(
          contents: piece.conversation, month: record, page: file(index + 1),
          pageOfPart: { file(plan.pageOfPart[$0] + 1) }, &values)
      }
    }
    fillTurn(0, values.append(to: ContentsFields.turn, of: values.root), &values)
  }

  private func fillTurn(_ number: Int, _ turn: Values.Record, _ values: inout Values) {
    func fill(_ slot: Slot, _ target: Int, _ text: String) {
      let link = values.append(to: slot, of: turn)
      values.set(LinkFields.href, of: link, text: file(target))
      values.set(LinkFields.name, of: link, text: text)
    }
    if number > 1 { fill(TurnFields.earlier, number - 1, kit.words(.earlier, ["page": name(number - 1)])) }
    if number > 0 { fill(TurnFields.whole, 0, kit.words(.whole)) }
    if number < count - 1 { fill(TurnFields.later, number + 1, kit.words(.later, ["page": name(number + 1)])) }
  }
}
