import Crypto
import Foundation
import Time

/// Reads a manifest, piece by piece.
struct ManifestReader {
  /// What stands before and behind the files.
  struct Head: Decodable, Equatable {
    var format: String
    var program: String
    var audience: String
    var asOf: String?
    var expires: String?
    var inputs: String?
    var rules: [String]
    var first: String
    var content: String
    var seal: String
  }

  let head: Head
  private let lines: [UnsafeBufferPointer<UInt8>.SubSequence]

  /// - Parameter bytes: must outlive the reader.
  /// - Returns: nil for what is no manifest, or was changed since it was written.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let isFile = { (line: UnsafeBufferPointer<UInt8>.SubSequence) in line.starts(with: ManifestReader.start) }
    let others = lines.filter { !isFile($0) }
    guard let seal = others.dropLast().last, others.last?.elementsEqual("}".utf8) == true,
      let head = try? JSONDecoder().decode(Head.self, from: Data(others.joined(separator: [0x0A]))),
      head.format == Manifest.format,
      head.seal == Digest.text(of: UnsafeBufferPointer(rebasing: bytes[..<seal.startIndex]))
    else { return nil }
    self.head = head
    self.lines = lines.filter(isFile)
  }

  private static let start = Array("    {\"path\": ".utf8)
}

extension ManifestReader {
  var facts: SnapshotFacts {
    SnapshotFacts(
      program: head.program, audience: head.audience, asOf: head.asOf, expires: head.expires.flatMap(CivilDate.init),
      inputs: head.inputs, rules: head.rules)
  }

  var count: Int { lines.count }

  /// In the order of the snapshot; a line that says nothing ends them.
  func files() -> some Sequence<Manifest.File> {
    lines.lazy.map { ManifestReader.file($0) }.prefix { $0 != nil }.compactMap { $0 }
  }

  private static func file(_ line: UnsafeBufferPointer<UInt8>.SubSequence) -> Manifest.File? {
    let body = line.last == UInt8(ascii: ",") ? line.dropLast() : line
    return try? JSONDecoder().decode(Manifest.File.self, from: Data(body))
  }
}
