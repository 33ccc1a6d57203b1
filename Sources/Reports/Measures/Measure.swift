import Diagnostics

/// A measure: what it is called and means, what it counts, when, and how it is worked out.
public struct Measure: Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    case conversation, session, contact, demand
    /// Different customers, each once.
    case customer
  }

  /// The instant that decides to which day a unit belongs.
  public enum Anchor: String, CaseIterable, Sendable {
    case start, end, close
    /// Of a Contact: the start of the Conversation that it is in.
    case conversation
  }

  public enum Format: String, CaseIterable, Sendable { case count, number, percent, duration }

  /// As pages name it.
  public var name: String
  /// As readers see it.
  public var title: String
  /// What it means, for the glossary and hints.
  public var sentence: String
  public var unit: Unit
  public var anchor: Anchor
  public var format: Format
  /// Under how many units nothing is shown.
  public var minimum: Int
  public var place: Place
  /// How it is worked out.
  public var definition: Definition
  /// Whether Wilson's interval stands with the share.
  public var hasInterval = false

  /// How a measure is worked out.
  public enum Definition: Sendable {
    case builtIn(BuiltInMeasure)
    /// An aggregate over the rows of the unit's table; `n` likewise counts the units that the value rests on.
    case sql(String, n: String?)
    case formula(MeasureFormula)
  }
}

extension Measure {
  /// The measures that a formula names, in the order of its text, each once.
  public var parts: [String] {
    guard case .formula(let formula) = definition else { return [] }
    var parts: [String] = []
    for name in formula.names where !parts.contains(name) { parts.append(name) }
    return parts
  }
}

extension Measure.Unit {
  /// Several of them, in errors.
  var plural: String {
    switch self {
    case .conversation: "conversations"
    case .session: "sessions"
    case .contact: "contacts"
    case .demand: "demand"
    case .customer: "customers"
    }
  }

  /// Those that a unit may be placed by.
  var anchors: [Measure.Anchor] {
    switch self {
    case .conversation, .customer: [.start, .close]
    case .session, .demand: [.start]
    case .contact: [.end, .start, .conversation]
    }
  }
}

extension Measure.Anchor {
  /// The instants that place units in time.
  enum Instant: Sendable { case conversationStart, conversationClose, sessionStart, contactStart, contactEnd }

  /// Two anchors are one if their instants are: demand, customers and what a Conversation holds go by its start, but a
  /// Session's own start is another instant than its Conversation's.
  func instant(of unit: Measure.Unit) -> Instant {
    switch (self, unit) {
    case (.start, .session): .sessionStart
    case (.start, .contact): .contactStart
    case (.start, _), (.conversation, _): .conversationStart
    case (.end, _): .contactEnd
    case (.close, _): .conversationClose
    }
  }

  /// `a contact's end`, in errors.
  func words(of unit: Measure.Unit) -> String {
    switch instant(of: unit) {
    case .conversationStart: unit == .conversation ? "a conversation's start" : "their conversation's start"
    case .conversationClose: "a conversation's last close"
    case .sessionStart: "an AI session's start"
    case .contactStart: "a contact's start"
    case .contactEnd: "a contact's end"
    }
  }
}
