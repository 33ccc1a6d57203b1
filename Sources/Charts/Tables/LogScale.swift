#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A logarithmic scale with labelled ticks, shared by a column's strips and its head.
public struct LogScale: Equatable, Sendable {
  public struct Tick: Equatable, Sendable {
    public var value: Double
    public var label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The value at the left edge; more than zero.
  public let least: Double
  /// The value at the right edge; more than `least`.
  public let most: Double
  public let ticks: [Tick]

  /// A scale of values in one unit, whichever it is. Ticks off the scale are left out.
  public init(from least: Double, to most: Double, ticks: [Tick]) {
    self.least = max(least, .leastNormalMagnitude)
    self.most = max(most, self.least * 1.01)
    let range = self.least...self.most
    self.ticks = ticks.filter { range.contains($0.value) }
  }
}

extension LogScale {
  /// The place of a value in percent; values off the scale stand at its edge.
  func percent(_ value: Double) -> Double {
    guard value > least else { return 0 }
    return min(100, log(value / least) / log(most / least) * 100)
  }
}
