import Files

/// Which files of the data are read, as what, and in which order.
struct ExportPlan {
  struct File: Sendable {
    var path: String
    /// As a person is shown it, whatever the folder above the data.
    var shownPath: String
    var layout: Layout
    var isCSV: Bool
    var isCompressed: Bool
  }

  private(set) var files: [File] = []
  private(set) var warnings: [ReadNote] = []

  init(
    _ entries: [DataEntry], source: any FileSource, aiActors: (_ brand: String) -> [String]
  ) throws(ExportError) {
    for var entry in entries {
      try ExportPlan.check(entry)
      if entry.path.hasSuffix("/"), entry.path.utf8.count > 1 { entry.path.removeLast() }
      try add(entry, source, Layouts(entry, aiActors(entry.brand ?? "")))
    }
    guard files.count <= SourceFile.limit else { throw .tooManyFiles(files.count) }
  }
}

extension ExportPlan {
  /// The layouts of an entry's kinds of file.
  private struct Layouts {
    let all: [Layout]

    init(_ entry: DataEntry, _ aiActors: [String]) {
      all = [.events, .items, .customers, .agents, .topics].map { Layout(kind: $0, entry: entry, aiActors: aiActors) }
    }

    subscript(_ kind: Layout.Kind) -> Layout { all.first { $0.kind == kind } ?? all[0] }
  }

  private static func check(_ entry: DataEntry) throws(ExportError) {
    let known = Set(NeutralField.allCases.map(\.name))
    let named = (Array(entry.columns.keys) + Array(entry.values.keys)).sorted()
    if let unknown = named.first(where: { !known.contains($0) }) { throw .unknownField(unknown, path: entry.path) }
  }

  private mutating func add(_ entry: DataEntry, _ source: any FileSource, _ layouts: Layouts) throws(ExportError) {
    switch source.kind(of: entry.path) {
    case .missing: throw .missingPath(entry.path)
    case .file: try addFile(entry, source, layouts)
    case .folder: try addFolder(entry, source, layouts)
    }
  }

  private mutating func addFile(
    _ entry: DataEntry, _ source: any FileSource, _ layouts: Layouts
  ) throws(ExportError) {
    let name = FileName(entry.path)
    let syntax =
      if let known = name.syntax { known } else {
        try SyntaxSniffer.syntax(of: entry.path, isCompressed: name.isCompressed, source)
      }
    let kind = entry.columns.isEmpty ? name.gladlyKind ?? .events : .events
    files.append(
      File(
        path: entry.path, shownPath: entry.shownPath, layout: layouts[kind], isCSV: syntax == .csv,
        isCompressed: name.isCompressed))
  }

  private mutating func addFolder(
    _ entry: DataEntry, _ source: any FileSource, _ layouts: Layouts
  ) throws(ExportError) {
    let root = entry.path
    let below: [String]
    do { below = try source.files(under: root) } catch { throw .file(error) }
    var ignored: [String] = []
    let before = files.count
    for path in below {
      let name = FileName(path)
      let kind = entry.columns.isEmpty ? name.knownKind : name.syntax.map { _ in .events }
      guard let kind, let syntax = name.syntax else {
        ignored.append(path)
        continue
      }
      let whole = root.hasSuffix("/") ? root + path : root + "/" + path
      files.append(
        File(
          path: whole, shownPath: entry.shownPath.isEmpty ? path : entry.shownPath + "/" + path, layout: layouts[kind],
          isCSV: syntax == .csv, isCompressed: name.isCompressed))
    }
    guard files.count > before else { throw .noKnownFile(folder: entry.path, mapped: !entry.columns.isEmpty) }
    if !ignored.isEmpty {
      warnings.append(ReadWarning.ignoredFiles(ignored, folder: entry.shownPath.isEmpty ? "." : entry.shownPath))
    }
  }
}
