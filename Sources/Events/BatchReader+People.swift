/// Gladly's customers, agents and topics (`guide/exports.md`, "A Gladly data export").
extension BatchReader {
  mutating func addPerson() throws(Rejection) {
    try addRecord(id: PersonField.id.slot)
    for field in PersonField.allCases where !field.accepts(fields[field.slot]) {
      tally.wrongTypes |= 1 << UInt64(field.slot)
    }
  }

  mutating func addTopic() throws(Rejection) {
    try addRecord(id: TopicField.id.slot)
    for field in TopicField.allCases where !field.accepts(fields[field.slot]) {
      tally.wrongTypes |= 1 << UInt64(field.slot)
    }
  }

  private mutating func addRecord(id: Int) throws(Rejection) {
    try require(id, integers: true)
    let location = Location(file: file.number, offset: offset)
    let id = text(id, integers: true)
    if layout.kind == .customers {
      let hash = (layout.brand ?? []).withUnsafeBufferPointer { CustomerIndex.hash(brand: $0, id: id) }
      batch.customers.append(CustomerRecord(location: location, hash: hash))
    } else {
      batch.people.append(PersonRecord(kind: layout.kind, id: batch.names.intern(id), location: location))
    }
  }
}

extension PersonField {
  var slot: Int { Int(rawValue) }

  fileprivate func accepts(_ slot: Slot) -> Bool {
    if slot.isMissing { return true }
    return switch self {
    case .id, .externalID: slot.form.isText || slot.form == .integer
    case .name, .address, .email: slot.form.isText
    case .emails, .phones: slot.form == .array
    case .externalIDs: slot.form == .object
    }
  }
}

extension TopicField {
  var slot: Int { Int(rawValue) }

  fileprivate func accepts(_ slot: Slot) -> Bool {
    if slot.isMissing { return true }
    return switch self {
    case .id, .parent: slot.form.isText || slot.form == .integer
    case .name: slot.form.isText
    case .isDisabled: slot.form == .boolean
    }
  }
}
