import Files
import GRDB
import GRDBSQLite
import Glibc

/// A file for a database that nobody else can read (mode 0600). Its name is removed as soon as SQLite has it open, so
/// that nothing survives a crash; what was written is then mapped, and readers share the mapping instead of a file.
final class ScratchBytes: @unchecked Sendable {
  // Unchecked: `base` is set once by `map`, before the file is shared.
  let path: String
  private let descriptor: Int32
  private var base: UnsafeMutableRawPointer?
  private var count = 0

  init(folder: String) throws(SQLError) {
    var template = Array((folder + "/triptych-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SQLError(.failed, "cannot create a file in `\(folder)`: \(describe(errno))") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    if let base {
      ScratchPages.remove(base)
      munmap(base, count)
    }
    close(descriptor)
  }
}

extension ScratchBytes {
  func forgetName() { unlink(path) }

  /// Maps what was written.
  func map() throws(SQLError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SQLError(.failed, "cannot read the database's file: \(describe(errno))")
    }
    // A database without a table has no bytes.
    guard status.st_size > 0 else { return }
    let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      throw SQLError(.failed, "cannot map the database's file: \(describe(errno))")
    }
    base = mapped
    count = Int(status.st_size)
    ScratchPages.add(mapped, count)
  }

  /// Makes the mapped database that of a connection, which never writes to it.
  func open(in database: Database) throws {
    guard let bytes = base?.assumingMemoryBound(to: UInt8.self) else { return }
    let code = sqlite3_deserialize(
      database.sqliteConnection, "main", bytes, Int64(count), Int64(count), UInt32(SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK else { throw SQLError(.failed, String(cString: sqlite3_errstr(code))) }
    // Pages are then read in place and not copied.
    try database.execute(sql: "pragma mmap_size = \(count)")
  }
}

/// The system's words for an error number.
func describe(_ code: Int32) -> String { String(cString: strerror(code)) }
