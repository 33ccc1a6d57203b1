import HTML

/// The same by name, where a page is one of few: the name is looked up in the record's schema.
extension Values {
  public mutating func append(to name: String, of record: Record) -> Record {
    append(to: slot(name, of: record), of: record)
  }

  public mutating func set(_ name: String, of record: Record, text: String) {
    set(slot(name, of: record), of: record, text: text)
  }

  public mutating func set(_ name: String, of record: Record, bytes: UnsafeBufferPointer<UInt8>) {
    set(slot(name, of: record), of: record, bytes: bytes)
  }

  public mutating func set(_ name: String, of record: Record, number: Int) {
    set(slot(name, of: record), of: record, number: number)
  }

  public mutating func set(_ name: String, of record: Record, markup: Markup) {
    set(slot(name, of: record), of: record, markup: markup)
  }

  public mutating func set(_ name: String, of record: Record, flag: Bool) {
    set(slot(name, of: record), of: record, flag: flag)
  }

  public mutating func build(_ name: String, of record: Record, _ body: (inout [UInt8]) -> Void) {
    build(slot(name, of: record), of: record, body)
  }

  private func slot(_ name: String, of record: Record) -> Slot { layout.schemas[record.frame][name] }
}
