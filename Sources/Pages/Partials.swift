/// The files that pages may include: Markdown files below `Content/` whose names begin with `_`.
struct Partials: Sendable {
  /// By the path below `Content/`.
  private let files: [String: [UInt8]]

  init(_ files: [String: [UInt8]] = [:]) { self.files = files }
}

extension Partials {
  /// Whether a path below `Content/` is that of a file to include, and no page.
  static func isPartial(_ name: String) -> Bool { name.split(separator: "/").last?.first == "_" }

  var names: [String] { files.keys.sorted() }

  subscript(_ name: String) -> [UInt8]? { files[name] }
}
