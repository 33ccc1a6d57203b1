import Diagnostics
import Events
import Grouping
import Privacy
import Templating
import Time
import Wording

/// Makes customers' timelines: from one customer's groups to its page, or pages.
///
///     let view = try TimelineView(store: store, rules: rules, zone: zone, …)
///     var scratch = TimelineScratch()
///     view.pages(party: 7, groups: groups, scratch: &scratch) { page in … }
public struct TimelineView: Sendable {
  private let kit: TimelineKit

  /// - Parameters:
  ///   - words: the labels of the site are in them already.
  ///   - hints: definitions of terms, by their ids in the FAQ.
  /// - Throws: what is wrong in the templates below `timeline/`, or a link template that does not lead to the web.
  public init(
    store: EventStore, rules: RuleSet, zone: Zone, words: Words, audience: Audience, templates: TemplateLibrary,
    hints: [String: String], settings: TimelineSettings = TimelineSettings()
  ) throws(Diagnostics) {
    kit = try TimelineKit(
      store: store, rules: rules, zone: zone, words: words, audience: audience, templates: templates, hints: hints,
      settings: settings)
  }
}

extension TimelineView {
  /// Where the first page of a party in the store is: `timelines/ab/abcdefghijkl.html`.
  public func address(party index: Int) -> String {
    let party = kit.store.parties[index]
    return kit.audience.address(.timeline, brand: kit.store.name(party.brand), customer: kit.store.name(party.customer))
      .page
  }

  /// Makes the pages of one customer, the first one first. Every event is on one of them.
  ///
  /// - Parameters:
  ///   - index: in the store's `parties`.
  ///   - groups: that party's.
  ///   - emit: is given each page; its buffers are used again for the next one.
  public func pages<Failure: Error>(
    party index: Int, groups: Groups, scratch: inout TimelineScratch,
    emit: (TimelinePage) throws(Failure) -> Void
  ) throws(Failure) {
    var pages = TimelinePages(kit: kit, party: kit.store.parties[index], groups: groups, scratch: &scratch)
    for number in 0..<pages.count {
      pages.render(number, with: &scratch)
      try emit(scratch.page)
    }
    pages.giveBack(to: &scratch)
  }
}

extension TimelineView {
  /// Where the events of a customer stand, without making the pages.
  public func places(party index: Int, groups: Groups, scratch: inout TimelineScratch) -> TimelinePlaces {
    var pages = TimelinePages(kit: kit, party: kit.store.parties[index], groups: groups, scratch: &scratch)
    defer { pages.giveBack(to: &scratch) }
    return pages.places
  }
}
