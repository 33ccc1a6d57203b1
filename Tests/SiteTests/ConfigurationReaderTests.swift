import Diagnostics
import Grouping
import Site
import Testing
import Time

@Suite struct ConfigurationReaderTests {
  @Test(arguments: ["", "\n\n", "# a comment\n", "{}", "---\n", "rules:\n", "labels: ~\n", "data:\n", "brands: null\n"])
  func keepsDefaultsWhereNothingIsSaid(text: String) throws {
    let configuration = try read(text)
    #expect(configuration.title == "Support")
    #expect(configuration.timezone == "UTC")
    #expect(configuration.language == "en")
    #expect(configuration.periodDays == 28)
    #expect(configuration.linkTemplate == nil)
    #expect(configuration.labels == .init())
    #expect(configuration.data == [])
    #expect(configuration.rules.isEmpty && configuration.brandRules.isEmpty && configuration.messageFormat.isEmpty)
    #expect(!configuration.sessionsWithMessages)
    #expect(configuration.search == .text)
  }

  @Test func readsEveryKey() throws {
    let configuration = try read(
      """
      title: "Support: at Acme"
      timezone: America/New_York
      period: 4d
      link_template: https://acme.example/customers/{customer}
      labels: {ai: Gladly, team: Gladly Team, brand: Acme}
      language: pt
      data: [exports, /srv/more.jsonl]
      rules: {window: 48h}
      brands: {outlet: {quiet: none}}
      message_format: {ai: commonmark, agent: plain, customer: plain, system: commonmark}
      sessions_with_messages: true
      """)
    #expect(configuration.title == "Support: at Acme")
    #expect(configuration.timezone == "America/New_York")
    #expect(configuration.periodDays == 4)
    #expect(configuration.linkTemplate == "https://acme.example/customers/{customer}")
    #expect(configuration.labels == .init(ai: "Gladly", team: "Gladly Team", brand: "Acme"))
    #expect(configuration.language == "pt")
    #expect(configuration.data == [.init(path: "exports"), .init(path: "/srv/more.jsonl")])
    #expect(
      configuration.messageFormat
        == ["ai": .commonmark, "agent": .plain, "customer": .plain, "system": .commonmark])
    #expect(configuration.sessionsWithMessages)
    let rules = try rules(of: configuration)
    #expect(rules.rules(for: "").window == .hours(48))
    #expect(rules.rules(for: "outlet").window == .hours(48))
    #expect(rules.rules(for: "outlet").quiet == nil)
  }

  @Test(arguments: [("1d", 1), ("28d", 28), ("48h", 2), ("366d", 366), ("6d24h", 7)])
  func readsPeriodOfWholeDays(text: String, days: Int) throws {
    #expect(try read("period: \(text)").periodDays == days)
  }

  @Test func readsMappedData() throws {
    let configuration = try read(
      """
      data:
        - exports
        - path: exports/helpdesk.csv
          brand: acme
          timezone: Europe/Lisbon
          columns: {id: message_id, customer: user.id, text: ""}
          values:
            actor: {bot: ai, admin: agent, "": system}
            kind: {reply: message}
        - path: more
      """)
    var mapped = SiteConfiguration.Data(path: "exports/helpdesk.csv")
    mapped.brand = "acme"
    mapped.timezone = "Europe/Lisbon"
    mapped.columns = ["id": "message_id", "customer": "user.id", "text": ""]
    mapped.values = ["actor": ["bot": "ai", "admin": "agent", "": "system"], "kind": ["reply": "message"]]
    #expect(configuration.data == [.init(path: "exports"), mapped, .init(path: "more")])
  }

  @Test func readsRulesAsTextsListsAndRoutes() throws {
    let configuration = try read(
      """
      rules:
        window: 1d
        anchor: activity
        session_timeout: 1h30m
        contact_timeout: 12h
        quiet: none
        route: team
        routes: {voice: ai, "live chat": responder}
        routes.email: team
        conversation_ids: derive
        ai_actors: [SIDEKICK_V2, BOT]
      brands:
        outlet:
          routes: {email: ai}
          ai_actors: OTHER
        empty:
      """)
    let rules = try rules(of: configuration)
    var expected = Rules()
    expected.window = .days(1)
    expected.anchor = .activity
    expected.sessionTimeout = .minutes(90)
    expected.contactTimeout = .hours(12)
    expected.quiet = nil
    expected.route = .team
    expected.routes = ["voice": .ai, "live chat": .responder, "email": .team]
    expected.conversationIDs = .derive
    expected.aiActors = ["SIDEKICK_V2", "BOT"]
    #expect(rules.rules(for: "") == expected)
    #expect(rules.rules(for: "empty") == expected)
    expected.routes["email"] = .ai
    expected.aiActors = ["OTHER"]
    #expect(rules.rules(for: "outlet") == expected)
  }

  @Test(
    arguments: [("text", .text), ("names", .names), ("off", .off), ("'off'", .off), ("no", .off)]
      as [(String, SiteConfiguration.Search)])
  func readsWhatIsSearched(text: String, search: SiteConfiguration.Search) throws {
    #expect(try read("search: \(text)").search == search)
  }

  @Test func readsWindowsLines() throws {
    let configuration = try read("title: A\r\ndata:\r\n  - exports\r\n")
    #expect(configuration.title == "A")
    #expect(configuration.data == [.init(path: "exports")])
  }

  @Test func readsAnchors() throws {
    let configuration = try read("rules: &r {window: 3h}\nbrands: {a: *r}\n")
    #expect(configuration.brandRules["a"]?.map(\.value) == ["3h"])
  }

  private func read(_ text: String) throws -> SiteConfiguration {
    try ConfigurationReader.read(text, path: "Content/site.yml")
  }

  private func rules(of configuration: SiteConfiguration) throws -> RuleSet {
    try RuleSet(base: configuration.rules, brands: configuration.brandRules)
  }
}
