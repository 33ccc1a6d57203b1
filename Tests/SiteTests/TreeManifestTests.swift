import Files
import TestSupport
import Testing

@testable import Site

@Suite struct TreeManifestTests {
  /// Evenly spread, as hashes are, and in heaps, as they never are.
  @Test(arguments: 0..<12, [0, 1, 2, 63, 64, 65, 1000, 20_000])
  func findsEachAddressAndNoOther(seed: UInt64, count: Int) {
    var numbers = SeededNumbers(seed: seed)
    let spread: UInt64 = seed % 3 == 0 ? .max : 1 << UInt64.random(in: 20...63, using: &numbers)
    let base = UInt64.random(in: 0...(.max - spread), using: &numbers)
    var addresses: Set<UInt64> = seed % 2 == 0 ? [] : [1, .max]
    while addresses.count < count { addresses.insert(base + UInt64.random(in: 0...spread, using: &numbers)) }
    let entries = addresses.sorted().map { TreeEntry(address: $0, content: ContentDigest(high: 0, low: $0)) }
    entries.withUnsafeBufferPointer { entries in
      #expect(addresses.allSatisfy { TreeManifest.find($0, in: entries)?.content.low == $0 })
      let others = addresses.flatMap { [$0 &- 1, $0 &+ 1] } + [0, 1, .max]
      #expect(others.allSatisfy { (TreeManifest.find($0, in: entries) != nil) == addresses.contains($0) })
    }
  }
}
