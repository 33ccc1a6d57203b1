import Events
import Grouping

/// The words of groups as they stand in rows of one format.
struct RowWords: Sendable {
  private let closeReasons: [ShortText]
  private let sessionEnds: [ShortText]
  private let contactEnds: [ShortText]
  private let sessionOrigins: [ShortText]
  private let contactOrigins: [ShortText]
  private let outcomes: [ShortText]
  private let actors: [ShortText]
  /// Without quotes.
  private let bareActors: [ShortText]

  init(_ format: GroupTables.Format) {
    let quote = format == .jsonl ? "\"" : ""
    func texts(_ words: [String]) -> [ShortText] { words.map { ShortText((quote + $0 + quote).utf8) } }
    closeReasons = texts(Groups.CloseReason.allCases.map(\.rawValue))
    sessionEnds = texts(Groups.SessionEnd.allCases.map(\.rawValue))
    contactEnds = texts(Groups.ContactEnd.allCases.map(\.rawValue))
    sessionOrigins = texts(Groups.SessionOrigin.allCases.map(\.rawValue))
    contactOrigins = texts(Groups.ContactOrigin.allCases.map(\.rawValue))
    outcomes = texts(Groups.Session.Outcome.allCases.map(\.rawValue))
    actors = texts(Actor.allCases.map(\.name))
    bareActors = Actor.allCases.map { ShortText($0.name.utf8) }
  }
}

extension RowWords {
  subscript(reason: Groups.CloseReason) -> ShortText { closeReasons[place(of: reason)] }
  subscript(end: Groups.SessionEnd) -> ShortText { sessionEnds[place(of: end)] }
  subscript(end: Groups.ContactEnd) -> ShortText { contactEnds[place(of: end)] }
  subscript(origin: Groups.SessionOrigin) -> ShortText { sessionOrigins[place(of: origin)] }
  subscript(origin: Groups.ContactOrigin) -> ShortText { contactOrigins[place(of: origin)] }
  subscript(outcome: Groups.Session.Outcome) -> ShortText { outcomes[place(of: outcome)] }
  subscript(actor: Actor) -> ShortText { actors[Int(actor.rawValue)] }
  subscript(bare actor: Actor) -> ShortText { bareActors[Int(actor.rawValue)] }

  /// Among all cases of an enumeration without payload, which is how it lies in memory; its raw value is a string, which
  /// would cost a comparison of texts.
  @inline(__always)
  private func place<Word: BitwiseCopyable & CaseIterable>(of word: Word) -> Int {
    Int(withUnsafeBytes(of: word) { $0.first ?? 0 })
  }
}
