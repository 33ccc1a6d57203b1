/// What kind of personal data stands somewhere in a text. The raw value is the word that takes its place, in brackets.
public enum PersonalKind: String, CaseIterable, Sendable {
  case email, phone, card, iban, ssn, ip, url, order, name, address, id, word

  /// Its place among all kinds.
  public var place: Int {
    switch self {
    case .email: 0
    case .phone: 1
    case .card: 2
    case .iban: 3
    case .ssn: 4
    case .ip: 5
    case .url: 6
    case .order: 7
    case .name: 8
    case .address: 9
    case .id: 10
    case .word: 11
    }
  }

  /// `[email]`: what a reader sees in its place, the same in all languages, so that it can be searched for.
  public var placeholder: String { "[\(rawValue)]" }
}
