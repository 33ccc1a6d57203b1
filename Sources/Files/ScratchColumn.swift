import Glibc

/// Values one behind another, in memory as long as they are few and then in a scratch file that is mapped: the system
/// may write its pages back and drop them, so that no number of values fills the memory. One writer at a time; once it is
/// written, any thread may read.
///
///     let column = ScratchColumn<UInt64>(inMemory: 1 << 20)
///     try column.append(7)
public final class ScratchColumn<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: whoever appends or writes does so before it is shared.
  public private(set) var count = 0
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// How many bytes may lie in memory.
  private let limit: Int
  /// Nil while the values are in memory.
  private var file: ScratchFile?

  /// - Parameter inMemory: how many bytes of values may lie in memory before they go to a file.
  public init(inMemory limit: Int) {
    self.limit = limit
    capacity = ScratchColumn.pageful
    base = .allocate(capacity: capacity)
  }

  deinit {
    if file == nil { base.deallocate() } else { unmap() }
  }
}

extension ScratchColumn {
  public func append(_ element: Element) throws(FileError) {
    if count == capacity { try reserve(count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  public func append(contentsOf elements: UnsafeBufferPointer<Element>) throws(FileError) {
    guard let from = elements.baseAddress, !elements.isEmpty else { return }
    try reserve(count + elements.count)
    (base + count).initialize(from: from, count: elements.count)
    count += elements.count
  }

  /// Makes room for so many values and counts them as there; those that are new have any bytes at all until they are
  /// written.
  public func resize(_ count: Int) throws(FileError) {
    try reserve(count)
    self.count = count
  }

  @inline(__always)
  public subscript(index: Int) -> Element {
    get { base[index] }
    set { base[index] = newValue }
  }

  /// All values. The pointers hold until the next value is appended.
  public var values: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: base, count: count) }

  /// Whether the values are in a file.
  public var isSpilled: Bool { file != nil }

  /// Gives the memory of values in a file back to the system: they are read from the file again when they are asked for.
  public func release() { release(0..<count) }

  /// The same for some of the values, as far as they fill whole pages of their own.
  public func release(_ range: Range<Int>) {
    guard file != nil else { return }
    PageRange.release(
      UnsafeRawBufferPointer(
        UnsafeBufferPointer(start: base + range.lowerBound, count: min(range.upperBound, count) - range.lowerBound)))
  }

  /// Forgets the values behind the first `count`, and keeps their room.
  public func truncate(_ count: Int) { self.count = min(count, self.count) }
}

extension ScratchColumn {
  private static var pageful: Int { max(1, 4096 / MemoryLayout<Element>.stride) }

  /// Room grows by half at a time, so that what is reserved of a disk is never far above what is used.
  private func reserve(_ needed: Int) throws(FileError) {
    guard needed > capacity else { return }
    let larger = max(needed, capacity + capacity / 2)
    if file == nil, larger * MemoryLayout<Element>.stride <= limit { move(to: larger) } else { try moveToFile(larger) }
  }

  private func move(to larger: Int) {
    let next = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    PageRange.enlarge(UnsafeRawBufferPointer(UnsafeBufferPointer(start: next, count: larger)))
    next.initialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (next, larger)
  }

  private func moveToFile(_ larger: Int) throws(FileError) {
    let stride = MemoryLayout<Element>.stride
    let target: ScratchFile
    if let file { target = file } else { target = try ScratchFile() }
    let mapped = try target.mapForWriting(larger * stride).assumingMemoryBound(to: Element.self)
    if file == nil {
      mapped.initialize(from: base, count: count)
      base.deallocate()
    } else {
      unmap()
    }
    (file, base, capacity) = (target, mapped, larger)
    ScratchPages.add(base, capacity * stride)
  }

  private func unmap() {
    ScratchPages.remove(base)
    munmap(base, capacity * MemoryLayout<Element>.stride)
  }
}
