import Diagnostics
import Dispatch
import Events
import Files
import Privacy
import Synchronization

/// Searches a finished tree, before it is published, for anything that its audience may not see.
///
/// Pages are made from what the audience may see alone; this finds what came in by another way: a template that prints
/// too much, a word that an author wrote, a file beside the pages.
struct LeakCheck {
  private let values: ForbiddenValues
  private let audience: String
  private let jobs: Int

  /// Nothing where the audience may see all.
  init?(_ site: SiteProgram, _ data: SiteData, jobs: Int) throws(Diagnostics) {
    let words = try LeakCheck.ownWords(site, data.store)
    guard let values = site.sources.audience.forbidden(behind: data.store, siteWords: words) else { return nil }
    self.values = values
    audience = site.sources.audience.policy.name
    self.jobs = jobs
  }
}

extension LeakCheck {
  /// - Throws: what was found, by file and place.
  func check(_ folder: String) throws(Diagnostics) {
    let files: [String]
    do throws(FileError) { files = try DiskFileSource().files(under: folder).sorted() } catch {
      throw Diagnostics([error.diagnostic])
    }
    let found = Mutex<[Found]>([])
    let failure = Mutex<FileError?>(nil)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var scanner = LeakScanner(values)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        do throws(FileError) {
          let leaks = try scan(files[index], in: folder, &scanner)
          if !leaks.isEmpty { found.withLock { $0 += leaks } }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw Diagnostics([failure.diagnostic]) }
    try tell(found.withLock { $0 })
  }
}

extension LeakCheck {
  /// A leak, or a run that is one if a text says it.
  private struct Found {
    var path: String
    var leak: Leak
    var run: [UInt8]?
  }

  /// Searches a file's bytes and its name.
  private func scan(_ path: String, in folder: String, _ scanner: inout LeakScanner) throws(FileError) -> [Found] {
    var found: [Found] = []
    func take() {
      found += scanner.leaks.map { Found(path: path, leak: $0) }
      found += scanner.suspects.map { Found(path: path, leak: $0.value, run: $0.key) }
    }
    let bytes = try DiskFileSource().map(folder + "/" + path)
    withExtendedLifetime(bytes) { scanner.scan(bytes.bytes) }
    take()
    Array(path.utf8).withUnsafeBufferPointer { scanner.scan($0) }
    take()
    return found
  }

  private func tell(_ found: [Found]) throws(Diagnostics) {
    let confirmed = values.confirmed(Set(found.compactMap(\.run)))
    let leaks = found.filter { $0.run.map(confirmed.contains) ?? true }
      .sorted { ($0.path, $0.leak.offset) < ($1.path, $1.leak.offset) }
    guard !leaks.isEmpty else { return }
    var errors = leaks.prefix(100).map { found in
      Diagnostic.error(
        "\(found.path), byte \(found.leak.offset): \(found.leak.words), which the audience `\(audience)` may not see",
        help: "look for it in templates, pages and files beside them; what the export itself says is taken out before")
    }
    if leaks.count > 100 { errors.append(.error("\(leaks.count - 100) more places")) }
    throw Diagnostics(errors)
  }

  /// What templates, pages and the export's own terms say.
  private static func ownWords(_ site: SiteProgram, _ store: EventStore) throws(Diagnostics) -> [UInt8] {
    var words = site.sources.ownWords
    for topic in store.topics { words += topic.name.utf8 + [0x0A] }
    for channel in store.channels { words += channel.utf8 + [0x0A] }
    for brand in Set(store.parties.map(\.brand)).sorted() { words += store.name(brand).utf8 + [0x0A] }
    for file in store.summary.files { words += file.path.utf8 + [0x0A] }
    return words
  }
}

extension Leak {
  /// What it is, for the author: never what it says.
  fileprivate var words: String {
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
