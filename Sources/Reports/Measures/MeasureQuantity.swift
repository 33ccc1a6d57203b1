/// What the values of a measure, or of a part of a formula, are: the dimension that arithmetic has to respect.
struct MeasureQuantity: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case count, share
    /// So many of one unit for each of another.
    case quotient
    case length
    /// Anything else that arithmetic gives.
    case number
  }

  var kind: Kind
  /// Nil for a bare number.
  var unit: Measure.Unit?
  var anchor: Measure.Anchor?
  /// A median or another percentile: the middle of a sum is no sum of middles.
  var isMiddle = false
  /// Of a share, what it is a share of: shares of different wholes do not add up.
  var whole: String?

  init(
    _ kind: Kind, _ unit: Measure.Unit?, _ anchor: Measure.Anchor?, isMiddle: Bool = false, whole: String? = nil
  ) {
    self.kind = kind
    self.unit = unit
    self.anchor = anchor
    self.isMiddle = isMiddle
    self.whole = whole
  }

  static let bare = MeasureQuantity(.number, nil, nil)
}

extension MeasureQuantity {
  var isBare: Bool { unit == nil }

  /// The formats that such a value can be printed in; the first is the one that follows.
  var formats: [Measure.Format] {
    switch kind {
    case .count: [.count, .number]
    case .share: [.percent]
    case .quotient: [.number]
    case .length: [.duration]
    case .number: [.number, .count, .percent]
    }
  }

  /// In errors.
  var words: String {
    switch kind {
    case .count: "a count of \(unit?.plural ?? "nothing")"
    case .share: "a share"
    case .quotient: "a quotient"
    case .length: isMiddle ? "a median or percentile" : "a length of time"
    case .number: isBare ? "a bare number" : "a number"
    }
  }

  /// Of a measure in SQL, whose values nothing but its format describes.
  init(sql format: Measure.Format, _ unit: Measure.Unit, _ anchor: Measure.Anchor, named name: String) {
    switch format {
    case .count: self.init(.count, unit, anchor)
    case .number: self.init(.number, unit, anchor)
    case .percent: self.init(.share, unit, anchor, whole: name)
    case .duration: self.init(.length, unit, anchor)
    }
  }
}
