import Files
import Glibc
import Snapshots

/// Where a passphrase comes from: a file, the environment, or the terminal, where it is not shown. Never an argument,
/// which every process of the machine could read.
struct PassphraseSource: Sendable {
  var file: String?

  static let variable = "TRIPTYCH_PASSPHRASE"
  private static let interrupt: UInt8 = 3
}

extension PassphraseSource {
  /// For a new snapshot: typed twice.
  func new() throws(SnapshotError) -> Passphrase {
    if let given = try given() { return try Passphrase(new: given) }
    guard let first = ask("Passphrase for the snapshot: "), let second = ask("The same again: ") else {
      throw .noPassphrase
    }
    guard first == second else { throw .passphrasesDiffer }
    return try Passphrase(new: first)
  }

  /// For a snapshot that there is; nil if nobody gives one.
  func known() throws(SnapshotError) -> Passphrase? {
    if let given = try given() { return Passphrase(given) }
    return ask("Passphrase of the snapshot (empty: check without it): ").flatMap { $0.isEmpty ? nil : Passphrase($0) }
  }
}

extension PassphraseSource {
  private func given() throws(SnapshotError) -> String? {
    if let file {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try DiskFileSource().read(file) } catch { throw .file(error) }
      let text = String(decoding: bytes, as: UTF8.self)
      return String(text.prefix { !$0.isNewline })
    }
    return getenv(PassphraseSource.variable).map { String(cString: $0) }
  }

  /// - Returns: nil where there is no terminal.
  private func ask(_ question: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var quiet = before
    // Ctrl-C comes as a byte too: it must not end the program while the terminal is quiet.
    quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 else { return nil }
    defer {
      _ = tcsetattr(terminal, TCSAFLUSH, &before)
      _ = write(terminal, "\n", 1)
    }
    _ = write(terminal, question, question.utf8.count)
    return line(from: terminal)
  }

  private func line(from terminal: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      if byte == PassphraseSource.interrupt { return nil }
      bytes.append(byte)
    }
    return nil
  }
}
