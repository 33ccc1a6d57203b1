/// The customers' records by brand and id: the last record of each. Ids are read from the files again where hashes are
/// equal, so that a customer takes some 20 bytes.
struct CustomerIndex: Sendable {
  private var places: [UInt64] = []
  private var hashes: [UInt32] = []
  /// Open addressing: an index plus 1, 0 for free.
  private var slots: [UInt32] = []

  init() {}

  /// - Parameter batches: in the order of the files.
  init(_ batches: [Batch], _ texts: SourceTexts) {
    let count = batches.reduce(0) { $0 + $1.customers.count }
    guard count > 0 else { return }
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for batch in batches {
      for record in batch.customers { add(record, texts) }
    }
  }
}

extension CustomerIndex {
  static func hash(brand: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    ByteHash.hash(id) &+ (brand.isEmpty ? 0 : ByteHash.hash(brand)) &* 0x9E37_79B1
  }

  /// The record of a brand's customer.
  func place(
    brand: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>, _ texts: SourceTexts
  ) -> Location? {
    if slots.isEmpty { return nil }
    let hash = CustomerIndex.hash(brand: brand, id: id)
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while slots[at] != 0 {
      let index = Int(slots[at]) - 1
      let place = Location(packed: places[index])
      if hashes[index] == hash, texts.isCustomer(place, brand: brand, id: id) { return place }
      at = (at + 1) & mask
    }
    return nil
  }

  private mutating func add(_ record: CustomerRecord, _ texts: SourceTexts) {
    let mask = slots.count - 1
    var at = Int(record.hash) & mask
    while slots[at] != 0 {
      let index = Int(slots[at]) - 1
      if hashes[index] == record.hash, texts.areOneCustomer(Location(packed: places[index]), record.location) {
        places[index] = record.location.packed
        return
      }
      at = (at + 1) & mask
    }
    places.append(record.location.packed)
    hashes.append(record.hash)
    slots[at] = UInt32(places.count)
  }
}

extension SourceTexts {
  fileprivate func areOneCustomer(_ a: Location, _ b: Location) -> Bool {
    let id = text(PersonField.id.slot, at: b)
    return id.withUnsafeBufferPointer { id in
      (file(b).layout.brand ?? []).withUnsafeBufferPointer { isCustomer(a, brand: $0, id: id) }
    }
  }

  fileprivate func isCustomer(
    _ place: Location, brand: UnsafeBufferPointer<UInt8>, id: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    (file(place).layout.brand ?? []).elementsEqual(brand) && text(PersonField.id.slot, at: place).elementsEqual(id)
  }
}
