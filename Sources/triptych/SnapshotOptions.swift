import ArgumentParser
import Diagnostics
import Files
import Glibc
import Snapshots
import Time

extension Snapshot.Format: ExpressibleByArgument {}

extension ByteCount: ExpressibleByArgument {
  public var defaultValueDescription: String { "" }
}

/// A pattern for pages.
struct GlobArgument: ExpressibleByArgument {
  let glob: Glob

  init?(argument: String) {
    guard let glob = Glob(argument) else { return nil }
    self.glob = glob
  }
}

/// A day, `2026-12-31`.
struct DayArgument: ExpressibleByArgument {
  let day: CivilDate

  init?(argument: String) {
    guard let day = CivilDate(argument) else { return nil }
    self.day = day
  }
}

extension SnapshotError {
  /// As the errors of a command's work.
  static func told<Value>(_ work: () throws(SnapshotError) -> Value) throws(Diagnostics) -> Value {
    do throws(SnapshotError) { return try work() } catch { throw Diagnostics([error.diagnostic]) }
  }
}
