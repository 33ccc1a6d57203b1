/// What one audience may see (`guide/sharing.md`): a treatment for each field, and what is built for it at all.
public struct AudiencePolicy: Sendable, Equatable {
  public var name: String
  /// Fields that are not named here are kept.
  public var treatments: [AudienceField: Treatment]
  /// Whether customers have pages.
  public var hasTimelines = true
  /// Counts of fewer people than this are not told; nothing suppresses none.
  public var smallestGroup: Int?
  /// `2026-12-31`: the last day on which the site is meant to be read.
  public var expires: String?

  public init(name: String, treatments: [AudienceField: Treatment] = [:]) {
    self.name = name
    self.treatments = treatments
  }
}

extension AudiencePolicy {
  public subscript(field: AudienceField) -> Treatment { treatments[field] ?? .keep }

  /// Whether pseudonyms are made, for which there has to be a key.
  public var needsKey: Bool { treatments.values.contains(.pseudonym) }

  /// Whether it may see everything.
  public var seesAll: Bool { treatments.values.allSatisfy { $0 == .keep } && hasTimelines && smallestGroup == nil }

  /// Whether it reads what customers and the team wrote, redacted or not.
  public var readsTexts: Bool { self[.text] != .drop }
}

extension AudiencePolicy {
  /// Those that every site has.
  public static let builtIn: [AudiencePolicy] = [internalPeople, team, stakeholder]

  /// The company's own people: everything.
  public static let internalPeople = AudiencePolicy(name: "internal")

  /// Whoever works with customers, but has no business with how to reach them: no contact details.
  public static let team = AudiencePolicy(
    name: "team",
    treatments: [
      .email: .drop, .phone: .drop, .address: .drop, .externalIDs: .drop, .text: .redact, .subject: .redact,
      .notes: .redact,
    ])

  /// Whoever reads the numbers: no names, no text, no timelines, no small groups.
  public static let stakeholder: AudiencePolicy = {
    var policy = AudiencePolicy(
      name: "stakeholder",
      treatments: [
        .customerName: .pseudonym, .customerID: .pseudonym, .email: .drop, .phone: .drop, .address: .drop,
        .externalIDs: .drop, .agentName: .pseudonym, .text: .drop, .subject: .drop, .notes: .drop, .files: .drop,
      ])
    policy.hasTimelines = false
    policy.smallestGroup = 5
    return policy
  }()

  /// Whoever may see nothing of anyone.
  public static let stranger = AudiencePolicy(
    name: "stranger", treatments: Dictionary(uniqueKeysWithValues: AudienceField.allCases.map { ($0, .drop) }))
}
