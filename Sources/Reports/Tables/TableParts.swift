/// How rows that are too many for one page are spread over several.
public enum TableParts {
  /// Ranges of about the same length, in order, each at most `most`; one empty range where there are no rows.
  public static func ranges(_ count: Int, most: Int) -> [Range<Int>] {
    let parts = max(1, (count + max(most, 1) - 1) / max(most, 1))
    return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
  }
}
