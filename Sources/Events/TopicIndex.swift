/// The export's topics, each as its last record tells.
struct TopicIndex: Sendable {
  /// Numbered from 1, in the order in which records first name them.
  private var ids = TextTable()
  private var places: [Location] = []
  private var topics: [Topic] = []

  init() {}

  /// - Parameter records: of topics, in the order of files.
  init(_ records: some Sequence<PersonRecord>, _ names: TextTable, _ texts: SourceTexts) {
    for record in records { names.withBytes(Int(record.id)) { add($0, record.location) } }
    topics = places.enumerated().map { Topic(at: $1, id: ids[$0 + 1], texts) }
  }
}

extension TopicIndex {
  /// By id, as bytes.
  var sorted: [Topic] { ids.indices.dropFirst().sorted { ids.precedes($0, $1) }.map { topics[$0 - 1] } }

  /// Ids are compared by their bytes.
  subscript(_ id: String) -> Topic? {
    guard let number = ids.number(of: id), number > 0 else { return nil }
    return topics[Int(number) - 1]
  }

  private mutating func add(_ id: UnsafeBufferPointer<UInt8>, _ place: Location) {
    let number = Int(ids.intern(id)) - 1
    if number == places.count { places.append(place) }
    places[number] = place
  }
}
