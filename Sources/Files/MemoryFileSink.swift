import Synchronization

/// A test's output: paths and contents.
public final class MemoryFileSink: FileSink {
  private let contents = Mutex<[String: [UInt8]]>([:])

  public init() {}

  public func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    contents.withLock { $0[path] = Array(bytes) }
  }

  public var files: [String: String] {
    contents.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
  }
}
