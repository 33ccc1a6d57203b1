import HTML
import Time

extension [UInt8] {
  /// Appends `2026-05-04T10:00:00.000Z`.
  mutating func append(_ instant: Instant, by writer: inout InstantWriter) {
    write(most: InstantWriter.count) { out in
      out.put(count: InstantWriter.count) { writer.write(instant, to: $0) }
    }
  }
}
