import Diagnostics

/// The names that a page's parts have: ids, no two of which are the same, and those of its queries.
struct PageNames {
  private(set) var errors: [Diagnostic] = []
  private var ids: Set<String> = []
  private var queries: [String: Place] = [:]
}

extension PageNames {
  /// Takes an id that an author wrote.
  mutating func take(_ id: String, at place: Place) {
    if ids.insert(id).inserted { return }
    errors.append(
      .error("the id `\(id)` stands twice on this page", at: place, help: "give one of them another id"))
  }

  /// Makes an id where none is written: the name, with a number behind it if another has it.
  mutating func make(_ name: String) -> String {
    if ids.insert(name).inserted { return name }
    var count = 2
    while !ids.insert("\(name)-\(count)").inserted { count += 1 }
    return "\(name)-\(count)"
  }

  mutating func takeQuery(_ name: String, at place: Place) {
    guard let first = queries[name] else {
      queries[name] = place
      return
    }
    errors.append(
      .error(
        "two queries are called `\(name)`: the first stands at \(Place(path: first.path, line: first.line))",
        at: place.of(name), help: "give one of them another name"))
  }
}
