extension Range<Int> {
  /// The first position from which on the predicate holds; it holds nowhere before one where it does not.
  func partitioningIndex(where belongsAfter: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
