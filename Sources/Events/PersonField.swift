/// The fields of Gladly's customers and agents (`guide/exports.md`, "A Gladly data export"); the raw value is the field's slot.
enum PersonField: UInt8, CaseIterable {
  case id, name, address, email, emails, phones, externalID, externalIDs

  var path: String {
    switch self {
    case .id: "id"
    case .name: "name"
    case .address: "address"
    case .email: "emailAddress"
    case .emails: "emailAddresses"
    case .phones: "phoneNumbers"
    case .externalID: "externalCustomerId"
    case .externalIDs: "externalCustomerIds"
    }
  }
}
