/// Reads the shards of a search index as the page's script does, slowly.
public struct ReadIndex {
  /// By shard of terms, its terms in order.
  public private(set) var terms: [String: [String]] = [:]
  /// By shard of documents, their fields.
  public private(set) var documents: [String: [[String]]] = [:]
  private var lines: [[UInt8]: [String]] = [:]

  /// - Parameter shards: by name.
  public init(_ shards: [String: [UInt8]]) {
    for (name, bytes) in shards {
      let lines = ReadIndex.text(of: bytes).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      if name.hasPrefix("t-") { read(lines, of: name) } else { documents[name] = lines }
    }
  }
}

extension ReadIndex {
  /// What a term leads to, each field with its letter; nil where there is no such term.
  public func fields(_ term: String) -> [String]? { lines[Array(term.utf8)] }

  /// The documents of a kind that a term leads to.
  public func numbers(_ term: String, _ kind: Character) -> [Int] {
    guard let field = fields(term)?.first(where: { $0.first == kind }) else { return [] }
    return ReadIndex.summed(ReadIndex.numbers(field.dropFirst())[...])
  }

  /// How many messages hold a word, and those that are kept.
  public func messages(_ term: String) -> (count: Int, numbers: [Int])? {
    guard let field = fields(term)?.first(where: { $0.first == "m" }) else { return nil }
    let numbers = ReadIndex.numbers(field.dropFirst())
    return (numbers[0], ReadIndex.summed(numbers.dropFirst()))
  }

  /// A document's fields.
  public func document(_ kind: Character, _ number: Int) -> [String] {
    let size = kind == "m" ? 64 : 128
    return documents["\(kind)-\(number / size + 1)"]?[number % size] ?? []
  }
}

extension ReadIndex {
  private mutating func read(_ lines: [[String]], of name: String) {
    var last: [UInt16] = []
    for fields in lines {
      let shared = fields[0].first?.hexDigitValue ?? Int(fields[0].prefix(1), radix: 36) ?? 0
      last = Array(last.prefix(shared)) + Array(fields[0].dropFirst().utf16)
      let term = String(decoding: last, as: UTF16.self)
      terms[name, default: []].append(term)
      self.lines[Array(term.utf8)] = Array(fields.dropFirst())
    }
  }

  /// What stands between the backticks, its escapes read.
  private static func text(of script: [UInt8]) -> String {
    let whole = String(decoding: script, as: UTF8.self)
    guard let open = whole.unicodeScalars.firstIndex(of: "`") else { return "" }
    var text = String.UnicodeScalarView()
    var rest = whole.unicodeScalars[whole.unicodeScalars.index(after: open)...]
    while let scalar = rest.popFirst(), scalar != "`" {
      guard scalar == "\\", let escaped = rest.popFirst() else {
        text.append(scalar)
        continue
      }
      let digits = escaped == "x" ? 2 : escaped == "u" ? 4 : 0
      let code = UInt32(String(String.UnicodeScalarView(rest.prefix(digits))), radix: 16)
      rest = rest.dropFirst(digits)
      text.append(code.flatMap(Unicode.Scalar.init) ?? escaped)
    }
    return String(text)
  }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")

  private static func numbers(_ text: Substring) -> [Int] {
    var numbers: [Int] = []
    var (value, shift) = (0, 0)
    for character in text {
      let digit = digits.firstIndex(of: character) ?? 0
      value |= (digit & 31) << shift
      shift += 5
      guard digit < 32 else { continue }
      numbers.append(value)
      (value, shift) = (0, 0)
    }
    return numbers
  }

  private static func summed(_ numbers: ArraySlice<Int>) -> [Int] {
    var last = 0
    return numbers.map {
      last += $0
      return last
    }
  }
}
