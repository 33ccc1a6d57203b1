import Files
import Glibc
import Synchronization

/// Blocks of packed records: in memory as far as the budget goes, then in a scratch file.
final class BlockPool: Sendable {
  private static let slabSize = 1 << 26

  private let limit: Int
  private let blockSize: Int
  private let state = Mutex(State())

  private struct State: @unchecked Sendable {
    var places: [Place] = []
    var slabs: [UnsafeMutableRawPointer] = []
    /// Behind the last block of the last slab.
    var slabUsed = BlockPool.slabSize
    var held = 0
    var file: ScratchFile?
    var failure: FileError?
  }

  /// Where a block's bytes are.
  private struct Place: @unchecked Sendable {
    var memory: UnsafeMutableRawPointer?
    var size: Int
    var offset = 0
  }

  /// One writer's until it is full.
  struct Block: @unchecked Sendable {
    var index: Int
    var memory: UnsafeMutableRawPointer
    var size: Int
  }

  /// - Parameters:
  ///   - limit: how many bytes of full blocks may lie in memory.
  ///   - blockSize: of most blocks; a power of two.
  init(limit: Int, blockSize: Int = 1 << 16) {
    self.limit = limit
    self.blockSize = blockSize
  }

  deinit {
    state.withLock { state in
      for place in state.places where place.size > blockSize { place.memory?.deallocate() }
      for slab in state.slabs { munmap(slab, BlockPool.slabSize) }
    }
  }
}

extension BlockPool {
  /// Takes over a full block, if there is one, and hands out an empty one of at least so many bytes.
  func exchange(_ full: Block?, atLeast size: Int) -> Block {
    state.withLock { state in
      let size = max(size, blockSize)
      if let full, state.held > limit { spill(full, &state) }
      let memory = full.flatMap { reuse($0, size, &state) } ?? allocate(size, &state)
      state.places.append(Place(memory: memory, size: size))
      return Block(index: state.places.count - 1, memory: memory, size: size)
    }
  }

  /// Why the scratch file could not be written, if it could not: the blocks are then not whole.
  var failure: FileError? { state.withLock { $0.failure } }

  /// Calls with a part of a block's bytes, which come from the file into `buffer` if they are not in memory.
  func withBytes(
    of block: Int, _ range: Range<Int>, _ buffer: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) {
    let (place, file) = state.withLock { state in
      (state.places[block], state.file)
    }
    if let memory = place.memory {
      return body(UnsafeRawBufferPointer(start: memory + range.lowerBound, count: range.count))
    }
    // Texts are read by words, past the end of the last.
    if buffer.count < range.count + 16 { buffer = [UInt8](repeating: 0, count: range.count + 16) }
    var failure: FileError?
    buffer.withUnsafeMutableBytes { room in
      let part = UnsafeMutableRawBufferPointer(rebasing: room[..<range.count])
      do throws(FileError) { try file?.read(at: place.offset + range.lowerBound, into: part) } catch { failure = error }
      body(UnsafeRawBufferPointer(part))
    }
    if let failure { throw failure }
  }

  /// Gives blocks' memory back to the system.
  func release(_ blocks: some Sequence<Int>) {
    state.withLock { state in
      for block in blocks {
        guard let memory = state.places[block].memory else { continue }
        state.places[block].memory = nil
        if state.places[block].size > blockSize {
          memory.deallocate()
        } else {
          PageRange.release(UnsafeRawBufferPointer(start: memory, count: blockSize))
        }
      }
    }
  }
}

extension BlockPool {
  private func spill(_ full: Block, _ state: inout State) {
    do throws(FileError) {
      let file: ScratchFile
      if let open = state.file { file = open } else { file = try ScratchFile() }
      state.file = file
      state.places[full.index].offset = file.count
      try file.append(
        UnsafeBufferPointer(start: full.memory.assumingMemoryBound(to: UInt8.self), count: full.size))
    } catch {
      state.failure = error
    }
    state.places[full.index].memory = nil
    state.held -= full.size
  }

  /// A spilled block's memory for the next one.
  private func reuse(_ full: Block, _ size: Int, _ state: inout State) -> UnsafeMutableRawPointer? {
    guard state.places[full.index].memory == nil else { return nil }
    if size == full.size, size == blockSize {
      state.held += size
      return full.memory
    }
    if full.size > blockSize { full.memory.deallocate() }
    return nil
  }

  private func allocate(_ size: Int, _ state: inout State) -> UnsafeMutableRawPointer {
    state.held += size
    if size > blockSize { return .allocate(byteCount: size, alignment: 16) }
    if state.slabUsed == BlockPool.slabSize {
      let slab = mmap(
        nil, BlockPool.slabSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      guard let slab, slab != MAP_FAILED else { preconditionFailure("out of memory") }
      state.slabs.append(slab)
      state.slabUsed = 0
    }
    defer { state.slabUsed += size }
    return state.slabs[state.slabs.count - 1] + state.slabUsed
  }
}
