import Time

@testable import Events
@testable import Grouping

/// One customer's events as text, a line each, and the groups that they make:
///
///     1d10:00 customer message chat to=ai in=A as=kim | c:1 s:1
///
/// Day (from 0, left out on the first) and time, actor, kind and channel (`-` for none); to whom, the given
/// Conversation id and the actor's id, where there are any. Right of the bar stands what the event should be assigned
/// to (`-`: nothing). Groups are named after the place of the event that opened them, from 1 and once sorted;
/// Conversations with a given id after that.
struct History {
  var events: [Event] = []
  /// What the lines say of assignments, in the order of `events`.
  var expected: [String] = []
  var channels = [""]
  var names = [""]

  /// Lines may come in any order: they are sorted as the store sorts events, with line numbers for ids.
  init(_ text: String) {
    var lines: [(event: Event, expected: String)] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      let words = parts[0].split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      let expected = parts.count > 1 ? parts[1].split(separator: " ").joined(separator: " ") : ""
      lines.append((event(words, line: lines.count), expected))
    }
    lines.sort { $0.event.order < $1.event.order }
    events = lines.map(\.event)
    expected = lines.map(\.expected)
  }

  init(events: [Event], channels: [String], names: [String]) {
    self.events = events
    self.channels = channels
    self.names = names
  }
}

extension History {
  /// - Parameters:
  ///   - rules: e.g. `window=none routes.email=team`.
  ///   - asOf: by default the last event's.
  func groups(rules: String = "", asOf: String? = nil) -> Groups {
    var grouper = Grouper(rules: Rules(text: rules), channels: channels)
    var groups = Groups()
    let end = asOf.map { Instant(clock: $0) } ?? events.last?.at ?? Instant(clock: "0:00")
    grouper.group(EventSlice(events), asOf: end, into: &groups)
    return groups
  }
}

extension History {
  private mutating func event(_ words: [String], line: Int) -> Event {
    var event = Event(
      at: Instant(clock: words[0]), kind: EventKind.allCases.first { $0.name == words[2] } ?? .other,
      actor: Actor.allCases.first { $0.name == words[1] } ?? .system, line: line)
    for word in words.dropFirst(3) {
      let pair = word.split(separator: "=").map(String.init)
      switch pair[0] {
      case "to": event.lane = pair[1] == "ai" ? 1 : 2
      case "in": event.conversation = UInt32(History.index(of: pair[1], in: &names))
      case "as": event.actorID = UInt32(History.index(of: pair[1], in: &names))
      default: event.channel = UInt16(History.index(of: word == "-" ? "" : word, in: &channels))
      }
    }
    return event
  }

  private static func index(of name: String, in names: inout [String]) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }
}

extension Event {
  /// An event of the first channel, whose id is its line.
  init(at: Instant, kind: EventKind, actor: Actor, line: Int) {
    self.init(at: at, record: UInt64(line), kind: kind, actor: actor)
  }

  /// The order of events, with lines for ids.
  var order: (Instant, UInt8, UInt64) { (at, kind.rank(by: actor), record) }
}

extension Rules {
  init(text: String) {
    self.init()
    for rule in text.split(separator: " ") {
      let pair = rule.split(separator: "=").map(String.init)
      do throws(RuleError) { try set(pair[0], to: pair[1]) } catch { preconditionFailure("\(error)") }
    }
  }
}

extension Instant {
  /// From `10:00`, `1d10:00`, `10:00:30`, `10:00:00.999`.
  init(clock: String) {
    let day = clock.split(separator: "d")
    let parts = day[day.count - 1].split(separator: ":")
    let seconds = parts.count > 2 ? Double(parts[2]) ?? 0 : 0
    let minutes = (Int64(parts[0]) ?? 0) * 60 + (Int64(parts[1]) ?? 0)
    let days = day.count > 1 ? Int64(day[0]) ?? 0 : 0
    self.init(milliseconds: (days * 1440 + minutes) * 60_000 + Int64((seconds * 1000).rounded()))
  }

  /// As `init(clock:)` reads it, shortest.
  var clock: String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = milliseconds / 60_000
    var text = "\(two(minutes / 60 % 24)):\(two(minutes % 60))"
    let rest = milliseconds % 60_000
    if rest > 0 { text += ":" + two(rest / 1000) }
    if rest % 1000 > 0 { text += "." + String(String(rest % 1000 + 1000).dropFirst()) }
    return minutes >= 1440 ? "\(minutes / 1440)d\(text)" : text
  }
}
