import Charts
import Diagnostics
import HTML
import Time

/// Rows as bars and marks in the lanes of a timeline.
struct LanesDrawing {
  let frame: ChartFrame
}

extension LanesDrawing {
  private static let kinds = ["conversation", "session", "contact", "customer", "ai", "agent"]

  private struct Item {
    var kind: String
    var start: Instant
    var end: Instant?
  }

  func draw() throws(Diagnostics) -> FigureDrawing? {
    let items = try read()
    guard !items.isEmpty else { return nil }
    let words = frame.context.words
    let first = items.map(\.start).min() ?? frame.context.asOf
    let last = items.map { $0.end ?? $0.start }.max() ?? frame.context.asOf
    let description =
      frame.said
      ?? words.fill(
        "figures.say.lanes",
        [
          "n": words.number(items.count), "first": frame.context.moment(first), "last": frame.context.moment(last),
        ])
    let pictures = LanePicture.pictures(of: data(items), clock: clock, caption: frame.caption(description))
    let chart = pictures.reduce(Markup()) { $0 + $1.render() }
    return FigureDrawing(
      chart: chart, description: description,
      columns: [
        .head(words["figures.lane.kind"]), .init(words["figures.lane.start"]), .init(words["figures.lane.end"]),
      ],
      rows: items.map { item in
        Table.Row([
          .text(name(item)), .text(frame.context.moment(item.start)),
          item.end.map { .text(frame.context.moment($0)) } ?? .quiet(words["table.missing"]),
        ])
      })
  }

  private func read() throws(Diagnostics) -> [Item] {
    var items: [Item] = []
    let columns = ChartSpec.Kind.laneColumns.map { frame.rows.columns[frame.rows.index($0)] }
    for (row, values) in frame.rows.rows.enumerated() {
      let cells = columns.map { values.values[frame.rows.index($0.name)] }
      guard let start = Instant(cells[1].plain) else {
        throw frame.desk.misfit(cells[1], columns[1], row: row, .time, in: frame.rows)
      }
      if !cells[2].isNothing, Instant(cells[2].plain) == nil {
        throw frame.desk.misfit(cells[2], columns[2], row: row, .time, in: frame.rows)
      }
      let kind = cells[0].plain.split(separator: " ").first.map(String.init) ?? ""
      guard LanesDrawing.kinds.contains(kind) else {
        throw Diagnostics([
          .unknownKey(kind, among: LanesDrawing.kinds, at: frame.desk.place, kind: "kind in row \(row + 1)")
        ])
      }
      items.append(Item(kind: kind, start: start, end: Instant(cells[2].plain)))
    }
    return items
  }

  private func name(_ item: Item) -> String { frame.context.words["figures.lane.\(item.kind)"] }

  private func data(_ items: [Item]) -> LaneData {
    let conversations = items.filter { $0.kind == "conversation" }
    func conversation(of item: Item) -> Int {
      conversations.lastIndex { $0.start <= item.start } ?? 0
    }
    return LaneData(
      conversations: conversations.map {
        LaneConversation(start: $0.start.milliseconds, end: $0.end?.milliseconds, title: title($0), label: name($0))
      },
      sessions: items.filter { $0.kind == "session" && !conversations.isEmpty }.map { item in
        LaneSession(
          conversation: conversation(of: item), start: item.start.milliseconds,
          lastActivity: (item.end ?? item.start).milliseconds, end: item.end?.milliseconds, title: title(item),
          label: name(item))
      },
      contacts: items.filter { $0.kind == "contact" && !conversations.isEmpty }.map { item in
        LaneContact(
          conversation: conversation(of: item), start: item.start.milliseconds, firstReply: item.start.milliseconds,
          end: item.end?.milliseconds, title: title(item), label: name(item))
      },
      messages: items.compactMap { item in
        author(item.kind).map { LaneMessage(instant: item.start.milliseconds, author: $0) }
      }, openUntil: frame.context.asOf.milliseconds)
  }

  private func author(_ kind: String) -> LaneMessage.Author? {
    ["customer": .customer, "ai": .ai, "agent": .team][kind]
  }

  private func title(_ item: Item) -> String {
    frame.context.words.fill(
      "figures.say.lane",
      [
        "name": name(item), "start": frame.context.moment(item.start),
        "end": item.end.map(frame.context.moment) ?? frame.context.words["table.missing"],
      ])
  }

  private var clock: LaneClock {
    let context = frame.context
    return LaneClock(
      offset: { Int64(context.zone.offset(at: Instant(milliseconds: $0))) * 1000 },
      hour: { context.time(Instant(milliseconds: $0)) },
      date: { context.words.day(context.zone.date(Instant(milliseconds: $0))) },
      length: { context.words.shortLength(Length(milliseconds: $0)) },
      fold: { length, _ in
        context.words.fill("figures.say.fold", ["length": context.words.length(Length(milliseconds: length))])
      })
  }
}
