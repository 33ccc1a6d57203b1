import Glibc
import Time

extension CivilDate {
  /// Reads `2026-12-31`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard description == text else { return nil }
  }

  /// Of this machine's clock, in UTC.
  public static var today: CivilDate { CivilDate(dayNumber: Int((Double(time(nil)) / 86_400).rounded(.down))) }
}
