/// What kind of personal data stands somewhere in a text. The raw value is the word that takes its place, in brackets.
public enum PersonalKind: String, CaseIterable, Sendable {
  case email, phone, card, iban, ssn, ip, url, order, name, address, id, word

  /// `[email]`: what a reader sees in its place, the same in all languages, so that it can be searched for.
  public var placeholder: String { "[\(rawValue)]" }
}
