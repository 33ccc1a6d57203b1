import Diagnostics
import Dispatch
import Events
import Files
import Glibc
import SQL
import Synchronization
import Time

/// The database of the groups: for queries of this process, or as a file for use elsewhere.
public struct GroupDatabase: Sendable {
  let data: GroupData
  let jobs: Int

  /// - Parameter jobs: how many threads fill it, and may read it at once. The bytes do not depend on it.
  public init(_ data: GroupData, jobs: Int) {
    self.data = data
    self.jobs = max(1, jobs)
  }
}

extension GroupDatabase {
  /// A database with every table and no rows, for `QuerySource.shape`.
  public static func empty() throws(SQLError) -> EmptyDatabase { try EmptyDatabase(GroupSchema.whole.schema) }

  /// The value of `:as_of`: the end of data, as the tables write instants.
  public var asOf: String { data.asOf.description }

  /// A database for this process.
  /// - Parameter reads: the tables, and columns of each, that queries will read (`QueryShape.reads`, joined); others
  ///   are not there. Nil: all.
  public func load(
    reads: [String: Set<String>]? = nil, limits: QueryLimits = QueryLimits()
  ) throws(SQLError) -> LoadedDatabase {
    let schema = reads.map { GroupSchema.whole.keeping($0) } ?? .whole
    let loader = try DatabaseLoader(schema.schema)
    try fill(loader, schema)
    return try loader.open(limits: limits, jobs: jobs)
  }

  /// Writes every table to a file of SQLite's, which only its owner can read; the file is put in place when it is
  /// whole. The bytes depend on the data, the rules and the as-of instant alone.
  /// - Throws: also where a file of another kind is in its place.
  public func write(to path: String) throws(Diagnostics) {
    try checkReplaceable(path)
    let made = path + ".new"
    unlink(made)
    do throws(SQLError) {
      let loader = try DatabaseLoader(GroupSchema.whole.schema, at: made)
      try fill(loader, .whole)
      try loader.finish()
    } catch {
      unlink(made)
      throw Diagnostics([.error("cannot write the database `\(path)`: \(error.message)")])
    }
    do throws(FileError) { try Folders.move(made, to: path) } catch {
      unlink(made)
      throw Diagnostics([error.diagnostic])
    }
  }
}

extension GroupDatabase {
  /// Rows are made on all threads, a few runs of parties at a time, while one thread inserts those made before.
  private func fill(_ loader: DatabaseLoader, _ schema: GroupSchema) throws(SQLError) {
    let chunks = data.store.partyRuns
    let fillers = (0..<jobs).map { _ in GroupFiller(schema, data) }
    var stage = FillingStage(fillers: fillers, loader: loader, schema: schema)
    var next = 0
    while next < chunks.count {
      let end = min(chunks.count, next + jobs * 4)
      try stage.run(chunks[next..<end])
      next = end
    }
    try stage.insert()
    try stage.insertLast(days: days)
  }

  private var days: ClosedRange<CivilDate>? {
    DataSpan(data.store.events, asOf: data.asOf).map { data.zone.date($0.first)...data.zone.date($0.last) }
  }

  private func checkReplaceable(_ path: String) throws(Diagnostics) {
    guard Folders.exists(path) else { return }
    let mapped = try? DiskFileSource().map(path)
    let isDatabase = mapped.map { $0.bytes.isEmpty || $0.bytes.starts(with: "SQLite format 3\0".utf8) } ?? false
    guard isDatabase else {
      throw Diagnostics([
        .error("`\(path)` is not a database of SQLite's, and is left as it is", help: "name another file")
      ])
    }
  }
}
