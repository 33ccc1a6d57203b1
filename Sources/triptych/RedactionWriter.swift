import Diagnostics
import Files
import Glibc
import Privacy

/// Reads texts line by line and writes them without personal data to standard output, or what was found in them.
struct RedactionWriter {
  private static let block = 1 << 20

  private var redactor: Redactor
  private let listsFindings: Bool
  /// Of the file that is read.
  private var line = 0
  private var output: [UInt8] = []
  private var found: [Finding] = []
  /// By the kind's place, how a line ends that tells it.
  private let kinds = PersonalKind.allCases.map { Array(#","kind":"\#($0.rawValue)"}\#n"#.utf8) }

  init(_ redactor: Redactor, listsFindings: Bool) {
    self.redactor = redactor
    self.listsFindings = listsFindings
  }
}

extension RedactionWriter {
  mutating func write(_ path: String) throws(Diagnostics) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Diagnostics([FileError(.read, path, code: errno).diagnostic]) }
    defer { close(file) }
    line = 0
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: RedactionWriter.block)
    while true {
      let count = block.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw Diagnostics([FileError(.read, path, code: errno).diagnostic]) }
      if count == 0 { break }
      text += block[..<count]
      try takeLines(of: &text)
    }
    if !text.isEmpty { text.withUnsafeBufferPointer { take($0, ending: false) } }
    try flush(atLeast: 0)
  }

  /// Takes the whole lines from the front.
  private mutating func takeLines(of text: inout [UInt8]) throws(Diagnostics) {
    let taken = text.withUnsafeBufferPointer { bytes in
      var from = 0
      while let end = RedactionWriter.lineEnd(bytes, from) {
        take(UnsafeBufferPointer(rebasing: bytes[from..<end]), ending: true)
        from = end + 1
      }
      return from
    }
    text.removeFirst(taken)
    try flush(atLeast: RedactionWriter.block)
  }

  private static func lineEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard let base = text.baseAddress, let end = memchr(base + start, 0x0A, text.count - start) else { return nil }
    return UnsafeRawPointer(end) - UnsafeRawPointer(base)
  }

  private mutating func take(_ text: UnsafeBufferPointer<UInt8>, ending: Bool) {
    line += 1
    if listsFindings {
      redactor.findings(in: text, into: &found)
      for place in found.indices { list(found[place]) }
    } else {
      redactor.write(text, to: &output)
      if ending { output.append(0x0A) }
    }
  }

  /// The bytes' places are those in the line, from 0.
  private mutating func list(_ finding: Finding) {
    for (name, number) in [
      (#"{"line":"#, line), (#","start":"#, finding.range.lowerBound), (#","end":"#, finding.range.upperBound),
    ] as [(StaticString, Int)] {
      output += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      append(number)
    }
    output += kinds[finding.kind.place]
  }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    output.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func flush(atLeast count: Int) throws(Diagnostics) {
    guard output.count >= count, !output.isEmpty else { return }
    var from = 0
    while from < output.count {
      let count = output.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + from }, $0.count - from)
      }
      guard count > 0 else { throw Diagnostics([FileError(.write, "standard output", code: errno).diagnostic]) }
      from += count
    }
    output.removeAll(keepingCapacity: true)
  }
}
