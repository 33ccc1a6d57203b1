/// The shop's topics: a group, and what is in it. Names recur, as they do in real lists.
struct TopicTree: Sendable {
  struct Topic: Sendable {
    var id: String
    var name: String
    var parent: String?
    var disabled = false
  }

  let topics: [Topic]

  init(seed: UInt64) {
    var random = RandomSource(seed: seed, part: 0x70_71C5)
    var topics: [Topic] = []
    for (group, leaves) in TopicTree.names {
      let parent = Topic(id: random.identifier(), name: group)
      topics.append(parent)
      topics += leaves.map { Topic(id: random.identifier(), name: $0, parent: parent.id) }
    }
    topics.append(Topic(id: random.identifier(), name: "Catalogue by post", disabled: true))
    self.topics = topics
  }

  /// The first topic of that name; the last one in the tree if there is none.
  func id(of name: String) -> String {
    (topics.first { $0.name == name } ?? topics[topics.count - 2]).id
  }

  private static let names: [(String, [String])] = [
    ("Delivery", ["Late delivery", "Damaged in transit", "Missing parts", "Wrong item", "Address change", "Other"]),
    ("Returns", ["Return", "Refund", "Exchange", "Cancel an order", "Other"]),
    (
      "Products",
      ["Choosing a product", "Availability", "Assembly", "Warranty", "Batteries and chargers", "Care and sharpening"]
    ),
    ("Account", ["Payment", "Vouchers", "Invoices", "Account", "Trade customers", "Newsletter", "Feedback", "Other"]),
  ]
}
