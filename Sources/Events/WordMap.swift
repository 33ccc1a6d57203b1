/// A mapping's words for one field: the file's to ours.
final class WordMap: @unchecked Sendable, Equatable {
  // Unchecked: never written after `init`.
  private let from: [String]
  private let to: [String]
  private let keys: ByteKeys
  private let texts: UnsafeMutablePointer<UInt8>
  private let places: [(start: Int, count: Int)]
  /// The place of what an absent value stands for.
  private let absentPlace: (start: Int, count: Int)?

  init(_ words: [String: String]) {
    from = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    to = from.map { words[$0] ?? "" }
    keys = ByteKeys(from)
    // Eight bytes more, for those who look up what they find here.
    texts = .allocate(capacity: to.reduce(8) { $0 + $1.utf8.count })
    var places: [(start: Int, count: Int)] = []
    var end = 0
    for text in to {
      for (i, byte) in text.utf8.enumerated() { (texts + end + i).initialize(to: byte) }
      places.append((end, text.utf8.count))
      end += text.utf8.count
    }
    (texts + end).initialize(repeating: 0, count: 8)
    self.places = places
    absentPlace = from.first == "" ? places.first : nil
  }

  deinit { texts.deallocate() }

  static func == (a: WordMap, b: WordMap) -> Bool { a.from == b.from && a.to == b.to }
}

extension WordMap {
  /// Our word for the file's; nil if the mapping does not name it. The bytes live as long as the map.
  func word(for word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let index = keys.index(of: word)
    return index < 0 ? nil : text(places[index])
  }

  var absent: UnsafeBufferPointer<UInt8>? { absentPlace.map(text) }

  private func text(_ place: (start: Int, count: Int)) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: texts + place.start, count: place.count)
  }
}
