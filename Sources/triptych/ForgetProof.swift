import Diagnostics
import Files
import Privacy
import Site
import Snapshots

/// Searches published sites and snapshots for traces of customers, and tells each by file and place.
struct ForgetProof {
  private let traces: PersonTraces
  private let search: LeakSearch
  private var files = 0
  private var bytes = 0
  private(set) var lines: [String] = []

  /// So many traces are told.
  private static let most = 1000

  init(_ traces: PersonTraces, jobs: Int) {
    self.traces = traces
    search = LeakSearch(traces.values, jobs: jobs)
  }
}

extension ForgetProof {
  /// Searches a published folder, and what is kept beside it for the next build.
  mutating func search(published folder: String) throws(Diagnostics) {
    guard DiskFileSource().kind(of: folder) == .folder else {
      throw Diagnostics([
        .error(
          "there is no published site in `\(folder)`", help: "build it first, or name the folder with --published")
      ])
    }
    try search(folder: folder)
    let kept = PublishedSite.state(of: folder)
    if DiskFileSource().kind(of: kept) == .folder { try search(folder: kept) }
  }

  mutating func search(snapshot path: String, _ passphrase: PassphraseSource) throws(Diagnostics) {
    var walk = search.walk
    var (files, bytes) = (0, 0)
    try SnapshotError.told { () throws(SnapshotError) in
      try SnapshotFiles(path) { () throws(SnapshotError) in try passphrase.known() }.each { name, content in
        files += 1
        bytes += content.count
        walk.search(name, content)
      }
    }
    self.files += files
    self.bytes += bytes
    tell(walk.found, in: path, separator: ": ")
  }

  var summary: String {
    let people = traces.customers == 1 ? "one customer" : "\(traces.customers) customers"
    let found = lines.isEmpty ? "no trace" : lines.count == 1 ? "one trace" : "\(lines.count) traces"
    return "\(found) of \(people) with \(traces.events) events, in \(files) files, \(ByteCount(bytes))"
  }
}

extension ForgetProof {
  private mutating func search(folder: String) throws(Diagnostics) {
    do throws(FileError) {
      let result = try search.search(folder: folder)
      files += result.files
      bytes += result.bytes
      tell(result.found, in: folder, separator: "/")
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private mutating func tell(_ found: [LeakSearch.Found], in place: String, separator: String) {
    for found in search.confirmed(found) where lines.count < ForgetProof.most {
      let path = found.path.isEmpty ? place : place + separator + found.path
      lines.append("\(path.safeInTerminal), byte \(found.leak.offset): \(found.leak.words)")
    }
  }
}
