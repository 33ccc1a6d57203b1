extension EventStore {
  /// Every topic of the export, whether or not an event names it; by id, as bytes.
  public var topics: [Topic] { showsTopics ? people.topics.sorted : [] }

  /// What the export tells of a topic, nil if nothing. Ids are compared by their bytes.
  public func topic(_ id: String) -> Topic? { showsTopics ? people.topics[id] : nil }

  private var showsTopics: Bool { screen?.showsTopics ?? true }

  /// A topic's name; nil if the export does not tell it.
  public func topicName(_ id: String) -> String? { topic(id).flatMap { $0.name.isEmpty ? nil : $0.name } }

  /// A topic's name and those above it, from the root; the id where the export tells no name. Where parents go in a
  /// circle it begins with the last topic before one would come again; above 32 levels nothing is told.
  public func topicPath(_ id: String) -> [String] {
    var ids: [String] = []
    var next: String? = id
    while let id = next, ids.count < 32, !ids.contains(where: { $0.utf8.elementsEqual(id.utf8) }) {
      ids.append(id)
      next = topic(id)?.parent
    }
    return ids.reversed().map { topicName($0) ?? $0 }
  }
}
