import Glibc

/// Where a room's output goes. Paths are relative to the sink's root, with `/`; folders are made as needed.
/// Writers on several threads may share a sink.
public protocol FileSink: Sendable {
  /// Creates the file, or replaces what is in it.
  func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(FileError)
}

extension FileSink {
  public func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    // `withUnsafeBufferPointer` is not typed for throwing closures that throw `FileError` in a protocol's extension.
    var failure: FileError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FileError) { try write(path, buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
