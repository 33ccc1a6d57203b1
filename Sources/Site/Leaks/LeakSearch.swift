import Dispatch
import Files
import Privacy
import Synchronization

/// Searches files for what may not be in them.
public struct LeakSearch: Sendable {
  private let values: ForbiddenValues
  private let jobs: Int

  public init(_ values: ForbiddenValues, jobs: Int) {
    self.values = values
    self.jobs = jobs
  }

  /// A leak in a file, or a place that is one if a text says what stands there.
  public struct Found: Sendable {
    public var path: String
    public var leak: Leak
    fileprivate var suspect: LeakSuspect?
  }

  /// Searches one file after the other.
  public struct Walk {
    private var scanner: LeakScanner
    public private(set) var found: [Found] = []

    fileprivate init(_ values: ForbiddenValues) { scanner = LeakScanner(values) }

    /// Searches a file's bytes and its name.
    public mutating func search(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) {
      scanner.scan(bytes)
      take(path)
      Array(path.utf8).withUnsafeBufferPointer { scanner.scan($0) }
      take(path)
    }

    private mutating func take(_ path: String) {
      found += scanner.leaks.map { Found(path: path, leak: $0) }
      found += scanner.suspects.map { Found(path: path, leak: $0.leak, suspect: $0) }
    }
  }
}

extension LeakSearch {
  public var walk: Walk { Walk(values) }

  /// Searches every file below a folder.
  /// - Returns: what was found, and how many files and bytes there are.
  public func search(folder: String) throws(FileError) -> (found: [Found], files: Int, bytes: Int) {
    let files = try DiskFileSource().files(under: folder)
    let all = Mutex<(found: [Found], bytes: Int)>(([], 0))
    let failure = Mutex<FileError?>(nil)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var walk = walk
      let room = FileRoom()
      var bytes = 0
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < files.count else { break }
        do throws(FileError) {
          try room.with(folder + "/" + files[index]) {
            bytes += $0.count
            walk.search(files[index], $0)
          }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
      let (found, read) = (walk.found, bytes)
      all.withLock { $0 = ($0.found + found, $0.bytes + read) }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    let (found, bytes) = all.withLock { $0 }
    return (found, files.count, bytes)
  }

  /// What is a leak indeed, by file and place; of a run of text the first place.
  public func confirmed(_ found: [Found]) -> [Found] {
    let confirmed = values.confirmed(Set(found.compactMap(\.suspect)))
    let leaks = found.filter { $0.suspect.map(confirmed.contains) ?? true }
      .sorted { ($0.path, $0.leak.offset) < ($1.path, $1.leak.offset) }
    var told: [Found] = []
    var last: Found?
    for found in leaks {
      defer { last = found }
      if let last, last.suspect != nil, found.suspect != nil, last.path == found.path,
        found.leak.offset - last.leak.offset < LeakSearch.runGap
      {
        continue
      }
      told.append(found)
    }
    return told
  }

  /// Places of a text nearer than so many bytes are of one run.
  private static var runGap: Int { 48 }
}

extension Leak {
  /// What it is: never what it says.
  public var words: String {
    let thing =
      switch kind {
      case .text: "a run of what someone wrote"
      case .value(.email): "a mail address of the export"
      case .value(.phone): "a telephone number of the export"
      case .value(.name): "a name of the export"
      case .value(.address): "a postal address of the export"
      case .value: "an id of the export"
      }
    return switch form {
    case .plain: thing
    case .escaped: thing + " behind escapes"
    case .base64: thing + " as base64"
    case .hex: thing + " in hexadecimal"
    }
  }
}
