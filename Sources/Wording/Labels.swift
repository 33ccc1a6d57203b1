/// How a site calls its AI, its team and its brand (`labels` in `site.yml`).
public struct Labels: Sendable, Equatable {
  public var ai: String?
  public var team: String?
  public var brand: String?

  public init(ai: String? = nil, team: String? = nil, brand: String? = nil) {
    self.ai = ai
    self.team = team
    self.brand = brand
  }
}

extension Labels {
  /// Puts the site's names into every sentence: `{the_ai}` and `{ai_name}` become the AI's label, or the language's
  /// own words for it (`names.the_ai`, in a sentence; `names.ai_name`, alone); likewise for team and brand.
  public func fill(_ entries: [String: String]) -> [String: String] {
    let names = [
      "{the_ai}": ai ?? entries["names.the_ai"], "{ai_name}": ai ?? entries["names.ai_name"],
      "{the_team}": team ?? entries["names.the_team"], "{team_name}": team ?? entries["names.team_name"],
      "{brand_name}": brand ?? entries["names.brand_name"],
    ]
    return entries.mapValues { sentence in
      guard sentence.contains("{") else { return sentence }
      return Phrase(sentence).filled { names["{\($0)}"] ?? nil }
    }
  }
}
