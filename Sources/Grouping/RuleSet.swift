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
  /// - Throws: the first setting that is wrong: of `base`, then `overrides`, then the brands in byte order.
  public init(base: [Setting], brands: [String: [Setting]] = [:], overrides: [Setting] = []) throws(RuleError) {
    for setting in base + overrides { try self.base.set(setting.key, to: setting.value) }
    for brand in brands.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var rules = Rules()
      for setting in base + (brands[brand] ?? []) + overrides { try rules.set(setting.key, to: setting.value) }
      self.brands[brand] = rules
    }
  }

  /// - Parameter brand: as in the events; `""` where the export names none.
  public func rules(for brand: String) -> Rules { brands[brand] ?? base }
}
