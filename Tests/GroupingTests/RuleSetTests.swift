import Grouping
import Testing
import Time

@Suite struct RuleSetTests {
  @Test func hasTheContractsDefaults() {
    let rules = RuleSet().rules(for: "any")
    #expect(rules.window == .hours(24))
    #expect(rules.anchor == .start)
    #expect(rules.sessionTimeout == .hours(2))
    #expect(rules.contactTimeout == nil)
    #expect(rules.quiet == .hours(2))
    #expect(rules.route == .responder)
    #expect(rules.routes.isEmpty)
    #expect(rules.conversationIDs == .trust)
    #expect(rules.aiActors == ["SIDEKICK_V2"])
  }

  @Test func readsEveryRule() throws {
    var rules = Rules()
    for (key, value) in [
      ("window", "48h"), ("anchor", "activity"), ("session_timeout", "none"), ("contact_timeout", "15m"),
      ("quiet", "1h30m"), ("route", "team"), ("routes.email", "ai"), ("routes.a.b", "team"),
      ("conversation_ids", "derive"), ("ai_actors", " A, B ,,C"),
    ] { try rules.set(key, to: value) }
    #expect(rules.window == .hours(48))
    #expect(rules.anchor == .activity)
    #expect(rules.sessionTimeout == nil)
    #expect(rules.contactTimeout == .minutes(15))
    #expect(rules.quiet == .minutes(90))
    #expect(rules.route == .team)
    #expect(rules.routes == ["email": .ai, "a.b": .team])
    #expect(rules.conversationIDs == .derive)
    #expect(rules.aiActors == ["A", "B", "C"])
  }

  @Test func letsTheCommandLineBeatTheBrandAndTheBrandTheRest() throws {
    let set = try RuleSet(
      base: [("window", "10h"), ("quiet", "10h"), ("session_timeout", "10h"), ("routes.email", "ai")],
      brands: ["outlet": [("window", "20h"), ("quiet", "20h"), ("routes.voice", "team")]],
      overrides: [("window", "30h"), ("routes.chat", "ai")])
    let outlet = set.rules(for: "outlet")
    #expect(outlet.window == .hours(30))
    #expect(outlet.quiet == .hours(20))
    #expect(outlet.sessionTimeout == .hours(10))
    #expect(outlet.routes == ["email": .ai, "voice": .team, "chat": .ai])
    let other = set.rules(for: "")
    #expect(other.window == .hours(30))
    #expect(other.quiet == .hours(10))
    #expect(other.routes == ["email": .ai, "chat": .ai])
  }

  @Test func letsTheLaterOfTwoSettingsStand() throws {
    let set = try RuleSet(base: [], overrides: [("window", "1h"), ("window", "2h")])
    #expect(set.rules(for: "").window == .hours(2))
  }

  @Test(arguments: ["windows", "Window", "", "routesemail", "route.email"])
  func refusesUnknownRules(_ key: String) {
    #expect(throws: RuleError.unknownKey(key, known: Rules.keys)) { try RuleSet(base: [(key, "1h")]) }
  }

  @Test(arguments: [
    ("window", "forever", "a duration such as `90s`, `15m`, `2h`, `1d`, `1h30m`, or `none`"),
    ("quiet", "0s", "a duration such as `90s`, `15m`, `2h`, `1d`, `1h30m`, or `none`"),
    ("anchor", "none", "one of `start`, `activity`, `close`"),
    ("route", "bot", "one of `responder`, `ai`, `team`"),
    ("routes.email", "", "one of `responder`, `ai`, `team`"),
    ("conversation_ids", "yes", "one of `trust`, `derive`"),
    ("routes", "team", "a channel and its route, as in `routes.email=team`"),
    ("routes.", "team", "a channel and its route, as in `routes.email=team`"),
  ])
  func refusesValuesThatAreNone(_ key: String, _ value: String, _ expected: String) {
    #expect(throws: RuleError.invalidValue(key: key, found: value, expected: expected)) {
      try RuleSet(base: [], overrides: [(key, value)])
    }
  }

  @Test func namesTheSameErrorFirstWhateverTheOrderOfBrands() {
    var brands: [String: [RuleSet.Setting]] = [:]
    for brand in 1...40 { brands["b\(brand)"] = [("x\(brand)", "1h")] }
    #expect(throws: RuleError.unknownKey("x1", known: Rules.keys)) { try RuleSet(base: [], brands: brands) }
    #expect(throws: RuleError.unknownKey("over", known: Rules.keys)) {
      try RuleSet(base: [], brands: brands, overrides: [("over", "1")])
    }
    #expect(throws: RuleError.unknownKey("base", known: Rules.keys)) {
      try RuleSet(base: [("base", "1")], brands: brands, overrides: [("over", "1")])
    }
  }
}
