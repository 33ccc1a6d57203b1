import Files
import Glibc

/// Keeps two builds from writing to one output: held for as long as this object lives, freed by the system if the
/// process ends first.
final class OutputLock: Sendable {
  private let descriptor: Int32

  /// - Returns: nil if another build holds the lock, in this process or another.
  init?(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.create, path, code: errno) }
    // A failing initialiser of a class still runs `deinit`, which closes the file.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
