/// The words that every record is compared with.
struct KnownWords {
  let kinds = KnownWords.kindKeys.view
  let actors = KnownWords.actorKeys.view
  let lanes = KnownWords.laneKeys.view
  let contentTypes = KnownWords.contentTypeKeys.view
  let initiators = KnownWords.initiatorKeys.view

  // Kept by the program for as long as it runs, so that the views above stay valid.
  private static let kindKeys = ByteKeys(EventKind.allCases.map(\.name))
  private static let actorKeys = ByteKeys(Actor.allCases.map(\.name))
  private static let laneKeys = ByteKeys(["ai", "team"])
  private static let contentTypeKeys = ByteKeys(ContentType.allCases.map(\.name))
  private static let initiatorKeys = ByteKeys(InitiatorType.allCases.map(\.name))
}

/// Eight zero bytes that an empty text may point to. Never written, hence safe to share.
enum WordPadding {
  nonisolated(unsafe) static let base: UnsafePointer<UInt8> = {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
    bytes.initialize(repeating: 0, count: 8)
    return UnsafePointer(bytes)
  }()

  static var empty: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: 0) }
}

extension ByteKeys.View {
  @inline(__always)
  func index(of word: UnsafeBufferPointer<UInt8>) -> Int {
    word.baseAddress.map { index(of: $0, word.count) } ?? -1
  }
}
