/// An axis from zero in four or five steps of 1, 2, 2.5 or 5 times a power of ten.
public struct NiceScale: Equatable, Sendable {
  public let step: Double
  public let steps: Int

  /// The smallest axis that holds `most`; steps of a count are whole numbers.
  public init(upTo most: Double, wholeNumbers: Bool = false) {
    let most = most.isFinite ? min(max(most, 0), 1e18) : 0
    var power = wholeNumbers || most == 0 ? 1 : 1e-6
    var step = power
    search: while true {
      for factor in [1, 2, 2.5, 5] where !wholeNumbers || factor != 2.5 || power > 1 {
        step = factor * power
        if (most / step).rounded(.up) <= 5 { break search }
      }
      power *= 10
    }
    self.step = step
    steps = max(4, Int((most / step).rounded(.up)))
  }
}

extension NiceScale {
  /// The end of the axis.
  public var top: Double { step * Double(steps) }

  /// Zero, every step, and the end.
  public var marks: [Double] { (0...steps).map { Double($0) * step } }
}
