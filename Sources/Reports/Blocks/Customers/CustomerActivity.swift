import Time

/// How many customers had a Conversation that starts in a period, and how many had more than one.
struct CustomerActivity: Sendable {
  let period: Period
  private(set) var active = 0
  private(set) var returned = 0

  init(_ facts: Facts, in period: Period, zone: Zone) {
    self.period = period
    let span = period.instants(in: zone)
    for party in facts.parties {
      let count = facts.conversations[party.conversations].count { span.contains($0.group.startedAt) }
      if count > 0 { active += 1 }
      if count > 1 { returned += 1 }
    }
  }
}

extension ReportContext {
  /// Of the page's period; counted once for all pages that share it.
  var activity: CustomerActivity {
    let made = { CustomerActivity(facts, in: page.period, zone: zone) }
    let known = customerActivity.get(made)
    return known.period == page.period ? known : made()
  }
}
