/// What is to be found in texts: kinds, and what only this site and its export know.
public struct RedactionRules: Sendable {
  public var kinds: Set<PersonalKind> = Set(PersonalKind.allCases)
  /// The site's own numbers, of orders and the like.
  public var masks: [NumberMask] = []
  /// The export's people and ids, and words that the site names.
  public var phrases = KnownPhrases()
  public var phones = KnownPhones()

  public init() {}
}
