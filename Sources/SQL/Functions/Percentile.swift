import GRDBSQLite

/// `median(x)` and `percentile(x, p)`, p from 0 to 100: by nearest rank, so that the result is one of the values
/// (Hyndman and Fan 1996, definition 1). Nulls are left out; of nothing it is null.
enum Percentile {
  static func register(on connection: OpaquePointer?) {
    sqlite3_create_function_v2(connection, "median", 1, SQLFunctions.flags, nil, nil, add, finish, nil)
    sqlite3_create_function_v2(connection, "percentile", 2, SQLFunctions.flags, nil, nil, add, finish, nil)
  }

  private typealias Step = @Sendable @convention(c) (OpaquePointer?, Int32, SQLArguments?) -> Void

  private static let add: Step = { context, count, arguments in
    guard let arguments, let numbers = numbers(context) else { return sqlite3_result_error_nomem(context) }
    if count == 2 {
      guard arguments.isNumber(1), (0...100).contains(arguments.number(1)) else {
        return sqlite3_result_error(context, "percentile() takes a number from 0 to 100 as its second argument", -1)
      }
      numbers.percent = arguments.number(1)
    }
    switch arguments.kind(0) {
    case SQLITE_NULL: return
    case SQLITE_INTEGER: numbers.integers.append(sqlite3_value_int64(arguments[0]))
    case SQLITE_FLOAT: numbers.reals.append(arguments.number(0))
    default:
      sqlite3_result_error(context, "\(count == 2 ? "percentile" : "median")() takes numbers, found text", -1)
    }
  }

  private static let finish: @Sendable @convention(c) (OpaquePointer?) -> Void = { context in
    let slot = sqlite3_aggregate_context(context, 0)?.assumingMemoryBound(to: UnsafeRawPointer?.self)
    guard let held = slot?.pointee else { return sqlite3_result_null(context) }
    slot?.pointee = nil
    switch Unmanaged<Numbers>.fromOpaque(held).takeRetainedValue().percentile() {
    case .integer(let value)?: sqlite3_result_int64(context, value)
    case .real(let value)?: sqlite3_result_double(context, value)
    case nil: sqlite3_result_null(context)
    }
  }

  /// The numbers of one group, made for its first row.
  private static func numbers(_ context: OpaquePointer?) -> Numbers? {
    let size = Int32(MemoryLayout<UnsafeRawPointer?>.size)
    guard let memory = sqlite3_aggregate_context(context, size) else { return nil }
    let slot = memory.assumingMemoryBound(to: UnsafeRawPointer?.self)
    if let held = slot.pointee { return Unmanaged<Numbers>.fromOpaque(held).takeUnretainedValue() }
    let numbers = Numbers()
    slot.pointee = UnsafeRawPointer(Unmanaged.passRetained(numbers).toOpaque())
    return numbers
  }
}

/// The numbers of a group.
private final class Numbers {
  enum Value {
    case integer(Int64)
    case real(Double)

    var double: Double {
      switch self {
      case .integer(let value): Double(value)
      case .real(let value): value
      }
    }
  }

  var integers: [Int64] = []
  var reals: [Double] = []
  var percent = 50.0

  func percentile() -> Value? {
    let count = integers.count + reals.count
    guard count > 0 else { return nil }
    let position = min(max(Int((Double(count) * percent / 100).rounded(.up)), 1), count) - 1
    if reals.isEmpty { return .integer(integers.ranked(position)) }
    if integers.isEmpty { return .real(reals.ranked(position)) }
    return (integers.map { Value.integer($0) } + reals.map { Value.real($0) })
      .sorted { $0.double < $1.double }[position]
  }
}

extension Array where Element: Comparable {
  /// The value that would stand at a position if they were sorted (C. A. R. Hoare, "Algorithm 65: Find", 1961). Their
  /// order is lost. What does not get small soon, as values can be laid out for it, is sorted.
  mutating func ranked(_ position: Int) -> Element {
    withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      var rounds = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
      while low < high {
        rounds -= 1
        if rounds < 0 {
          values[low...high].sort()
          break
        }
        let pivot = values.middle(of: low, (low + high) / 2, high)
        var (left, right) = (low, high)
        while left <= right {
          while values[left] < pivot { left += 1 }
          while pivot < values[right] { right -= 1 }
          guard left <= right else { break }
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
        if right < position { low = left }
        if position < left { high = right }
      }
      return values[position]
    }
  }
}

extension UnsafeMutableBufferPointer where Element: Comparable {
  fileprivate func middle(of a: Int, _ b: Int, _ c: Int) -> Element {
    let (low, high) = self[a] < self[b] ? (self[a], self[b]) : (self[b], self[a])
    return Swift.max(low, Swift.min(high, self[c]))
  }
}
