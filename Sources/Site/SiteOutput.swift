import Diagnostics
import Files
import Synchronization

/// The tree under construction: writes what is not published already, and remembers what there is and what points where.
final class SiteOutput: Sendable {
  let staged: StagedOutput
  /// What is published, as far as it may be taken over.
  let base: TreeManifest?
  private let record: TreeRecord
  /// Files that more than one page may write, by their address's hash.
  private let shared = Mutex<[UInt64: ContentDigest]>([:])
  private let hasKept = Mutex(false)
  /// Published pages that somebody changed or removed, by their address's hash.
  private let changed = Mutex<Set<UInt64>>([])

  /// - Parameters:
  ///   - isFull: take nothing over from what is published.
  ///   - inMemory: how many bytes of what is remembered may lie in memory.
  init(_ staged: StagedOutput, isFull: Bool, inMemory: Int) {
    self.staged = staged
    base = isFull ? nil : staged.base
    record = TreeRecord(inMemory: inMemory)
  }
}

extension SiteOutput {
  var pages: Int { record.pages }

  /// Writes a page and notes its links with the worker's.
  func write(page address: String, _ bytes: [UInt8], notes: inout PageNotes) throws(Diagnostics) {
    var failure: Diagnostics?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(Diagnostics) {
        let content = ContentDigest(bytes)
        let flags = try put(address, bytes, content)
        notes.add(page: address, bytes, content, flags: flags)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if notes.isFull { try hand(over: &notes) }
  }

  /// Writes a file that pages may point at. Two pages with the same report write the same one.
  func write(file address: String, _ bytes: [UInt8], notes: inout PageNotes) throws(Diagnostics) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostics) in
      try write(file: address, bytes, notes: &notes)
    }
  }

  func write(
    file address: String, _ bytes: UnsafeBufferPointer<UInt8>, notes: inout PageNotes
  ) throws(Diagnostics) {
    let content = ContentDigest(bytes)
    let isNew = shared.withLock { $0.updateValue(content, forKey: LinkHash.address(address)) != content }
    let flags = isNew ? try put(address, bytes, content) : 0
    notes.add(file: address, content, flags: flags | TreeEntry.shared)
  }

  /// Takes a family of pages over as it is published.
  /// - Parameters:
  ///   - first: the address of its first page.
  ///   - source: what it is made from now.
  /// - Returns: false if it has to be made anew.
  func keep(_ first: String, source: UInt64, notes: inout PageNotes) throws(Diagnostics) -> Bool {
    guard let base, let entry = base.entry(LinkHash.address(first)), entry.source == source,
      notes.keep(entry, of: base)
    else { return false }
    hasKept.withLock { $0 = true }
    if notes.isFull { try hand(over: &notes) }
    return true
  }

  /// Ends a family of pages that are made from one source.
  func endFamily(source: UInt64, notes: inout PageNotes) throws(Diagnostics) {
    notes.endFamily(source: source)
    if notes.isFull { try hand(over: &notes) }
  }

  /// Writes a page with its files.
  /// - Parameter source: what they are made from.
  func write<Value>(
    from source: UInt64?, notes: inout PageNotes, _ body: (inout PageNotes) throws(Diagnostics) -> Value
  ) throws(Diagnostics) -> Value {
    notes.beginPage(source: source ?? 0)
    let value = try body(&notes)
    notes.endPage()
    if notes.isFull { try hand(over: &notes) }
    return value
  }

  /// Takes a page with its files over as it is published. Its links are read again: what they lead to may be gone.
  /// - Returns: false if it has to be made anew.
  func reuse(page address: String, source: UInt64, notes: inout PageNotes) throws(Diagnostics) -> Bool {
    guard let base, let first = base.entry(LinkHash.address(address)), first.source == source else { return false }
    var entries = [first]
    while let next = entries.last?.next, next != 0 {
      // A file that another page has too is that one's.
      guard let entry = base.entry(next), entry.source == source else { return false }
      entries.append(entry)
    }
    return try write(from: source, notes: &notes) { (notes) throws(Diagnostics) in
      add(entries, of: base, notes: &notes)
    }
  }

  /// Takes everything over that is made from a source, however many pages and files.
  /// - Returns: false if there is nothing of that kind, or not all of it is as it was.
  func reuse(all source: UInt64, notes: inout PageNotes) throws(Diagnostics) -> Bool {
    guard let base else { return false }
    let entries = base.entries.filter { $0.source == source }
    notes.source = source
    guard !entries.isEmpty, add(entries, of: base, notes: &notes) else { return false }
    try hand(over: &notes)
    return true
  }

  /// Takes over what a worker noted.
  func hand(over notes: inout PageNotes) throws(Diagnostics) {
    do throws(FileError) { try record.add(notes) } catch { throw Diagnostics([error.diagnostic]) }
    notes.removeAll()
  }

  func write(_ assets: Assets, notes: inout PageNotes) throws(Diagnostics) {
    for file in assets.files { try write(file: file.address, file.bytes, notes: &notes) }
  }

  /// Copies images to where they lie in `Content/`.
  func copy(
    _ images: [String], from content: String, of source: any FileSource, notes: inout PageNotes
  ) throws(Diagnostics) {
    for image in images {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try source.read(content + "/" + image)
      } catch {
        throw Diagnostics([error.diagnostic])
      }
      try write(file: image, bytes, notes: &notes)
    }
  }

  /// What publishing came to.
  enum Outcome {
    case published(files: Int)
    case unchanged(files: Int)
    /// What was taken over does not hold any more: all has to be made anew.
    case stale
  }

  /// Checks addresses and links, and publishes.
  /// - Parameter look: is given the finished tree's folder before anyone else sees it.
  func publish(
    jobs: Int, checking look: (String) throws(Diagnostics) -> Void = { _ in }
  ) throws(Diagnostics) -> Outcome {
    let tree = record.sorted()
    try checkAddresses(tree)
    let carried = hasKept.withLock { $0 } ? base.map { Array($0.references) } ?? [] : []
    let check = LinkCheck(tree: tree, carried: carried) { [staged] in
      staged.read(tree.path(of: $0), isWritten: $0.flags & TreeEntry.written != 0)
    }
    if check.isCarriedBroken { return .stale }
    try checkLinks(check.broken())
    do throws(FileError) { try tree.keepReferences(with: carried) } catch { throw Diagnostics([error.diagnostic]) }
    let published = try staged.publish(tree, jobs: jobs, checking: look)
    switch published {
    case .published: return .published(files: tree.entries.count)
    case .unchanged: return .unchanged(files: tree.entries.count)
    case .missingFile: return .stale
    }
  }
}

extension SiteOutput {
  /// Notes published files as they are; nothing if a page among them is not what was published.
  private func add(_ entries: [TreeEntry], of base: TreeManifest, notes: inout PageNotes) -> Bool {
    var pages: [(address: String, bytes: [UInt8], entry: TreeEntry)] = []
    var files: [(address: String, entry: TreeEntry)] = []
    for entry in entries {
      let address = base.path(of: entry)
      guard address.hasSuffix(".html") else {
        files.append((address, entry))
        continue
      }
      guard let bytes = staged.read(address, isWritten: false), ContentDigest(bytes) == entry.content else {
        changed.withLock { _ = $0.insert(entry.address) }
        return false
      }
      pages.append((address, bytes, entry))
    }
    for page in pages {
      page.bytes.withUnsafeBufferPointer { notes.add(page: page.address, $0, page.entry.content, flags: 0) }
    }
    for file in files { notes.add(file: file.address, file.entry.content) }
    return true
  }

  /// Writes a file unless the same is published.
  /// - Returns: the flags of its entry.
  private func put(
    _ address: String, _ bytes: UnsafeBufferPointer<UInt8>, _ content: ContentDigest
  ) throws(Diagnostics) -> UInt32 {
    if let entry = base?.entry(LinkHash.address(address)), entry.content == content,
      !changed.withLock({ $0.contains(entry.address) })
    {
      return 0
    }
    try staged.put(address, bytes)
    return TreeEntry.written
  }

  /// - Throws: one error for each address that two things were written to: which of them came last is chance.
  private func checkAddresses(_ tree: SortedTree) throws(Diagnostics) {
    let doubles = tree.joinDoubles()
    guard !doubles.isEmpty else { return }
    throw Diagnostics(
      doubles.map {
        .error(
          "two things have the address `\($0)`", help: "give the page another `address`, or the file another name")
      })
  }

  /// - Throws: one error for each link without a target, the first hundred.
  private func checkLinks(_ broken: [(page: String, target: String)]) throws(Diagnostics) {
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
}
