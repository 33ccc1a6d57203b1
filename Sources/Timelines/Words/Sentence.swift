import HTML
import Wording

/// A sentence of the timeline, cut at its places once.
struct Sentence: Sendable {
  /// Words and the place behind them, `none` at the end.
  private struct Part: Sendable {
    let words: String
    let bytes: [UInt8]
    let place: Told.Place

    init(words: String, place: Told.Place) {
      self.words = words
      bytes = Array(words.utf8)
      self.place = place
    }
  }

  private let parts: [Part]

  /// A place that no value is ever told for stays as it is written.
  init(_ phrase: Phrase) {
    var parts: [Part] = []
    var words = ""
    for part in phrase.parts {
      switch part {
      case .text(let text): words += text
      case .place(let name):
        guard let place = Told.Place(rawValue: name) else {
          words += "{\(name)}"
          continue
        }
        parts.append(Part(words: words, place: place))
        words = ""
      }
    }
    parts.append(Part(words: words, place: .none))
    self.parts = parts
  }
}

extension Sentence {
  /// The sentence with its values; a place without one stays as it is written.
  func text(_ a: Told, _ b: Told, _ c: Told) -> String {
    if parts.count == 1 { return parts[0].words }
    let count = parts.reduce(0) { count, part in
      count + part.bytes.count + (part.place == .none ? 0 : value(of: part.place, a, b, c).utf8.count)
    }
    return String(unsafeUninitializedCapacity: count) { room in
      var end = 0
      func put(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
          room[end] = byte
          end += 1
        }
      }
      for part in parts {
        put(part.bytes)
        if part.place != .none { put(value(of: part.place, a, b, c).utf8) }
      }
      return end
    }
  }

  /// Appends the same.
  func write(_ a: Told, _ b: Told, _ c: Told, to bytes: inout [UInt8]) {
    for part in parts {
      part.bytes.withUnsafeBufferPointer { bytes.append(bytes: $0) }
      if part.place != .none { bytes.append(text: value(of: part.place, a, b, c)) }
    }
  }

  private func value(of place: Told.Place, _ a: Told, _ b: Told, _ c: Told) -> String {
    if place == a.place { return a.words }
    if place == b.place { return b.words }
    return place == c.place ? c.words : "{\(place.rawValue)}"
  }
}

extension [UInt8] {
  /// Appends a text's bytes as they are.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(bytes: $0) }
  }
}
