import Foundation

/// A passphrase, never shown: what prints it prints its name.
public struct Passphrase: Sendable, CustomStringConvertible, CustomReflectable {
  /// In UTF-8, composed (NFC), as the page in the browser does it: the same word is the same bytes on every keyboard.
  let bytes: [UInt8]

  /// A shorter one could be guessed by whoever has the file.
  public static let least = 12

  public var description: String { "passphrase" }
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Any one, to open what is locked.
  public init(_ text: String) { bytes = Array(text.precomposedStringWithCanonicalMapping.utf8) }

  /// One to lock with.
  public init(new text: String) throws(SnapshotError) {
    guard text.count >= Passphrase.least else { throw .weakPassphrase(least: Passphrase.least) }
    self.init(text)
  }
}
