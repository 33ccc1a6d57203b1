import Time

/// What a snapshot's manifest tells beside its files.
public struct SnapshotFacts: Sendable, Equatable {
  /// The program and its version, `triptych 0.1.0`.
  public var program: String
  /// For whom the site was made.
  public var audience: String
  /// The end of data, as the build knew it; nil where nothing is known of the build.
  public var asOf: String?
  /// The last day on which the snapshot should be used.
  public var expires: CivilDate?
  /// SHA-256 over what the site was made from; nil where nothing is known of the build.
  public var inputs: String?
  /// The rules that the site's author set, `window=24h`; the default rules are not named.
  public var rules: [String]

  public init(
    program: String, audience: String = "internal", asOf: String? = nil, expires: CivilDate? = nil,
    inputs: String? = nil, rules: [String] = []
  ) {
    self.program = program
    self.audience = audience
    self.asOf = asOf
    self.expires = expires
    self.inputs = inputs
    self.rules = rules
  }
}
