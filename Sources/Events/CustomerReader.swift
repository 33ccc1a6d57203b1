/// Reads what the export tells of a customer: the record in the customers' files, completed by what neutral events say;
/// at least the id.
struct CustomerReader: Sendable {
  let texts: SourceTexts
  let customers: CustomerIndex

  /// - Parameter told: the neutral events' records that last tell of the customer.
  func customer(
    brand: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>, told: CustomerTexts
  ) -> Person {
    let text = String(decoding: id, as: UTF8.self)
    var person = record(brand: brand, id: id).map { Person(at: $0, id: text, texts) } ?? Person(id: text)
    if person.name.isEmpty, told.name != 0 { person.name = texts.told(.customerName, at: told.name) }
    if person.emails.isEmpty, told.email != 0 { person.emails = [texts.told(.customerEmail, at: told.email)] }
    return person
  }

  /// The brand's own, else that of an export which names no brand.
  private func record(brand: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>) -> Location? {
    customers.place(brand: brand, id: id, texts) ?? customers.place(brand: WordPadding.empty, id: id, texts)
  }
}
