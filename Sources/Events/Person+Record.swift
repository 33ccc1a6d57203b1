extension Person {
  /// Reads the record of a customer or agent.
  init(at location: Location, id: String, _ texts: SourceTexts) {
    var fields = RecordFields(base: WordPadding.base)
    texts.file(location).scan(location.offset, into: &fields)
    func string(_ field: PersonField) -> String { fields.string(field.slot) }
    var externalIDs: [ExternalID] = []
    let single =
      fields[PersonField.externalID.slot].form == .integer
      ? String(decoding: fields.raw(PersonField.externalID.slot), as: UTF8.self) : string(.externalID)
    if !single.isEmpty { externalIDs.append(ExternalID(system: "", id: single)) }
    if fields[PersonField.externalIDs.slot].form == .object {
      externalIDs += JSONList.members(fields.raw(PersonField.externalIDs.slot)).map {
        ExternalID(system: $0.key, id: $0.value)
      }
    }
    externalIDs.sort { ($0.system, $0.id) < ($1.system, $1.id) }
    let email = string(.email)
    self.init(
      id: id, name: string(.name), emails: (email.isEmpty ? [] : [email]) + fields.strings(PersonField.emails.slot),
      phones: fields.strings(PersonField.phones.slot), address: string(.address), externalIDs: externalIDs)
  }
}
