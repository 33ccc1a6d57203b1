import Diagnostics
import Files
import Glibc

/// What a build is made from: options, the site's files, the data's files. Kept after a build, so that the next one can
/// tell that nothing has changed without reading anything: a file whose size and time are what they were is believed to
/// say what it said.
struct BuildInputs: Sendable {
  /// Everything but files, in one line each.
  var settings: [String]
  var files: [File]

  struct File: Sendable, Equatable {
    var path: String
    var bytes: Int64
    /// -1 where the time tells nothing: the file may have been written again since within one tick of its clock.
    var modifiedNanoseconds: Int64
    /// Nil as long as nobody has read it.
    var content: ContentDigest?

    /// Nothing is at a path: that is something that can change too.
    static func missing(_ path: String) -> File {
      File(path: path, bytes: -1, modifiedNanoseconds: 0, content: ContentDigest(high: 0, low: 0))
    }
  }
}

extension BuildInputs {
  /// Every file below the paths; a path may be a file too. Their contents are not read.
  init(settings: [String], paths: [String]) throws(FileError) {
    self.settings = settings
    files = []
    let source = DiskFileSource()
    for path in paths {
      switch source.kind(of: path) {
      case .missing: files.append(.missing(path))
      case .file: files.append(File(path))
      case .folder: files += try source.files(under: path).map { File(path + "/" + $0) }
      }
    }
  }

  /// Fills in the contents' digests: those of `before` where size and time are the same, unless all are to be read.
  mutating func read(trusting before: BuildInputs?, jobs: Int) {
    let known = Dictionary((before?.files ?? []).map { ($0.path, $0) }) { $1 }
    let unread = files.indices.filter { index in
      if files[index].content != nil { return false }
      guard let old = known[files[index].path], old.isLike(files[index]) else { return true }
      files[index].content = old.content
      return false
    }
    let contents = InputReader(paths: unread.map { files[$0].path }, jobs: jobs).digests()
    for (index, content) in zip(unread, contents) { files[index].content = content }
  }

  /// Whether a build of these makes what a build of the others made.
  func sayTheSame(as other: BuildInputs) -> Bool {
    settings == other.settings && files.count == other.files.count
      && zip(files, other.files).allSatisfy { $0.path == $1.path && $0.content != nil && $0.content == $1.content }
  }
}

extension BuildInputs.File {
  init(_ path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      (bytes, modifiedNanoseconds) = (-1, 0)
      return
    }
    bytes = Int64(status.st_size)
    let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    modifiedNanoseconds = BuildInputs.File.now - modified < 50_000_000 ? -1 : modified
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  fileprivate func isLike(_ other: BuildInputs.File) -> Bool {
    bytes == other.bytes && modifiedNanoseconds >= 0 && modifiedNanoseconds == other.modifiedNanoseconds
      && content != nil
  }
}
