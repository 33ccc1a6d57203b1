import Events

/// A value by which someone is known, in the one writing in which equal ones are equal.
public struct ForgottenValue: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case id, email, phone }

  public let kind: Kind
  public let text: String

  /// A customer's id, byte for byte.
  public static func id(_ id: String) -> ForgottenValue { ForgottenValue(kind: .id, text: id) }

  /// A mail address, in any case.
  public static func email(_ address: String) -> ForgottenValue {
    ForgottenValue(kind: .email, text: address.lowercased())
  }

  /// A telephone number by its last nine digits, with a country's code or without; nil for fewer than seven.
  public static func phone(_ number: String) -> ForgottenValue? {
    let digits = number.utf8.filter(\.isDigit).suffix(9)
    return digits.count < 7 ? nil : ForgottenValue(kind: .phone, text: String(decoding: digits, as: UTF8.self))
  }
}

extension ForgottenValue {
  /// What a person may have meant by a word: an id, and what else it looks like.
  public static func all(named word: String) -> [ForgottenValue] {
    var values = [id(word)]
    let sign = word.firstIndex(of: "@")
    if let sign, sign != word.startIndex, word.index(after: sign) != word.endIndex { values.append(email(word)) }
    if word.utf8.allSatisfy({ $0.isDigit || " +-./()".utf8.contains($0) }), let phone = phone(word) {
      values.append(phone)
    }
    return values
  }

  /// Those of a person of the export.
  public static func all(of person: Person) -> [ForgottenValue] {
    [id(person.id)] + person.emails.map(email) + person.phones.compactMap(phone)
  }
}
