import Testing

@testable import Snapshots

@Suite struct GlobTests {
  @Test(arguments: [
    ("index.html", "index.html", true), ("index.html", "guide/index.html", false), ("*.html", "index.html", true),
    ("*.html", "guide/index.html", false), ("**.html", "guide/index.html", true),
    ("timelines/*", "timelines/a.html", true),
    ("timelines/*", "timelines/b/a.html", false), ("**/index.html", "a/b/index.html", true), ("?.html", "ü.html", true),
    ("?.html", "/.html", false), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("*", "", true),
  ])
  func matchesNames(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern)?.matches(path) == expected, "\(pattern) and \(path)")
  }

  @Test(arguments: ["", "/etc/passwd", "../index.html", "a/../b"])
  func refusesPatternsThatLeadElsewhere(pattern: String) { #expect(Glob(pattern) == nil) }
}
