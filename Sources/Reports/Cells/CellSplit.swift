/// How the units of a row divide into classes, and which of these a column counts.
struct CellSplit<Fact>: Sendable {
  /// The class of a unit. The classes make up all units.
  let index: @Sendable (Fact) -> Int
  let classes: Int
  /// By a column's key. Medians and sums go with the classes that they are made from.
  let columns: [String: Set<Int>]
}

extension CellSplit {
  /// A column for each class, whose key is the class's place.
  var withColumnsOfClasses: CellSplit {
    CellSplit(
      index: index, classes: classes,
      columns: Dictionary(uniqueKeysWithValues: (0..<classes).map { (String($0), [$0]) }))
  }

  /// - Parameter columns: by keys, several parted by blanks, whether a class is counted.
  init<Class: Hashable & Sendable>(
    _ classes: [Class], of kind: @escaping @Sendable (Fact) -> Class, columns: KeyValuePairs<String, (Class) -> Bool>
  ) {
    let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    index = { fact in places[kind(fact)] ?? 0 }
    self.classes = classes.count
    var counted: [String: Set<Int>] = [:]
    for (keys, holds) in columns {
      for key in keys.split(separator: " ") {
        counted[String(key)] = Set(classes.indices.filter { holds(classes[$0]) })
      }
    }
    self.columns = counted
  }
}
