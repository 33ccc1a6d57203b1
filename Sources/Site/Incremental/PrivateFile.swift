import Files
import Glibc

/// A file that only its owner may read, replaced whole or not at all.
enum PrivateFile {
  static func write(_ text: String, to path: String) throws(FileError) {
    let next = path + ".next"
    let descriptor = open(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(.write, next, code: errno) }
    defer { close(descriptor) }
    var failure: FileError?
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      do throws(FileError) { try DiskFileSink.writeAll(bytes, to: descriptor, path: next) } catch { failure = error }
    }
    if let failure { throw failure }
    try Folders.move(next, to: path)
  }
}
