import Glibc

/// How much memory a command may hold. What would take more goes to scratch files; the input's own mapped pages, which
/// the system drops and reads again as it likes, do not count.
public struct MemoryBudget: Sendable, Equatable {
  public let bytes: Int

  /// Less than this would leave no room for the program itself.
  public static let least = 64 << 20

  public init(bytes: Int) { self.bytes = max(bytes, MemoryBudget.least) }

  /// A quarter of the machine's memory.
  public static var quarterOfMachine: MemoryBudget {
    MemoryBudget(bytes: Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE))) / 4)
  }

  /// One of so many equal parts, for one of the things that share the budget.
  public func share(of parts: Int) -> Int { bytes / parts }
}

extension MemoryBudget: LosslessStringConvertible {
  /// Reads `512M`, `2G`, `800000K` or a number of bytes; the units are powers of 1024.
  public init?(_ text: String) {
    let shift = MemoryBudget.units.first { text.uppercased().hasSuffix($0.unit) }?.shift ?? 0
    let digits = shift == 0 ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number <= Int.max >> shift, number << shift >= MemoryBudget.least
    else { return nil }
    bytes = number << shift
  }

  public var description: String {
    for (unit, shift) in MemoryBudget.units where bytes & (1 << shift - 1) == 0 { return "\(bytes >> shift)\(unit)" }
    return String(bytes)
  }

  private static let units = [(unit: "G", shift: 30), (unit: "M", shift: 20), (unit: "K", shift: 10)]
}
