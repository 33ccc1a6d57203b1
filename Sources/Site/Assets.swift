/// The files beside the pages: one style sheet, put together from `assets/styles/`, and scripts. A sheet that a site
/// or a folder of templates calls `assets/site.css` stands in for the whole one.
struct Assets: Sendable {
  /// Address below the root, and bytes; sorted by address.
  let files: [(address: String, bytes: [UInt8])]

  /// The cascade's layers in their order; what else lies in the folder comes behind them, by name.
  private static let styles = [
    "layers", "reset", "tokens", "base", "layout", "components", "charts", "pages", "narrow", "print",
  ]

  init(_ sources: [String: [UInt8]]) {
    let names = sources.keys.filter { $0.hasPrefix("styles/") && $0.hasSuffix(".css") }.sorted()
    let known = Assets.styles.map { "styles/\($0).css" }
    let ordered = known.filter(names.contains) + names.filter { !known.contains($0) }
    let sheet = sources["site.css"] ?? PackedStyles.pack(ordered.flatMap { sources[$0] ?? [] })
    let others = sources.filter { !$0.key.hasPrefix("styles/") && $0.key != "site.css" }
      .map { (address: "assets/" + $0.key, bytes: $0.value) }
    files = ([(address: "assets/site.css", bytes: sheet)] + others).sorted { $0.address < $1.address }
  }
}
