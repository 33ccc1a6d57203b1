/// Finds a place for each label of a lane, left to right, where it meets neither a bar nor a label before it. One for
/// which there is no place is not written: its bar still says it on hover.
struct LaneLabels {
  enum Place: Equatable {
    case inside(Double)
    case left(Double)
    case right(Double)
    case above(Double)
  }

  private typealias Extent = (left: Double, right: Double)

  private let picture: LanePicture
  /// In percent: all bars of the lane, and the labels written beside them.
  private var taken: [Extent]
  /// The same for what is written above the lane.
  private var takenAbove: [Extent] = []

  init(_ picture: LanePicture, _ bars: [LaneBar]) {
    self.picture = picture
    taken = []
    taken.reserveCapacity(2 * bars.count)
    for bar in bars {
      picture.axis.forEachPart(bar.start, bar.end) { taken.append(($0.left, max($0.right, $0.left + 0.3))) }
    }
  }
}

extension LaneLabels {
  /// The place of a bar's label: inside its outlined part, left of it within its conversation, above it, right of it, or
  /// left of it all the same.
  mutating func place(_ bar: LaneBar, isAlone: Bool) -> Place? {
    let axis = picture.axis
    let seen = axis.pieces(bar.start, bar.end)
    guard !seen.isEmpty else { return nil }
    let first = axis.part(bar.start, bar.end, on: seen.lowerBound)
    let last = axis.part(bar.start, bar.end, on: seen.upperBound - 1)
    let width = picture.share(of: picture.data.label(of: bar))
    if isAlone, let part = outlinedPart(of: bar, width: width) { return .inside(part.left) }
    let before = (left: first.left - LaneLabels.air - width, right: first.left - 0.1)
    let after = (left: last.right + 0.4, right: last.right + LaneLabels.air + width)
    let fence = fence(of: bar)
    if before.left >= fence, take(before) { return .left(first.left) }
    if isAlone, first.right - first.left > width, takeAbove((first.left, first.left + width)) {
      return .above(first.left)
    }
    if after.right <= 100, take(after) { return .right(last.right) }
    return before.left >= 0 && take(before) ? .left(first.left) : nil
  }

  /// The place of the words beside a hand-off's arrow, which point at the bar's beginning.
  mutating func placeHandoff(_ bar: LaneBar) -> Place? {
    guard let words = picture.data.handoff(of: bar), picture.axis.range.contains(bar.start) else { return nil }
    let x = picture.axis.x(bar.start)
    let width = picture.share(of: words)
    if x - width - 1.2 >= 0, takeAbove((x - width - 1.2, x)) { return .left(x) }
    return x + width + 1.2 <= 100 && takeAbove((x, x + width + 1.2)) ? .right(x) : nil
  }
}

extension LaneLabels {
  /// In percent: between a bar and a label beside it.
  private static var air: Double { 0.9 }
  /// In pixels: an outlined part has to be wider than this for a label inside.
  private static var leastInside: Double { 80 }

  /// The left edge of the bar's conversation.
  private func fence(of bar: LaneBar) -> Double {
    guard picture.data.conversations.indices.contains(bar.conversation) else { return 0 }
    return picture.edges(ofConversation: bar.conversation).left
  }

  private func outlinedPart(of bar: LaneBar, width: Double) -> (left: Double, right: Double)? {
    guard let outlined = bar.outlined else { return nil }
    let least = max(LaneLabels.leastInside / picture.width * 100, width + 1.2)
    for index in picture.axis.pieces(outlined.lowerBound, outlined.upperBound) {
      let part = picture.axis.part(outlined.lowerBound, outlined.upperBound, on: index)
      if part.right - part.left > least { return part }
    }
    return nil
  }

  private mutating func take(_ extent: Extent) -> Bool {
    guard !taken.contains(where: { $0.left < extent.right && extent.left < $0.right }) else { return false }
    taken.append(extent)
    return true
  }

  private mutating func takeAbove(_ extent: Extent) -> Bool {
    guard !takenAbove.contains(where: { $0.left < extent.right && extent.left < $0.right }) else { return false }
    takenAbove.append(extent)
    return true
  }
}
