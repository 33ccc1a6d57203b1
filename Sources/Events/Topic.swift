/// What the export tells of a topic; the later file wins where several tell of the same one.
public struct Topic: Sendable, Equatable {
  public var id: String
  /// Empty where the export tells none. Names are not unique.
  public var name: String
  /// The id of the topic that it is in. It may be none of the export's, and parents may go in a circle.
  public var parent: String?
  /// Whether it can no longer be given; false where the export does not say.
  public var isDisabled: Bool

  public init(id: String, name: String = "", parent: String? = nil, isDisabled: Bool = false) {
    self.id = id
    self.name = name
    self.parent = parent
    self.isDisabled = isDisabled
  }
}

extension Topic {
  /// Reads a topic's record.
  init(at location: Location, id: String, _ texts: SourceTexts) {
    var fields = RecordFields(base: WordPadding.base)
    texts.file(location).scan(location.offset, into: &fields)
    let parent = TopicField.parent.slot
    let given =
      fields[parent].form == .integer
      ? String(decoding: fields.raw(parent), as: UTF8.self) : fields.string(parent)
    let isDisabled = TopicField.isDisabled.slot
    self.init(
      id: id, name: fields.string(TopicField.name.slot), parent: given.isEmpty ? nil : given,
      isDisabled: fields[isDisabled].form == .boolean && fields.raw(isDisabled).elementsEqual("true".utf8))
  }
}
