import Crename
import Glibc

/// Whole folders of this machine: the steps that put a finished tree in the place of another.
public enum Folders {
  /// The names in a folder, in byte order; nil if it cannot be listed.
  public static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is anything at a path, links followed.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The absolute path, links resolved; the path itself where there is nothing yet.
  public static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Renames a file or folder within one file system; a file or empty folder in its place is replaced.
  public static func move(_ from: String, to: String) throws(FileError) {
    guard rename(from, to) == 0 else { throw FileError(.replace, to, code: errno) }
  }

  /// Exchanges two folders in one step: at every moment either stands whole under either name.
  /// - Returns: false if this file system cannot.
  public static func exchange(_ a: String, _ b: String) throws(FileError) -> Bool {
    if triptych_exchange(a, b) == 0 { return true }
    if errno == ENOSYS || errno == EINVAL { return false }
    throw FileError(.replace, b, code: errno)
  }

  /// Removes a folder and all in it; what is not there is no error.
  public static func remove(_ folder: String) throws(FileError) {
    guard let names = names(in: folder) else {
      if errno == ENOENT { return }
      throw FileError(.replace, folder, code: errno)
    }
    for name in names {
      let path = folder + "/" + name
      if unlink(path) == 0 { continue }
      guard errno == EISDIR || errno == EPERM else { throw FileError(.replace, path, code: errno) }
      try remove(path)
    }
    guard rmdir(folder) == 0 else { throw FileError(.replace, folder, code: errno) }
  }
}
