import HTML

/// Links above a lane picture, each over the beginning of its conversation, in a graphic of their own.
public struct LaneHeads: Chart {
  struct Place: Equatable, Sendable {
    var x: Double
    var head: LaneHead
  }

  let heads: [Place]
  /// In pixels: labels are placed as if the picture were no wider.
  let width: Double
}

extension LaneHeads {
  /// In pixels.
  public static var height: Double { 40 }

  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"chart chart--flush l-heads\"")
    out.append(attribute: " height=\"", .pixels(LaneHeads.height))
    out.append(">")
    var right = -1.0
    for (index, place) in heads.enumerated() {
      let next = index + 1 < heads.count ? heads[index + 1].x : 100
      append(place, next: next, isLast: index + 1 == heads.count, right: &right, to: &out)
    }
    out.append("</svg>")
  }
}

extension LaneHeads {
  private func share(of text: String) -> Double { Double(text.shownCount) * 7 / width * 100 }

  /// The words go where the next head is too near, and the link where the one before it is.
  private func append(_ place: Place, next: Double, isLast: Bool, right: inout Double, to out: inout [UInt8]) {
    let date = share(of: place.head.date)
    let words = share(of: place.head.words)
    let hasWords = isLast ? max(date, words) <= 100 - right : place.x + words + 1 <= next
    let extent = hasWords ? max(date, words) : date
    let isAtEdge = place.x + extent > 100
    let left = isAtEdge ? 100 - extent : place.x
    guard left >= right else { return }
    let x = Coordinate.percent(isAtEdge ? 100 : place.x)
    let anchor: Anchor = isAtEdge ? .end : .start
    out.append("<a href=\"")
    out.appendEscaped(place.head.href)
    out.append("\">")
    out.appendText(x: x, y: 13, anchor: anchor, place.head.date)
    out.append("</a>")
    if hasWords { out.appendText("words", x: x, y: 31, anchor: anchor, place.head.words) }
    right = left + extent + 1
  }
}
