import Files

/// How large a page will be, from parts spread over the stream that are packed and thrown away.
struct PageEstimate {
  let bytes: Int

  private static let samples = 24
  /// The page around the parts.
  private static let frame = 24_000

  init(_ parts: PageParts, manifest: MappedBytes, jobs: Int) throws(SnapshotError) {
    let count = parts.count
    let numbers = (0..<min(count, PageEstimate.samples)).map { $0 * count / min(count, PageEstimate.samples) }
    var (taken, made) = (0, 0)
    try InOrder.run(
      numbers, jobs: jobs,
      make: { number throws(SnapshotError) in
        let part = try parts.part(number)
        return (part.count, PagePart.element(part, .part, number, key: nil).count)
      },
      use: { _, sizes throws(SnapshotError) in
        taken += sizes.0
        made += sizes.1
      })
    let content = taken == 0 ? 0 : Int(Double(parts.bytes) / Double(taken) * Double(made))
    bytes = PageEstimate.frame + content + PageEstimate.packed(manifest)
  }

  /// Its lines are alike, so that its beginning tells of all of it.
  private static func packed(_ manifest: MappedBytes) -> Int {
    manifest.use { bytes in
      let start = Array(bytes.prefix(PageParts.size))
      return PagePart.element(start, .index, 0, key: nil).count * bytes.count / max(start.count, 1)
    }
  }
}
