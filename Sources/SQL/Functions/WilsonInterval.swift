import GRDBSQLite

/// `wilson_low(k, n)` and `wilson_high(k, n)`: where a share of k among n lies, at 95 %. Null where n is 0 or null.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
enum WilsonInterval {
  /// - Returns: nil where there is nothing to say.
  static func bounds(_ k: Double, of n: Double) -> ClosedRange<Double>? {
    guard n > 0, k >= 0, k <= n else { return nil }
    let z = 1.959963984540054
    let share = k / n
    let middle = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let low = k == 0 ? 0 : max(0, (middle - reach) / (1 + z * z / n))
    let high = k == n ? 1 : min(1, (middle + reach) / (1 + z * z / n))
    return low...high
  }

  static func register(on connection: OpaquePointer?) {
    sqlite3_create_function_v2(
      connection, "wilson_low", 2, SQLFunctions.flags, nil,
      { context, _, arguments in WilsonInterval.answer(context, arguments) { $0.lowerBound } }, nil, nil, nil)
    sqlite3_create_function_v2(
      connection, "wilson_high", 2, SQLFunctions.flags, nil,
      { context, _, arguments in WilsonInterval.answer(context, arguments) { $0.upperBound } }, nil, nil, nil)
  }

  private static func answer(
    _ context: OpaquePointer?, _ arguments: SQLArguments?, _ end: (ClosedRange<Double>) -> Double
  ) {
    guard let arguments else { return }
    if arguments.kind(0) == SQLITE_NULL || arguments.kind(1) == SQLITE_NULL { return sqlite3_result_null(context) }
    let (k, n) = (arguments.number(0), arguments.number(1))
    guard n != 0 else { return sqlite3_result_null(context) }
    guard let bounds = bounds(k, of: n) else {
      return sqlite3_result_error(context, "wilson_low() and wilson_high() take k from 0 to n", -1)
    }
    sqlite3_result_double(context, end(bounds))
  }
}
