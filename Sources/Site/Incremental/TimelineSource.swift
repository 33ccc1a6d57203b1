import Events
import Files
import Grouping
import Time

/// What a customer's pages are made from, as one number: the site's part (templates, words, rules, program) and the
/// customer's own (events, person, groups as they stand at the end of data). Pages whose source is what it was are not
/// made again. One for each thread.
struct TimelineSource {
  private let site: ContentDigest
  private var contents: PartyContents

  init(site: ContentDigest, store: EventStore) {
    self.site = site
    contents = PartyContents(store)
  }
}

extension TimelineSource {
  /// - Returns: never 0, which stands for no source.
  mutating func key(_ party: EventStore.Party, _ groups: Groups) -> UInt64 {
    var builder = ContentDigestBuilder()
    builder.add(site)
    contents.add(party, to: &builder)
    builder.add(groups)
    return builder.digest.low | 1
  }
}

extension ContentDigestBuilder {
  /// What the as-of instant decides; all else of the groups follows from the events and the rules.
  fileprivate mutating func add(_ groups: Groups) {
    add(UInt64(groups.later))
    for conversation in groups.conversations {
      add(conversation.closedAt)
      add(conversation.deadline)
      add(UInt64(conversation.events))
    }
    for session in groups.sessions { add(session.endedAt) }
    for contact in groups.contacts { add(contact.endedAt) }
  }

  private mutating func add(_ instant: Instant?) { add(UInt64(bitPattern: instant?.milliseconds ?? .min)) }
}
