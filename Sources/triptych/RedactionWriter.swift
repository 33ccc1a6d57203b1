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
    if !text.isEmpty { take(text[...], ending: false) }
    try flush(atLeast: 0)
  }

  /// Takes the whole lines from the front.
  private mutating func takeLines(of text: inout [UInt8]) throws(Diagnostics) {
    var from = 0
    while let end = text[from...].firstIndex(of: 0x0A) {
      take(text[from..<end], ending: true)
      from = end + 1
      try flush(atLeast: RedactionWriter.block)
    }
    text.removeFirst(from)
  }

  private mutating func take(_ text: ArraySlice<UInt8>, ending: Bool) {
    line += 1
    if listsFindings {
      for finding in text.withUnsafeBufferPointer({ redactor.findings(in: $0) }) { list(finding) }
    } else {
      text.withUnsafeBufferPointer { redactor.write($0, to: &output) }
      if ending { output.append(0x0A) }
    }
  }

  /// The bytes' places are those in the line, from 0.
  private mutating func list(_ finding: Finding) {
    output +=
      #"{"line":\#(line),"start":\#(finding.range.lowerBound),"end":\#(finding.range.upperBound),"#.utf8
    output += #""kind":"\#(finding.kind.rawValue)"}"#.utf8
    output.append(0x0A)
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
