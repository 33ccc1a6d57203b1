/// A map from numbers to indices that is emptied at no cost, for use from party to party: open addressing, where a
/// stamp tells entries of this round from those of earlier ones.
struct IndexTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 16)
  private var values = [Int32](repeating: 0, count: 16)
  private var stamps = [UInt32](repeating: 0, count: 16)
  private var stamp: UInt32 = 1
  private var count = 0
}

extension IndexTable {
  mutating func removeAll() {
    count = 0
    stamp &+= 1
    guard stamp == 0 else { return }
    for place in stamps.indices { stamps[place] = 0 }
    stamp = 1
  }

  subscript(key: UInt64) -> Int? {
    let place = place(of: key)
    return stamps[place] == stamp ? Int(values[place]) : nil
  }

  /// The value of `key`, which is `new` if it had none.
  @discardableResult
  mutating func value(of key: UInt64, orInsert new: Int) -> Int {
    var place = place(of: key)
    if stamps[place] == stamp { return Int(values[place]) }
    if count &* 2 >= keys.count {
      grow()
      place = self.place(of: key)
    }
    put(key, Int32(new), at: place)
    return new
  }
}

extension IndexTable {
  /// Where `key` is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed ^ (mixed &>> 32)) & mask
    while stamps[place] == stamp, keys[place] != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func put(_ key: UInt64, _ value: Int32, at place: Int) {
    keys[place] = key
    values[place] = value
    stamps[place] = stamp
    count &+= 1
  }

  private mutating func grow() {
    var larger = IndexTable()
    larger.keys = [UInt64](repeating: 0, count: keys.count * 2)
    larger.values = [Int32](repeating: 0, count: keys.count * 2)
    larger.stamps = [UInt32](repeating: 0, count: keys.count * 2)
    for place in keys.indices where stamps[place] == stamp {
      larger.put(keys[place], values[place], at: larger.place(of: keys[place]))
    }
    self = larger
  }
}
