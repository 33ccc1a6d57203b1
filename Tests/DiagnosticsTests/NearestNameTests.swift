import Diagnostics
import Testing

@Suite struct NearestNameTests {
  static let known = ["window", "anchor", "day", "title", "length"]

  @Test(
    arguments: [
      ("windw", "window"), ("widnow", "window"), ("dya", "day"), ("titles", "title"), ("lenght", "length"),
      ("Title", "title"),
      ("x", nil), ("", nil), ("customer", nil), ("dy", "day"),
    ] as [(String, String?)])
  func suggestsTheNearest(unknown: String, expected: String?) {
    #expect(nearestName(to: unknown, in: Self.known) == expected, "\(unknown)")
  }

  @Test func takesTheFirstAmongEquals() {
    #expect(nearestName(to: "rat", in: ["cat", "bat"]) == "cat")
    #expect(nearestName(to: "rat", in: [] as [String]) == nil)
  }
}
