import Files

/// What is to be found in texts: kinds, and what only this site and its export know.
public struct RedactionRules: Sendable {
  public var kinds: Set<PersonalKind> = Set(PersonalKind.allCases)
  /// The site's own numbers, of orders and the like.
  public var masks: [NumberMask] = []
  /// The export's people and ids, and words that the site names.
  public var phrases = KnownPhrases()
  public var phones = KnownPhones()
  /// Whether phrases and numbers that are named here are all that is looked for.
  var knownAlone = false

  public init() {}
}

extension RedactionRules {
  /// Adds a word, or several in a row, that no text is to hold.
  public mutating func add(word: String) { phrases.add(word, .word, least: 2) }

  /// Adds what decides about texts.
  func digest(into builder: inout ContentDigestBuilder) {
    for kind in PersonalKind.allCases { builder.add(kinds.contains(kind) ? 1 : 0) }
    for mask in masks { builder.add(mask.pattern) }
    if knownAlone { builder.add("known alone") }
    phrases.digest(into: &builder)
    phones.digest(into: &builder)
  }

  /// Is called when all people and words are in.
  public mutating func seal() { phrases.seal() }
}
