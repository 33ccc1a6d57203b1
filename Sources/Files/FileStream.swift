import Glibc

/// A file of a sink that is written piece by piece, for output that is larger than memory should hold. A sink that is
/// no disk gets the whole of it when the stream is closed.
public final class FileStream {
  private let path: String
  private let sink: any FileSink
  /// Of the open file; nil where the sink is no disk, and once closed.
  private var descriptor: Int32?
  private var collected: [UInt8] = []

  /// Creates the file, or empties it, and makes its folders.
  public init(_ path: String, in sink: any FileSink) throws(FileError) {
    self.sink = sink
    guard let disk = sink as? DiskFileSink else {
      self.path = path
      return
    }
    self.path = disk.root + "/" + path
    // An empty write makes the folders, empties the file and, if this fails, says so as any other write does. The file
    // is not emptied here again: ext4 writes one to the disk when it is closed that was emptied since it was opened.
    try disk.write(path, [])
    let opened = open(self.path, O_WRONLY | O_CLOEXEC)
    guard opened >= 0 else { throw FileError(.write, self.path, code: errno) }
    descriptor = opened
  }

  deinit { if let descriptor { Glibc.close(descriptor) } }
}

extension FileStream {
  public func append(_ bytes: [UInt8]) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FileError) { try append(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    if let descriptor {
      try DiskFileSink.writeAll(bytes, to: descriptor, path: path)
    } else {
      collected.append(contentsOf: bytes)
    }
  }

  /// Ends the file; to be called once, after the last piece.
  public func close() throws(FileError) {
    guard let descriptor else { return try sink.write(path, collected) }
    self.descriptor = nil
    guard Glibc.close(descriptor) == 0 else { throw FileError(.write, path, code: errno) }
  }
}
