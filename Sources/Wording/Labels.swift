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
  /// Puts the site's names into every sentence: `{the_ai}`, `{ai_name}` and every other name under `names.` whose key
  /// speaks of the AI, the team or the brand become the label, or the language's own words for it where there is none.
  /// A name may have both as sentences, for languages that bend words: `names.with_ai: {plain: mit der KI, label: "mit
  /// {name}"}`.
  public func fill(_ entries: [String: String]) -> [String: String] {
    let names = names(entries)
    return entries.mapValues { sentence in
      guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
      return Phrase(sentence).filled { names[$0] }
    }
  }

  private func names(_ entries: [String: String]) -> [String: String] {
    var names: [String: String] = [:]
    for name in ["the_ai", "ai_name", "the_team", "team_name", "brand_name"] { names[name] = label(of: name) }
    for (key, words) in entries where key.hasPrefix("names.") {
      let parts = key.dropFirst("names.".count).split(separator: ".")
      guard let name = parts.first.map(String.init) else { continue }
      let label = label(of: name)
      switch (parts.count, parts.last) {
      case (1, _): names[name] = label ?? words
      case (2, "plain"): if label == nil { names[name] = words }
      case (2, "label"): if let label { names[name] = Phrase(words)(["name": label]) }
      default: break
      }
    }
    return names
  }

  private func label(of name: String) -> String? {
    let parts = name.split(separator: "_")
    return parts.contains("ai") ? ai : parts.contains("team") ? team : parts.contains("brand") ? brand : nil
  }
}
