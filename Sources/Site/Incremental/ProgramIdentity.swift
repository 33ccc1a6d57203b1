import Files
import Glibc

/// Which program makes the pages: its file's size and time, so that a new build of it makes everything anew.
enum ProgramIdentity {
  static let text: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()
}
