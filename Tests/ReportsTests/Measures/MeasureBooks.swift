import Diagnostics
import Foundation
import Reports
import SQL
import TestSupport

/// Books of measures from short texts.
enum MeasureBooks {
  /// The program's own.
  static func builtIn() throws -> MeasureBook {
    let path = "Content/measures.yml"
    let text = try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
    return try MeasureBook.read([MeasureFile(path: path, text: text)], queries: nil)
  }

  /// A book of what `measures` says below the measures that most tests need.
  static func read(_ measures: String, queries: (any QuerySource)? = nil) throws(Diagnostics) -> MeasureBook {
    try MeasureBook.read(
      [MeasureFile(path: "program.yml", text: few), MeasureFile(path: "measures.yml", text: measures)],
      queries: queries)
  }

  /// What is wrong with a file, printed.
  static func mistakes(_ measures: String, queries: (any QuerySource)? = nil) -> String {
    do {
      _ = try read(measures, queries: queries)
      return "no mistake"
    } catch {
      return error.description
    }
  }

  private static let few = [
    ("conversations", "conversation", "start", "count"), ("customers", "customer", "start", "count"),
    ("sessions", "session", "start", "count"), ("sessions_handed_off", "session", "start", "count"),
    ("contacts", "contact", "end", "count"), ("contacts_answered", "contact", "end", "count"),
    ("first_reply", "contact", "end", "duration"), ("handling", "contact", "end", "duration"),
    ("first_reply_p90", "contact", "end", "duration"), ("came_back_24h", "conversation", "start", "percent"),
    ("handoffs", "contact", "conversation", "count"), ("demand", "demand", "start", "count"),
  ].map { name, unit, anchor, format in
    "\(name): {title: T, sentence: S, unit: \(unit), anchor: \(anchor), format: \(format), built_in: \(name)}\n"
  }.joined()
}

extension MeasureBooks {
  /// The program's own with a site's.
  static func builtIn(with site: String, queries: any QuerySource) throws -> MeasureBook {
    let path = "Content/measures.yml"
    let text = try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
    return try MeasureBook.read(
      [MeasureFile(path: path, text: text), MeasureFile(path: "site.yml", text: site)], queries: queries)
  }
}
