/// What an audience may or may not see; the raw value is the configuration's key.
public enum AudienceField: String, CaseIterable, Sendable {
  case customerName = "customer_name"
  case customerID = "customer_id"
  case email, phone, address
  case externalIDs = "external_ids"
  case agentName = "agent_name"
  case text, subject, notes, topics, files
}

/// What becomes of a field for an audience.
public enum Treatment: String, CaseIterable, Sendable {
  case keep, drop, mask, pseudonym, redact
}

extension AudienceField {
  /// What may become of it: of who someone is, a mask or a pseudonym; of what someone wrote, the text without personal
  /// data; an id is needed to tell customers apart and so is never dropped.
  public var treatments: [Treatment] {
    switch self {
    case .customerName, .email, .phone, .address, .externalIDs, .agentName: [.keep, .drop, .mask, .pseudonym]
    case .customerID: [.keep, .pseudonym]
    case .text, .subject, .notes: [.keep, .drop, .redact]
    case .topics, .files: [.keep, .drop]
    }
  }

  /// Whether people write it.
  var isText: Bool { self == .text || self == .subject || self == .notes }
}
