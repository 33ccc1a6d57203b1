/// The rules of a site: those of all brands, what single brands change, and what the command line changes over both.
public struct RuleSet: Sendable, Equatable {
  /// A rule's name and value, as texts.
  public typealias Setting = (key: String, value: String)

  private var base = Rules()
  private var brands: [String: Rules] = [:]

  public init() {}

  /// - Parameters:
  ///   - base: settings for every brand.
  ///   - brands: settings by brand, over `base`.
  ///   - overrides: settings over both.
  public init(base: [Setting], brands: [String: [Setting]] = [:], overrides: [Setting] = []) throws(RuleError) {
    for setting in base + overrides { try self.base.set(setting.key, to: setting.value) }
    for (brand, settings) in brands {
      var rules = Rules()
      for setting in base + settings + overrides { try rules.set(setting.key, to: setting.value) }
      self.brands[brand] = rules
    }
  }

  public func rules(for brand: String) -> Rules { brands[brand] ?? base }

  public static func == (a: RuleSet, b: RuleSet) -> Bool { a.base == b.base && a.brands == b.brands }
}
