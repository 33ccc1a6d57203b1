import Files

/// The files of a published site that a snapshot is to hold, in byte order of their paths.
public struct SnapshotContents: Sendable {
  /// Paths below the folder, with `/`.
  public private(set) var paths: [String]
  private let source: any FileSource
  private let folder: String

  /// - Parameters:
  ///   - folder: of the published site.
  ///   - pages: which pages to take; all of the site's files where none is named.
  public init(folder: String, pages: [Glob] = [], source: any FileSource = DiskFileSource()) throws(SnapshotError) {
    guard source.kind(of: folder) == .folder else { throw .noSite(folder) }
    let all = try SnapshotError.files { () throws(FileError) in try source.files(under: folder) }
    guard all.contains(where: PageChoice.isPage) else { throw .noSite(folder) }
    guard !all.contains(Manifest.name) else { throw .nameTaken }
    self.source = source
    self.folder = folder
    paths = all
    if !pages.isEmpty { paths = try PageChoice(all: all, globs: pages).paths(map) }
  }
}

extension SnapshotContents {
  /// The page to open first: the site's own, or the first of the chosen.
  public var first: String {
    paths.contains("index.html") ? "index.html" : paths.first(where: PageChoice.isPage) ?? ""
  }

  func map(_ path: String) throws(SnapshotError) -> MappedBytes {
    try SnapshotError.files { () throws(FileError) in try source.map(folder + "/" + path) }
  }
}
