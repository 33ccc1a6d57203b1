import Diagnostics
import Glibc

extension FileError {
  /// The sentence for a person: what could not be done, the system's words, and what to do where that is known.
  public var diagnostic: Diagnostic {
    let reason = String(cString: strerror(code))
    return .error("cannot \(step.rawValue) `\(path)`: \(reason)", help: help)
  }

  private var help: String? {
    switch code {
    case ENOENT: "check the path; relative paths start at the folder you are in, those of a site's data at its Content/"
    case EACCES, EPERM: "check who may read and write there"
    case EROFS: "choose a place that can be written to"
    case ENOTDIR: "a step of the path is a file where a folder is needed"
    case EFBIG: "raise the limit with `ulimit -f`; what was published before is untouched"
    case ENOSPC, EDQUOT: "free some room on the disk; what was published before is untouched"
    case EMFILE: "too many files are open: raise the limit with `ulimit -n`"
    default: nil
    }
  }
}
