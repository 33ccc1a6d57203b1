import ArgumentParser
import Diagnostics
import Files
import Glibc
import Synchronization

/// Standard error, for progress and diagnostics; standard output is for results.
enum Console {
  /// Runs a command's work: diagnostics go to standard error and end it with exit code 1.
  static func run(_ work: () throws(Diagnostics) -> Void) throws {
    // A write over a limit of size then fails with an error like any other, and does not end the process.
    signal(SIGXFSZ, SIG_IGN)
    do throws(Diagnostics) {
      try work()
      guard fflush(nil) == 0 else { throw Diagnostics([FileError(.write, "standard output", code: errno).diagnostic]) }
    } catch {
      clearProgress()
      for diagnostic in error.all { tell(diagnostic.description) }
      throw ExitCode(1)
    }
  }

  static func tell(_ line: String) {
    clearProgress()
    write(line + "\n")
  }

  /// A line that the next one replaces; nothing where standard error is no terminal.
  static func progress(_ line: String) {
    guard isTerminal else { return }
    shown.withLock { shown in
      write("\r\u{1B}[K" + line)
      shown = true
    }
  }

  static let isTerminal = isatty(STDERR_FILENO) == 1
  private static let shown = Mutex(false)

  private static func clearProgress() {
    shown.withLock { shown in
      if shown { write("\r\u{1B}[K") }
      shown = false
    }
  }

  private static func write(_ text: String) {
    var copy = text
    copy.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
