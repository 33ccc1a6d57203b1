/// One time axis with one scale, on which every long quiet stretch is folded to a hinge.
struct FoldedAxis: Equatable, Sendable {
  /// A stretch without a fold.
  struct Piece: Equatable, Sendable {
    /// The first and the last thing that happens in it.
    let first: Int64
    let last: Int64
    /// With some air at both sides.
    let from: Int64
    let to: Int64
    /// In percent.
    var left = 0.0
    var width = 0.0
  }

  private(set) var pieces: [Piece]

  /// `spans` in order, at least one; `room` is the share of the axis that stays empty after the last of them.
  init(_ spans: [ClosedRange<Int64>], room: Double = 0) {
    pieces = spans.map {
      Piece(
        first: $0.lowerBound, last: $0.upperBound, from: $0.lowerBound - FoldedAxis.air,
        to: $0.upperBound + FoldedAxis.air)
    }
    if room > 0, let last = pieces.popLast() {
      let taken = pieces.reduce(last.length) { $0 + $1.length }
      let more = Int64(taken * room / (1 - room))
      pieces.append(Piece(first: last.first, last: last.last, from: last.from, to: last.to + more))
    }
    share()
  }
}

extension FoldedAxis {
  /// A quiet stretch longer than this is folded.
  static var longestQuiet: Int64 { 6 * .hour }
  static var air: Int64 { 15 * .minute }
  /// In percent, like `leastPiece`.
  static var hinge: Double { 4.4 }
  static var leastPiece: Double { 2 }
  static var mostPieces: Int { 10 }

  /// The stretches between which nothing happens for more than six hours.
  static func spans(of instants: [Int64]) -> [ClosedRange<Int64>] {
    var spans: [ClosedRange<Int64>] = []
    for instant in instants.sorted() {
      if let last = spans.last, instant - last.upperBound <= longestQuiet {
        spans[spans.count - 1] = last.lowerBound...instant
      } else {
        spans.append(instant...instant)
      }
    }
    return spans
  }

  var range: ClosedRange<Int64> { pieces[0].from...pieces[pieces.count - 1].to }

  /// In percent. An instant in a fold stands where the fold ends.
  func x(_ instant: Int64) -> Double {
    guard let piece = pieces.first(where: { instant <= $0.to }) else { return 100 }
    return piece.x(max(instant, piece.from))
  }

  /// The pieces on which a stretch is seen: they follow one another.
  func pieces(_ from: Int64, _ to: Int64) -> Range<Int> {
    var first = 0
    while first < pieces.count, from > pieces[first].to { first += 1 }
    var end = first
    while end < pieces.count, to >= pieces[end].from { end += 1 }
    return first..<end
  }

  /// The part of a stretch that is seen on a piece, in percent.
  func part(_ from: Int64, _ to: Int64, on index: Int) -> (left: Double, right: Double) {
    (pieces[index].x(max(from, pieces[index].from)), pieces[index].x(min(to, pieces[index].to)))
  }

  /// Calls with the visible parts of a stretch, in percent, one a piece.
  func forEachPart(_ from: Int64, _ to: Int64, _ body: ((left: Double, right: Double)) -> Void) {
    for index in pieces(from, to) { body(part(from, to, on: index)) }
  }

  func shows(_ from: Int64, _ to: Int64) -> Bool { !pieces(from, to).isEmpty }
}

extension FoldedAxis {
  /// Shares the width out in proportion to time; a piece too short to be seen gets the least width.
  private mutating func share() {
    var room = 100 - FoldedAxis.hinge * Double(pieces.count - 1)
    var open = pieces.indices.sorted { pieces[$0].length < pieces[$1].length }
    var time = pieces.reduce(0) { $0 + $1.length }
    while let index = open.first, pieces[index].length / time * room < FoldedAxis.leastPiece, open.count > 1 {
      pieces[index].width = FoldedAxis.leastPiece
      room -= FoldedAxis.leastPiece
      time -= pieces[index].length
      open.removeFirst()
    }
    for index in open { pieces[index].width = pieces[index].length / time * room }
    var left = 0.0
    for index in pieces.indices {
      pieces[index].left = left
      left += pieces[index].width + FoldedAxis.hinge
    }
  }
}

extension FoldedAxis.Piece {
  var length: Double { Double(to - from) }
  var right: Double { left + width }
  func x(_ instant: Int64) -> Double { left + width * Double(instant - from) / length }
}
