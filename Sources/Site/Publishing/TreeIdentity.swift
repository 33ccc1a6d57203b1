import Glibc

/// Tells whether a folder is still the tree that a manifest was written for: its inode, which goes with it when folders
/// are exchanged, and the last time a name at its top came or went.
struct TreeIdentity: Equatable {
  let inode: UInt64
  let modifiedNanoseconds: Int64

  /// - Returns: nil if there is no folder.
  init?(of folder: String) {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    inode = UInt64(status.st_ino)
    modifiedNanoseconds = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// The name of the tree's manifest in the state folder.
  var manifestName: String { "\(TreeIdentity.prefix)\(inode)-\(modifiedNanoseconds)" }

  static let prefix = "manifest-"
}
