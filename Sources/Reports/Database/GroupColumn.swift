import Grouping
import SQL
import Time

/// A column of the database: what it is called, what it means, and how a row's value is found.
public struct GroupColumn: Sendable {
  public let name: String
  public let kind: DatabaseSchema.Kind
  /// For the manual: what stands in it, without a full stop.
  public let meaning: String
  let put: @Sendable (GroupRow, inout RowBatch) -> Void
}

extension GroupColumn {
  static func key(_ meaning: String, _ value: @escaping @Sendable (GroupRow) -> Int) -> GroupColumn {
    GroupColumn(name: "key", kind: .key, meaning: meaning) { row, rows in rows.put(value(row)) }
  }

  static func count(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> Int?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .integer, meaning: meaning) { row, rows in
      if let value = value(row) { rows.put(value) } else { rows.putNull() }
    }
  }

  /// 1 or 0.
  static func flag(_ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> Bool) -> GroupColumn {
    GroupColumn(name: name, kind: .integer, meaning: "1 if " + meaning + ", else 0") { row, rows in
      rows.put(value(row) ? 1 : 0)
    }
  }

  static func instant(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> Instant?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in row.put(value(row), to: &rows) }
  }

  static func seconds(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> Length?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .numeric, meaning: meaning) { row, rows in
      guard let length = value(row) else { return rows.putNull() }
      let (seconds, rest) = length.milliseconds.quotientAndRemainder(dividingBy: 1000)
      if rest == 0 { rows.put(Int(seconds)) } else { rows.put(Double(length.milliseconds) / 1000) }
    }
  }

  /// A word of the program, or a text of the export; nil is null.
  static func word(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> String?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in
      if let value = value(row) { rows.put(value) } else { rows.putNull() }
    }
  }

  /// One of the store's names; nil is null.
  static func name(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> UInt32?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in
      guard let index = value(row) else { return rows.putNull() }
      rows.put { row.data.store.appendName(index, to: &$0) }
    }
  }

  /// A group's or event's id; nil is null.
  static func id(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupRow) -> GroupRow.Subject?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in
      guard let subject = value(row) else { return rows.putNull() }
      rows.put { row.appendID(of: subject, to: &$0) }
    }
  }

  /// Where it stands in its customer's timeline.
  static func address(_ value: @escaping @Sendable (GroupRow) -> GroupRow.Subject) -> GroupColumn {
    GroupColumn(
      name: "address", kind: .text, meaning: "Its place on the site: the customer's timeline and the anchor in it"
    ) { row, rows in rows.put { row.appendAddress(of: value(row), to: &$0) } }
  }

  /// `day`, `hour` and `weekday` of an instant.
  static func calendar(_ event: String, _ instant: @escaping @Sendable (GroupRow) -> Instant) -> [GroupColumn] {
    [
      day("day", "The day on which \(event), on the site's clock", instant),
      GroupColumn(name: "hour", kind: .integer, meaning: "The hour in which \(event), 0 to 23, on the site's clock") {
        row, rows in rows.put(row.local(instant(row)).millisecondOfDay / 3_600_000)
      },
      GroupColumn(
        name: "weekday", kind: .integer,
        meaning: "The weekday on which \(event), from 1, Monday, to 7, Sunday, on the site's clock"
      ) { row, rows in rows.put(row.local(instant(row)).date.weekday + 1) },
    ]
  }

  static func day(
    _ name: String, _ meaning: String, _ instant: @escaping @Sendable (GroupRow) -> Instant?
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in
      guard let instant = instant(row) else { return rows.putNull() }
      row.put(row.local(instant).date, to: &rows)
    }
  }
}

/// What places a row: the same in every table that has it.
extension GroupColumn {
  static let brand = name("brand", "Its brand; empty where the export names none") { $0.brand }
  static let customer = name("customer", "The customer's id") { $0.customer }
  static let customerKey = count("customer_key", "The `key` of its row in `customers`") { $0.party + 1 }
  static let conversation = id("conversation", "The id of its conversation") { .conversation($0.conversation) }
  static let conversationKey = count("conversation_key", "The `key` of its row in `conversations`") {
    $0.conversation + 1
  }
}
