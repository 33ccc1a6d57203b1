import Time

/// How the records of a file keep our fields: which format, under which paths, with which words.
final class Layout: Sendable {
  enum Kind: Sendable { case events, items, customers, agents, topics }

  let kind: Kind
  /// By field, the path or column; empty if none is read.
  let columns: [String]
  /// By field, from the file's words to ours; nil where they stand as they are.
  let words: [WordMap?]
  /// The brand of all events, over what a record says.
  let brand: [UInt8]?
  let zone: Zone?
  let tree: FieldTree
  /// Ids of initiators that are the AI.
  let aiActors: ByteKeys

  init(kind: Kind, entry: DataEntry, aiActors: [String]) {
    self.kind = kind
    let columns = Layout.columns(kind, entry)
    self.columns = columns
    words = columns.indices.map { i in
      kind == .events ? entry.values[NeutralField.allCases[i].name].map { WordMap($0) } : nil
    }
    brand = entry.brand.map { Array($0.utf8) }
    zone = entry.zone
    tree = FieldTree(
      columns.map { $0.isEmpty ? [] : $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) })
    self.aiActors = ByteKeys(aiActors)
  }
}

extension Layout {
  /// A field's name where a person is told of it.
  func fieldName(_ field: Int) -> String {
    kind == .events ? NeutralField.allCases[field].name : columns[field]
  }

  /// Equal bytes mean equal fields.
  func readsLike(_ other: Layout) -> Bool {
    self === other
      || kind == other.kind && columns == other.columns && words == other.words
  }

  private static func columns(_ kind: Kind, _ entry: DataEntry) -> [String] {
    switch kind {
    case .events: NeutralField.allCases.map { entry.columns[$0.name] ?? $0.name }
    case .items: GladlyField.allCases.map(\.path)
    case .topics: TopicField.allCases.map(\.path)
    case .customers, .agents: PersonField.allCases.map(\.path)
    }
  }
}
