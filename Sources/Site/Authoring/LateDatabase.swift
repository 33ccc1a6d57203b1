import SQL
import Synchronization

/// A database that is loaded when a query is asked first: most pages of a build over an earlier one are taken over, and
/// ask nothing.
final class LateDatabase: QuerySource {
  private let load: @Sendable () throws(SQLError) -> any QuerySource
  private let loaded = Mutex<Result<any QuerySource, SQLError>?>(nil)

  init(_ load: @escaping @Sendable () throws(SQLError) -> any QuerySource) { self.load = load }
}

extension LateDatabase {
  func shape(of sql: String) throws(SQLError) -> QueryShape { try database().shape(of: sql) }

  func run(_ sql: String, _ parameters: [String: ResultValue]) throws(SQLError) -> ResultTable {
    try database().run(sql, parameters)
  }

  private func database() throws(SQLError) -> any QuerySource {
    try loaded.withLock { loaded in
      if let loaded { return loaded }
      let made = Result { () throws(SQLError) in try load() }
      loaded = made
      return made
    }.get()
  }
}
