import Diagnostics
import Events
import Files
import Grouping
import Time

/// Reads a site's data as its configuration, or the command line, names it.
public struct DataLoader: Sendable {
  private let entries: [DataEntry]
  private let rules: RuleSet
  private let jobs: Int
  private let memory: MemoryBudget
  /// Who is left out.
  private var omission: Omission?

  /// The configuration's data, relative to the site's `Content/`.
  public init(
    _ configuration: SiteConfiguration, root: String, rules: RuleSet, jobs: Int, memory: MemoryBudget
  ) throws(Diagnostics) {
    var entries: [DataEntry] = []
    for data in configuration.data {
      let zone = try DataLoader.zone(of: data, in: configuration)
      let isBelow = !data.path.hasPrefix("/") && !data.path.split(separator: "/").contains("..")
      let path = data.path.hasPrefix("/") ? data.path : root + "/Content/" + data.path
      entries.append(
        DataEntry(
          path: path, shownPath: isBelow ? data.path : nil, brand: data.brand, columns: data.columns,
          values: data.values, zone: zone))
    }
    self.init(entries: entries, rules: rules, jobs: jobs, memory: memory)
  }

  /// The same without those who are left out.
  public func omitting(_ omission: Omission?) -> DataLoader {
    var loader = self
    loader.omission = omission
    return loader
  }

  /// Paths of the command line, relative to the current folder.
  public init(paths: [String], rules: RuleSet, jobs: Int, memory: MemoryBudget) {
    self.init(entries: paths.map { DataEntry(path: $0) }, rules: rules, jobs: jobs, memory: memory)
  }

  private static func zone(
    of data: SiteConfiguration.Data, in configuration: SiteConfiguration
  ) throws(Diagnostics) -> Zone? {
    guard let name = data.timezone else { return nil }
    return try SiteSources.zone(named: name, in: configuration)
  }

  private init(entries: [DataEntry], rules: RuleSet, jobs: Int, memory: MemoryBudget) {
    self.entries = entries
    self.rules = rules
    self.jobs = jobs
    self.memory = memory
  }
}

extension DataLoader {
  /// The files and folders that are read.
  var paths: [String] { entries.map(\.path) }

  /// - Parameter progress: told from the threads that read.
  /// - Returns: all accepted events; what was rejected is in its summary.
  /// - Throws: if no data is named, a file cannot be read, or no event is found.
  public func load(progress: (@Sendable (Events.Progress) -> Void)? = nil) throws(Diagnostics) -> EventStore {
    try read { (reader) throws(ExportError) in try reader.read(entries, progress: progress) }
  }

  /// Whether any customers are left out.
  public var leavesSomeOut: Bool { omission != nil }

  /// The same to be taken a range of customers at a time; for data of which nobody is left out.
  public func loadRanges(
    progress: (@Sendable (Events.Progress) -> Void)? = nil
  ) throws(Diagnostics) -> RangedExport {
    try read { (reader) throws(ExportError) in try reader.readRanges(entries, progress: progress) }
  }

  private func read<Export>(
    _ take: (ExportReader) throws(ExportError) -> Export
  ) throws(Diagnostics) -> Export {
    guard !entries.isEmpty else {
      throw Diagnostics([
        .error("the site names no data", help: "list files or folders under `data` in Content/site.yml")
      ])
    }
    let rules = rules
    var reader = ExportReader(source: DiskFileSource(), jobs: jobs, memory: memory) { rules.rules(for: $0).aiActors }
    reader.omission = omission
    do throws(ExportError) { return try take(reader) } catch { throw Diagnostics([error.diagnostic]) }
  }
}
