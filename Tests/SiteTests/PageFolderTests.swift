import TestSupport
import Testing

@testable import Site

@Suite struct PageFolderTests {
  /// The slow way reads every link; the fast one has to say the same of those that it reads.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func readsLinksAsTheResolverDoes(seed: UInt64) {
    var lot = SeededNumbers(seed: seed)
    let steps = ["..", ".", "a", "b.html", "é", "x%20y", "", "c-1", "a:b", "q?r", "&amp;", ".d"]
    let anchors = ["", "#", "#e-abc", "#%C3%BC", "#a&amp;b", "#x#y"]
    var read = 0
    for _ in 0..<3_000 {
      let page = (0..<lot.below(4)).map { "f\($0)/" }.joined() + "page.html"
      let climb = String(repeating: "../", count: lot.below(4))
      let link =
        climb + (0..<1 + lot.below(3)).map { _ in steps[lot.below(steps.count)] }.joined(separator: "/")
        + anchors[lot.below(anchors.count)]
      var folder = PageFolder()
      folder.enter(page: page)
      let (fast, slow) = Array(link.utf8).withUnsafeBufferPointer { (folder.target(of: $0), LinkTarget($0, on: page)) }
      guard let fast else { continue }
      read += 1
      #expect(fast.address == slow?.address && fast.anchor == slow?.anchor, "seed \(seed): \(link) on \(page)")
      if let slow, slow.isNear { #expect(fast.isNear, "seed \(seed): \(link) on \(page)") }
    }
    #expect(read > 100)
  }
}
