import Crypto
import Files

/// Writes a manifest file by file, into a scratch file: it may be larger than memory should hold.
struct ManifestWriter {
  private let scratch: ScratchFile
  private var seal = SHA256()
  private var content = SHA256()
  private var isEmpty = true
  private var buffer: [UInt8] = []
}

extension ManifestWriter {
  init(_ facts: SnapshotFacts, first: String) throws(SnapshotError) {
    scratch = try SnapshotError.files { () throws(FileError) in try ScratchFile() }
    try write("{\n")
    for (key, value) in ManifestWriter.lines(facts, first: first) { try write("  \"\(key)\": \(value),\n") }
    try write("  \"files\": [\n")
  }

  mutating func add(_ file: Manifest.File) throws(SnapshotError) {
    let line = "{\"path\": \(file.path.quotedForJSON), \"bytes\": \(file.bytes), \"sha256\": \"\(file.sha256)\"}"
    content.update(data: Array((line + "\n").utf8))
    try write((isEmpty ? "    " : ",\n    ") + line)
    isEmpty = false
  }

  /// - Returns: the whole manifest.
  mutating func finish() throws(SnapshotError) -> MappedBytes {
    try write("\n  ],\n  \"content\": \"\(Digest.text(content.finalize()))\",\n")
    try flush()
    buffer = Array("  \"seal\": \"\(Digest.text(seal.finalize()))\"\n}\n".utf8)
    try append()
    let scratch = scratch
    return try SnapshotError.files { () throws(FileError) in try scratch.map() }
  }
}

extension ManifestWriter {
  private static func lines(_ facts: SnapshotFacts, first: String) -> [(String, String)] {
    [
      ("format", Manifest.format.quotedForJSON), ("program", facts.program.quotedForJSON),
      ("audience", facts.audience.quotedForJSON), ("asOf", facts.asOf?.quotedForJSON ?? "null"),
      ("expires", facts.expires?.description.quotedForJSON ?? "null"),
      ("inputs", facts.inputs?.quotedForJSON ?? "null"),
      ("rules", "[" + facts.rules.map(\.quotedForJSON).joined(separator: ", ") + "]"), ("first", first.quotedForJSON),
    ]
  }

  private mutating func write(_ text: String) throws(SnapshotError) {
    buffer += text.utf8
    if buffer.count > 1 << 16 { try flush() }
  }

  private mutating func flush() throws(SnapshotError) {
    seal.update(data: buffer)
    try append()
  }

  private mutating func append() throws(SnapshotError) {
    let (scratch, bytes) = (scratch, buffer)
    try SnapshotError.files { () throws(FileError) in
      try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try scratch.append(bytes) }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
