/// The fields of Gladly's topics (`guide/exports.md`, "A Gladly data export"); the raw value is the field's slot.
enum TopicField: UInt8, CaseIterable {
  case id, name, parent, isDisabled

  var path: String {
    switch self {
    case .id: "id"
    case .name: "name"
    case .parent: "parentId"
    case .isDisabled: "disabled"
    }
  }
}
