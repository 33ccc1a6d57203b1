/// Sorts whole numbers digit by digit instead of comparing them: a report orders millions of lengths and instants.
enum DigitOrder {
  /// Of fewer than these, comparing is cheaper.
  private static let few = 1024
  private static let digitBits = 11
}

extension DigitOrder {
  /// Least first.
  static func sort(_ numbers: inout [Int64]) {
    guard numbers.count >= few, let least = numbers.min(), let most = numbers.max() else { return numbers.sort() }
    var keys = numbers.map { UInt64(bitPattern: $0 &- least) }
    sort(&keys, from: 0, bits: 64 - UInt64(bitPattern: most &- least).leadingZeroBitCount)
    for index in keys.indices { numbers[index] = Int64(bitPattern: keys[index]) &+ least }
  }

  /// Sorts by the bits from `first` on; keys that have these in common keep their order.
  /// - Parameter bits: so many bits are looked at.
  static func sort(_ keys: inout [UInt64], from first: Int, bits: Int) {
    var other = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: first, to: first + bits, by: digitBits) {
      move(keys, to: &other, shift: UInt64(shift))
      swap(&keys, &other)
    }
  }
}

extension DigitOrder {
  private static func move(_ keys: [UInt64], to other: inout [UInt64], shift: UInt64) {
    let mask: UInt64 = 1 << digitBits - 1
    keys.withUnsafeBufferPointer { keys in
      other.withUnsafeMutableBufferPointer { other in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { places in
          places.update(repeating: 0)
          for key in keys { places[Int(key >> shift & mask)] += 1 }
          var next = 0
          for digit in places.indices {
            let count = places[digit]
            places[digit] = next
            next += count
          }
          for key in keys {
            let digit = Int(key >> shift & mask)
            other[places[digit]] = key
            places[digit] += 1
          }
        }
      }
    }
  }
}
