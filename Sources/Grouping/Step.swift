import Events

/// An event on its way into the groups.
struct Step {
  let event: Event
  /// Among the party's events.
  let position: Int
}

extension Step {
  /// The close or reopening that the event makes.
  var mark: Groups.Mark { Groups.Mark(at: event.at, by: event.actor, event: position) }
}
