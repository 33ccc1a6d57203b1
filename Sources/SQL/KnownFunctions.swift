/// The functions that queries may call: those whose result follows from their arguments alone, so that the same data
/// gives the same pages. Of SQLite's (https://www.sqlite.org/lang_corefunc.html and the pages beside it) what is left
/// out is random, tells of the program or the connection, or loads code.
enum KnownFunctions {
  static let names: Set<String> = Set(groups.flatMap { $0.split(separator: " ").map(String.init) })

  /// Functions that would read the clock.
  static let clocks: Set<String> = ["current_date", "current_time", "current_timestamp"]
  static let random: Set<String> = ["random", "randomblob"]

  private static let groups = [
    // Core
    "abs char coalesce concat concat_ws format glob hex if ifnull iif instr length like likelihood likely lower ltrim",
    "max min nullif octet_length printf quote replace round rtrim sign soundex substr substring trim typeof unhex",
    "unicode unlikely upper zeroblob",
    // Aggregates and windows
    "avg count group_concat string_agg sum total",
    "cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number",
    // Dates: ours, over SQLite's
    "date datetime julianday strftime time unixepoch",
    // JSON
    "json json_array json_array_length json_extract json_group_array json_group_object json_insert json_object",
    "json_patch json_quote json_remove json_replace json_set json_type json_valid -> ->>",
    // Mathematics
    "acos acosh asin asinh atan atan2 atanh ceil ceiling cos cosh degrees exp floor ln log log10 log2 mod pi pow",
    "power radians sin sinh sqrt tan tanh trunc",
    // Ours
    "median percentile wilson_high wilson_low",
  ]
}
