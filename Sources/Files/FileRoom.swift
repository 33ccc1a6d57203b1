import Glibc

/// Memory into which one file after the other is read: mapping costs a small file more than reading it does, and more
/// still where other threads map theirs. One a worker.
public struct FileRoom: ~Copyable {
  /// Of the longest file that is read; longer ones are mapped.
  static let size = 1 << 20
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)

  public init() {}

  deinit { room.deallocate() }
}

extension FileRoom {
  /// Calls with a file's bytes, which are there for as long as the call.
  public func with(_ path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
    defer { close(descriptor) }
    if let count = try read(descriptor, path) {
      return body(
        UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: room[..<count]).assumingMemoryBound(to: UInt8.self))
      )
    }
    let mapped = try MappedBytes(descriptor: descriptor, path: path)
    withExtendedLifetime(mapped) { body(mapped.bytes) }
  }

  /// - Returns: how many bytes there are; nothing if there may be more than fit.
  private func read(_ descriptor: Int32, _ path: String) throws(FileError) -> Int? {
    var done = 0
    while done < room.count {
      let count = Glibc.read(descriptor, room.baseAddress.map { $0 + done }, room.count - done)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(.read, path, code: errno) }
      if count == 0 { return done }
      done += count
    }
    return nil
  }
}
