import Files
import TestSupport
import Testing

@testable import Events

@Suite struct JSONTwinTests {
  private let seeds = [
    #"{"id":"a","customer":{"x":[1,-2.5e+3,true,false,null,"\u00e9\n\"\\"]},"at":"2026-01-01T00:00:00Z"}"#,
    #" { "text" : "é€😀" , "n" : 0 , "m":-0.0E-1,"a":[ ],"o":{ },"k":[[[{}]]] } "#,
    #"{"surrogates":"\ud83d\ude00 \ud800 \uDC00x","long text without any escape":"0123456789abcdef"}"#,
    #"{"id":"a","id":"b","":"","numbers":[0,1,10,1.0,1e5,1E-5,123456789012345678901234567890]}"#,
  ]

  @Test(arguments: 1...8)
  func agreesWithTheSlowTwinOnMutatedRecords(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var accepted = 0
    for round in 0..<1000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, &random) }
      bytes.removeAll { $0 == 0x0A }
      let fast = try accepts(bytes)
      var twin = SlowJSON(bytes: bytes)
      let slow = twin.isObject()
      #expect(fast == slow, "seed \(seed), \(String(decoding: bytes, as: UTF8.self)) \(bytes)")
      if fast { accepted += 1 }
    }
    // Neither side of the comparison may be idle.
    #expect(accepted > 50 && accepted < 950)
  }

  @Test func refusesDepthAndTakesWhatIsJustWithin() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: #"{"a":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)).utf8)
    }
    #expect(try accepts(nested(128)))
    #expect(try !accepts(nested(130)))
  }

  private func accepts(_ bytes: [UInt8]) throws -> Bool {
    let mapped = try MappedBytes(copying: bytes)
    guard let base = mapped.bytes.baseAddress else { return false }
    let tree = FieldTree([["id"], ["customer", "x"], ["text"]])
    let slots = SlotBuffer()
    return withExtendedLifetime((mapped, tree)) {
      let end = base + bytes.count
      return (try? JSONScanner(tree: tree.view, slots: slots.base, start: base, end: end).record()) == end
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededNumbers) {
    let alphabet =
      Array(#"{}[]:,"\ue0159-+.E tfn/ "#.utf8) + [0x00, 0x09, 0x1F, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xFF]
    guard !bytes.isEmpty else { return bytes.append(0x7B) }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.remove(at: at)
    case 1: bytes[at] = alphabet.randomElement(using: &random) ?? 0
    case 2: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: at)
    case 3: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: at)
    default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
    }
  }
}

/// RFC 8259 as plainly as it can be written, for one line.
private struct SlowJSON {
  private var text: [Unicode.Scalar] = []
  private var valid = true
  private var at = 0

  init(bytes: [UInt8]) {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      valid = false
      return
    }
    text = Array(string.unicodeScalars)
  }

  mutating func isObject() -> Bool {
    space()
    guard valid, peek == "{", value() else { return false }
    space()
    return at == text.count
  }

  private var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    at += 1
    return true
  }

  private mutating func space() { while take(" ") || take("\t") || take("\r") {} }

  private mutating func value() -> Bool {
    switch peek {
    case "{": return members(close: "}") { $0.string() && $0.colon() && $0.value() }
    case "[": return members(close: "]") { $0.value() }
    case "\"": return string()
    case "t": return word("true")
    case "f": return word("false")
    case "n": return word("null")
    default: return number()
    }
  }

  private mutating func members(close: Unicode.Scalar, _ one: (inout SlowJSON) -> Bool) -> Bool {
    at += 1
    space()
    if take(close) { return true }
    repeat {
      space()
      guard one(&self) else { return false }
      space()
    } while take(",")
    return take(close)
  }

  private mutating func colon() -> Bool {
    space()
    defer { space() }
    return take(":")
  }

  private mutating func word(_ word: String) -> Bool { word.unicodeScalars.allSatisfy { take($0) } }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let scalar = peek {
      at += 1
      if scalar == "\"" { return true }
      if scalar.value < 0x20 { return false }
      if scalar == "\\" && !escape() { return false }
    }
    return false
  }

  private mutating func escape() -> Bool {
    guard let letter = peek else { return false }
    at += 1
    if letter != "u" { return "\"\\/bfnrt".unicodeScalars.contains(letter) }
    for _ in 0..<4 {
      guard let digit = peek, digit.isASCII, digit.properties.isASCIIHexDigit else { return false }
      at += 1
    }
    return true
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard take("0") || digits() else { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    let first = at
    while let digit = peek, ("0"..."9").contains(digit) { at += 1 }
    return at > first
  }
}
