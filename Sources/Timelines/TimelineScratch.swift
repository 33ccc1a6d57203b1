import Events
import Templating

/// What a worker keeps from customer to customer, so that a page costs few allocations.
public struct TimelineScratch: Sendable {
  var story = Story()
  var details = EventDetails()
  var agentNames = AgentNames()
  var lede = Values(LedeFields.schema)
  var picture = Values(PictureFields.schema)
  var list = Values(ListFields.schema)
  var contents = Values(ContentsFields.schema)
  var foot = Values(FootFields.schema)
  var page = TimelinePage()

  public init() {}
}
