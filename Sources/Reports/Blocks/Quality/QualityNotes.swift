import Events
import HTML
import Time

/// Sentences on what was read: what was rejected, what came twice, what is still open, whether a clock was wrong.
struct QualityNotes {
  let context: ReportContext

  /// `37 of 43,399 rows (0.09%) could not be used …`
  var rejected: Markup {
    let summary = context.store.summary
    let words = context.words
    guard !summary.rejected.isEmpty else { return context.sentence("quality.rejected.nothing") }
    return context.sentence(
      context.form("quality.rejected.some", summary.rejected.count),
      [
        "n": words.number(summary.rejected.count), "records": words.count("count.records", summary.records),
        "share": words.percent(summary.rejected.count, of: summary.records, decimals: 2) ?? words["table.missing"],
      ])
  }

  /// Who was left out by request; nothing where nobody was.
  var omitted: Markup {
    let summary = context.store.summary
    let words = context.words
    guard summary.omittedCustomers > 0 else { return Markup() }
    return context.sentence(
      "quality.omitted",
      [
        "customers": words.count("count.customers", summary.omittedCustomers),
        "events": words.count("count.events", summary.omittedEvents),
      ])
  }

  /// Duplicates and restated records; nothing where there are none.
  var repeated: Markup {
    let summary = context.store.summary
    let words = context.words
    guard summary.duplicates + summary.restated > 0 else { return Markup() }
    return context.sentence(
      "quality.repeated",
      ["duplicates": words.number(summary.duplicates), "restated": words.number(summary.restated)])
  }

  /// Events after the as-of instant; nothing where there are none.
  var later: Markup {
    let later = context.facts.later
    guard later > 0 else { return Markup() }
    return context.sentence(context.form("quality.later", later), ["n": context.words.number(later)])
  }

  /// What had not ended when the data did.
  var open: Markup {
    let words = context.words
    return context.sentence(
      "quality.open",
      [
        "conversations": words.count(
          "count.conversations", context.facts.conversations.count { $0.group.closedAt == nil }),
        "sessions": words.count("count.sessions", context.facts.sessions.count { $0.group.endedAt == nil }),
        "contacts": words.count("count.contacts", context.facts.contacts.count { $0.group.endedAt == nil }),
      ])
  }

  var clock: Markup { context.clockNotice ?? Markup() }
}

extension ReportContext {
  /// Said on every page of reports if the latest event, which decides the as-of instant, is more than 7 days after the
  /// one before it: a wrong clock may have made it.
  public var clockNotice: Markup? {
    guard let gap = store.latestGap, gap > .days(7), store.latest == asOf else { return nil }
    return sentence("quality.clock", ["gap": words.length(gap), "latest": moment(asOf)])
  }
}
