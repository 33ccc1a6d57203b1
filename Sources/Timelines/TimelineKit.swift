import Charts
import Diagnostics
import Events
import Grouping
import Privacy
import Templating
import Time
import Wording

/// What all timelines of a site share, prepared once.
final class TimelineKit: Sendable {
  let store: EventStore
  /// Of the store, whose copy costs more than what is asked of it for each event.
  let records: EventRecords
  let rules: RuleSet
  let audience: Audience
  let settings: TimelineSettings
  let hints: [String: String]
  let words: TimelineWords
  let clock: TimelineClock
  let laneClock: LaneClock
  let laneNames: TimelineLaneNames
  let lede: Template
  let picture: Template
  let list: Template
  let contents: Template
  let foot: Template
  /// By actor.
  let formats: [MessageFormat]

  init(
    store: EventStore, rules: RuleSet, zone: Zone, words: Words, audience: Audience, templates: TemplateLibrary,
    hints: [String: String], settings: TimelineSettings
  ) throws(Diagnostics) {
    self.store = store
    records = store.records
    self.rules = rules
    self.audience = audience
    self.settings = settings
    self.hints = hints
    self.words = TimelineWords(words, channels: store.channels)
    clock = TimelineClock(zone: zone, words: self.words, latest: store.latest)
    laneClock = LaneClock(clock, self.words)
    laneNames = TimelineLaneNames(words, hints: hints)
    lede = try templates.compile("timeline/lede", for: LedeFields.schema)
    picture = try templates.compile("timeline/picture", for: PictureFields.schema)
    list = try templates.compile("timeline/list", for: ListFields.schema)
    contents = try templates.compile("timeline/contents", for: ContentsFields.schema)
    foot = try templates.compile("timeline/foot", for: FootFields.schema)
    formats = Actor.allCases.map { settings.messageFormat[$0] ?? .plain }
    try RecordLink.check(settings.linkTemplate)
  }
}

extension LaneClock {
  init(_ clock: TimelineClock, _ words: TimelineWords) {
    self.init(
      offset: { Int64(clock.zone.offset(at: Instant(milliseconds: $0))) * 1000 },
      hour: { clock.time(Instant(milliseconds: $0)) },
      date: { clock.day(Instant(milliseconds: $0)) },
      length: { clock.words.shortLength(Length(milliseconds: $0)) },
      fold: { length, isOpen in
        words(isOpen ? .foldOpen : .fold, ["length": clock.words.length(Length(milliseconds: length))])
      })
  }
}
