import Diagnostics
import Grouping
import Privacy
import Wording

/// What `Content/site.yml` says (`guide/configuration.md`); the defaults hold where it is silent.
public struct SiteConfiguration: Sendable {
  /// How a message's text is shown.
  public enum MessageFormat: String, Sendable, CaseIterable { case plain, commonmark }

  /// What can be searched: everything, all but messages' text, or nothing.
  public enum Search: String, Sendable, CaseIterable { case text, names, off }

  /// An entry of `data`, with paths as written and the zone by name.
  public struct Data: Sendable, Equatable {
    public var path: String
    public var brand: String?
    public var columns: [String: String] = [:]
    public var values: [String: [String: String]] = [:]
    public var timezone: String?

    public init(path: String) { self.path = path }
  }

  public var title = "Support"
  /// The zone of days and hours, by its IANA name.
  public var timezone = "UTC"
  /// Where each zone is named first.
  var zonePlaces: [String: Place] = [:]
  /// Days that the Overview, Contacts and Conversations pages cover.
  public var periodDays = 28
  public var linkTemplate: String?
  public var labels = Labels()
  public var language = "en"
  public var data: [Data] = []
  public var rules: [RuleSet.Setting] = []
  public var brandRules: [String: [RuleSet.Setting]] = [:]
  /// Whom the site is made for unless the command says otherwise.
  public var audience = AudiencePolicy.internalPeople.name
  /// Those that every site has, and the site's own.
  public var audiences = AudiencePolicy.builtIn
  /// What is taken out of texts for audiences that read them redacted.
  public var redaction = RedactionRules()
  public var messageFormat: [String: MessageFormat] = [:]
  public var sessionsWithMessages = false
  public var search = Search.text

  public init() {}
}

extension SiteConfiguration {
  /// The keys of `site.yml`, each of which has a heading in the manual.
  public static let keys = [
    "title", "timezone", "period", "link_template", "labels", "language", "data", "rules", "brands", "message_format",
    "sessions_with_messages", "audience", "audiences", "redaction", "search",
  ]
}

extension SiteConfiguration {
  /// The rules that it sets, then those of its brands, `window=24h` and `acme: window=12h`.
  var settings: [String] {
    rules.map { "\($0.key)=\($0.value)" }
      + brandRules.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { brand in
        (brandRules[brand] ?? []).map { "\(brand): \($0.key)=\($0.value)" }
      }
  }
}
