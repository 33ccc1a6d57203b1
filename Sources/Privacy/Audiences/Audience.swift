import Events

/// Who a site is made for, and so what may be in it. Everything that prints reads events and people through an
/// audience, so that nothing above it holds what the audience may not see.
public struct Audience: Sendable {
  public let policy: AudiencePolicy
  private let key: PseudonymKey?
  private let redaction: RedactionRules
  private let words: AudienceWords

  /// Everything, for the company's own people.
  public static let everyone = Audience()

  private init() {
    policy = .internalPeople
    key = nil
    redaction = RedactionRules()
    words = AudienceWords()
  }

  /// - Parameters:
  ///   - redaction: what is taken out of texts that are read redacted, besides the export's own people.
  ///   - words: what names that are not told begin with.
  /// - Throws: when the policy asks for pseudonyms and there is no key.
  public init(
    _ policy: AudiencePolicy, key: PseudonymKey?, redaction: RedactionRules = RedactionRules(),
    words: AudienceWords = AudienceWords()
  ) throws(MissingKey) {
    guard key != nil || !policy.needsKey else { throw MissingKey(audience: policy.name) }
    self.policy = policy
    self.key = policy.needsKey ? key : nil
    self.redaction = redaction
    self.words = words
  }
}

/// An audience sees pseudonyms, and no key is given to make them with.
public struct MissingKey: Error {
  public let audience: String
}

extension Audience {
  /// The store as this audience may see it.
  public func apply(_ store: EventStore) -> EventStore {
    guard !policy.treatments.values.allSatisfy({ $0 == .keep }) || !store.omitted.isEmpty else { return store }
    let people = PersonView(policy: policy, key: key, words: words)
    return store.seen(through: AudienceScreen(store, people, redaction))
  }

  /// What no byte of this audience's site may say; nothing where it may see all.
  /// - Parameters:
  ///   - store: as `apply` gave it.
  ///   - siteWords: what the site says of its own, in which a name is a word.
  ///   - jobs: how many threads read what people wrote.
  public func forbidden(behind store: EventStore, siteWords: [UInt8], jobs: Int) -> ForbiddenValues? {
    (store.screen as? AudienceScreen)?.forbidden(siteWords: siteWords, jobs: jobs)
  }

  /// Tells audiences and keys apart without telling the key.
  public var fingerprint: String {
    let fields = AudienceField.allCases.map { "\($0.rawValue)=\(policy[$0].rawValue)" }
    let limits = "timelines=\(policy.hasTimelines) smallest=\(policy.smallestGroup ?? 0) \(policy.expires ?? "")"
    let mark = key.map { String($0.bits("fingerprint", [])) } ?? ""
    return ([policy.name, limits, mark] + fields).joined(separator: " ")
  }
}
