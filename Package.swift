// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, a floor a group: a room imports rooms of lower floors only.
/// `Content/guide/source-tour.md` walks through them.
let system: [Target] = [
  .systemLibrary(name: "Ccmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
  .systemLibrary(name: "Cprocessor"),
  .systemLibrary(name: "Crename"),
  .systemLibrary(name: "Czlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
]

let rooms: [Target] = [
  // Floor 1
  room("Diagnostics"),
  room("HTML"),
  room("Time"),
  room("Files", ["Diagnostics", "Cprocessor", "Crename"]),
  room("Gzip", ["Czlib"]),
  // Floor 2
  room("Events", ["Diagnostics", "Files", "Gzip", "Time", "Cprocessor"]),
  room("Charts", ["HTML"]),
  room("CommonMark", ["HTML", "Diagnostics", "Ccmark"]),
  room("Templating", ["HTML", "Diagnostics"]),
  room("YAML", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
  room(
    "SQL",
    [
      "Diagnostics", "Files", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  room("Demo", ["Gzip", "Time"]),
  // Floor 3
  room("Wording", ["Diagnostics", "HTML", "Time", "YAML"]),
  room("Grouping", ["Events", "Time"]),
  room("Privacy", ["Events", "Files", .product(name: "Crypto", package: "swift-crypto")]),
  // Floor 4
  room(
    "Timelines",
    [
      "Charts", "CommonMark", "Diagnostics", "Events", "Grouping", "HTML", "Privacy", "Templating", "Time", "Wording",
    ]),
  room(
    "Reports",
    [
      "Charts", "Diagnostics", "Events", "Files", "Grouping", "HTML", "Privacy", "SQL", "Templating", "Time",
      "Wording", "YAML",
    ]),
  room("Search", ["Files"]),
  // Floor 5
  room("Pages", ["CommonMark", "Diagnostics", "Files", "HTML", "YAML"]),
  // Floor 6
  room(
    "Site",
    [
      "CommonMark", "Diagnostics", "Events", "Files", "Grouping", "HTML", "Pages", "Privacy", "Reports", "SQL",
      "Search", "Templating", "Time", "Timelines", "Wording", "YAML",
    ]),
  // Floor 7
  room(
    "Snapshots",
    [
      "Diagnostics", "Files", "HTML", "Templating", "Time", "Wording", "Czlib",
      .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
    ]),
  // Floor 8
  .executableTarget(
    name: "triptych",
    dependencies: [
      "Demo", "Diagnostics", "Events", "Files", "Grouping", "Privacy", "Reports", "SQL", "Site",
      "Snapshots", "Time", "Wording",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: [fast()],
    linkerSettings: [whole()]),
]

let tests: [Target] =
  [.target(name: "TestSupport", dependencies: ["Files", "Templating", "Wording"], path: "Tests/TestSupport")]
  + [
    "Diagnostics", "HTML", "Time", "Files", "Gzip", "Events", "Charts", "CommonMark", "SQL", "Templating", "YAML",
    "Demo", "Grouping", "Privacy", "Wording", "Timelines", "Reports", "Search", "Pages", "Site", "Snapshots",
  ].map { name in
    .testTarget(
      name: "\(name)Tests",
      dependencies: Set([name, "TestSupport", "Events", "Grouping", "Files", "Time"]).sorted()
        .map { .byName(name: $0) },
      exclude: fixtures[name] ?? [])
  }
  + [.testTarget(name: "CommandTests", dependencies: ["TestSupport", "Reports", "Site", "triptych"])]

/// Folders beside tests that are data, not code.
var fixtures: [String: [String]] {
  ["Reports": ["GroupTables/Fixtures"], "Search": ["Fixtures"], "Site": ["Mistakes"], "Timelines": ["Goldens"]]
}

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: [fast()])
}

/// In release builds small functions of one room are inlined in another, and accesses that overlap are looked for by
/// the compiler only; tests run with the checks.
func fast() -> SwiftSetting {
  .unsafeFlags(["-cross-module-optimization", "-enforce-exclusivity=unchecked"], .when(configuration: .release))
}

/// In release builds Swift's own libraries are part of the program: it starts sooner, and calls into them are direct.
func whole() -> LinkerSetting {
  let foundation = ["CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections", "stdc++"]
  return .unsafeFlags(["-static-stdlib"] + foundation.map { "-l" + $0 }, .when(configuration: .release))
}

let package = Package(
  name: "triptych",
  products: [.executable(name: "triptych", targets: ["triptych"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: system + rooms + tests,
  swiftLanguageModes: [.v6]
)
