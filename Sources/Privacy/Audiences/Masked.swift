/// Values of which a little is left, so that who knows them knows them again and who does not learns nothing.
enum Masked {
  /// `Ada Lovelace` → `A. L.`
  static func name(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).prefix(4).compactMap { $0.first { $0.isLetter || $0.isNumber } }
      .map { "\($0)." }.joined(separator: " ")
  }

  /// `ada@mail.example` → `a…@….example`
  static func email(_ email: String) -> String {
    guard let sign = email.lastIndex(of: "@"), let first = email.first, first != "@" else { return "…" }
    let host = email[email.index(after: sign)...]
    let ending = host.lastIndex(of: ".").map { String(host[$0...]) } ?? ""
    return "\(first)…@…\(ending)"
  }

  /// `+49 151 2345678` → `…78`
  static func number(_ number: String) -> String {
    "…" + String(number.filter { $0.isLetter || $0.isNumber }.suffix(2))
  }

  /// The last line or part, where countries and towns stand: `1 High Street, Bath` → `…, Bath`
  static func address(_ address: String) -> String {
    let parts = address.split { $0 == "," || $0.isNewline }
    guard parts.count > 1, let last = parts.last, !last.contains(where: \.isNumber) else { return "…" }
    return "…, " + last.drop { $0.isWhitespace }
  }
}
