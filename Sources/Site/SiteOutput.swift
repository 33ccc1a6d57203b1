import Diagnostics
import Files
import Synchronization

/// The tree under construction: writes pages and files, and remembers what there is and what points where.
final class SiteOutput: Sendable {
  private struct State {
    /// What was written to an address, a digest of its bytes if that may be written again.
    var written: [String: UInt64?] = [:]
    /// Addresses to which different things were written.
    var doubles: Set<String> = []
    var pages = 0
    var links = LinkIndex()
  }

  private let sink: any FileSink
  private let state = Mutex(State())

  init(sink: any FileSink) { self.sink = sink }
}

extension SiteOutput {
  /// Every file written, sorted.
  var files: [String] { state.withLock { SiteOutput.sorted($0.written.keys) } }
  var pages: Int { state.withLock { $0.pages } }

  /// Writes a page and notes its links in the worker's own index.
  func write(page address: String, _ bytes: [UInt8], links: inout LinkIndex) throws(Diagnostics) {
    bytes.withUnsafeBufferPointer { links.add(page: address, $0) }
    try write(address, bytes, digest: nil)
    state.withLock { $0.pages += 1 }
  }

  /// Writes a file that pages may point at. Two pages with the same report write the same one.
  func write(file address: String, _ bytes: [UInt8]) throws(Diagnostics) {
    try write(address, bytes, digest: BytesDigest.of(bytes))
    state.withLock { $0.links.add(file: address) }
  }

  func write(_ assets: Assets) throws(Diagnostics) {
    for file in assets.files { try write(file: file.address, file.bytes) }
  }

  /// Copies images to where they lie in `Content/`.
  func copy(_ images: [String], from content: String, of source: any FileSource) throws(Diagnostics) {
    for image in images {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try source.read(content + "/" + image)
      } catch {
        throw Diagnostics([error.diagnostic])
      }
      try write(file: image, bytes)
    }
  }

  func merge(_ links: LinkIndex) { state.withLock { $0.links.merge(links) } }

  /// - Throws: one error for each address that two things were written to: which of them came last is chance.
  func checkAddresses() throws(Diagnostics) {
    let doubles = state.withLock { SiteOutput.sorted($0.doubles) }
    guard !doubles.isEmpty else { return }
    throw Diagnostics(
      doubles.map {
        .error(
          "two things have the address `\($0)`", help: "give the page another `address`, or the file another name")
      })
  }

  /// - Throws: one error for each link without a target, the first hundred.
  func checkLinks() throws(Diagnostics) {
    let broken = state.withLock { $0.links.broken() }
    guard !broken.isEmpty else { return }
    var errors = broken.prefix(100).map { link in
      Diagnostic.error(
        "the link to `\(link.target)` leads nowhere", at: Place(path: link.page),
        help: link.target.hasPrefix("faq.html#")
          ? "every term on a page needs its entry in Content/faq.md: write one with that id" : nil)
    }
    if broken.count > 100 { errors.append(.error("\(broken.count - 100) more links lead nowhere")) }
    throw Diagnostics(errors)
  }

  private func write(_ address: String, _ bytes: [UInt8], digest: UInt64?) throws(Diagnostics) {
    do throws(FileError) { try sink.write(address, bytes) } catch { throw Diagnostics([error.diagnostic]) }
    state.withLock { state in
      if let before = state.written.updateValue(digest, forKey: address), digest == nil || before != digest {
        state.doubles.insert(address)
      }
    }
  }

  private static func sorted(_ addresses: some Sequence<String>) -> [String] {
    addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
