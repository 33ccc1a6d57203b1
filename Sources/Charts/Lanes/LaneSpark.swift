import HTML

/// A customer's weeks in a table's cell, on three lines: conversations as long as they were, and a mark where each
/// session and contact began.
public struct LaneSpark: Chart {
  public struct Span: Equatable, Sendable {
    public var start: Int64
    public var end: Int64

    public init(start: Int64, end: Int64) {
      self.start = start
      self.end = end
    }
  }

  public var title: String
  /// The period, in milliseconds like all the others. What lies outside is not drawn.
  public var from: Int64
  public var to: Int64
  public var conversations: [Span]
  public var sessions: [Int64]
  public var contacts: [Int64]

  public init(title: String, from: Int64, to: Int64, conversations: [Span], sessions: [Int64], contacts: [Int64]) {
    self.title = title
    self.from = from
    self.to = to
    self.conversations = conversations
    self.sessions = sessions
    self.contacts = contacts
  }
}

extension LaneSpark {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"lspark\" height=\"22\" role=\"img\">")
    out.appendTitle(title)
    out.append("<g class=\"rail\">")
    for y in [4.5, 11.5, 18.5] { out.appendLine(x1: .pixels(0), x2: .percent(100), y1: y, y2: y) }
    out.append("</g>")
    for span in conversations where span.end >= from && span.start < to { append(span, to: &out) }
    appendMarks("f-ai", sessions, y: 9, to: &out)
    appendMarks("f-team", contacts, y: 16, to: &out)
    out.append("</svg>")
  }
}

extension LaneSpark {
  /// In percent: a mark at the end stays inside.
  private static var mark: Double { 0.6 }

  private func x(_ instant: Int64) -> Double {
    min(1, max(0, Double(instant - from) / Double(max(to - from, 1)))) * 100
  }

  private func append(_ span: Span, to out: inout [UInt8]) {
    let width = x(span.end) - x(span.start)
    let isMark = width < LaneSpark.mark
    let left = isMark ? min(x(span.start), 100 - LaneSpark.mark) : x(span.start)
    out.appendRect("f-conv", x: .percent(left), y: 2, width: isMark ? .pixels(3) : .percent(width), height: 5)
  }

  private func appendMarks(_ fill: StaticString, _ instants: [Int64], y: Double, to out: inout [UInt8]) {
    for instant in instants where instant >= from && instant < to {
      out.appendRect(fill, x: .percent(min(x(instant), 100 - LaneSpark.mark)), y: y, width: .pixels(3), height: 5)
    }
  }
}
