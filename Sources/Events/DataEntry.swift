import Time

/// One entry of a site's `data`: where an export lies, and how its columns and values become ours (`guide/exports.md`, "Anything else, by a mapping").
public struct DataEntry: Sendable {
  /// A file, or a folder that is searched at any depth.
  public var path: String
  /// How the path is shown, on pages too: its last name by default, so that what is published does not depend on where
  /// the data lies.
  public var shownPath: String
  /// The brand of all its events, over what a record says.
  public var brand: String?
  /// From our field to the file's column, or in JSON to a dotted path. A field that is not named here is read from the
  /// column of its own name; an empty column reads none.
  public var columns: [String: String]
  /// By field, from the file's value to ours. The value `""` stands for a field that is absent.
  public var values: [String: [String: String]]
  /// Where clocks without an offset stand.
  public var zone: Zone?

  public init(
    path: String, shownPath: String? = nil, brand: String? = nil, columns: [String: String] = [:],
    values: [String: [String: String]] = [:],
    zone: Zone? = nil
  ) {
    self.path = path
    self.shownPath = shownPath ?? DataEntry.lastName(path)
    self.brand = brand
    self.columns = columns
    self.values = values
    self.zone = zone
  }

  /// Empty for `.`, `..` and `/`, which name no folder that a reader knows.
  private static func lastName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return name == "." || name == ".." ? "" : name
  }
}
