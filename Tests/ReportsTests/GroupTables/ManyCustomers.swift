/// An export with enough customers for several batches.
enum ManyCustomers {
  /// Two Conversations each.
  static func export(count: Int) -> String {
    (0..<count).map { number in
      """
      {"id":"a\(number)","customer":"c\(number)","at":"2026-05-04T10:00:00Z","kind":"message","actor":"ai"}
      {"id":"b\(number)","customer":"c\(number)","at":"2026-05-06T10:00:00Z","kind":"message","actor":"agent"}
      """
    }.joined(separator: "\n")
  }
}
