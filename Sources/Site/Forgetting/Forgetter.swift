import Diagnostics
import Events
import Files
import Grouping
import Privacy

/// Puts customers on a site's list of those who are left out, takes them off, and finds what is left of them.
public struct Forgetter: Sendable {
  private let root: String
  private let file: ForgottenFile
  private let loader: DataLoader
  private let jobs: Int

  /// - Parameters:
  ///   - site: the site's folder.
  ///   - data: replaces the configuration's where it is not empty.
  public init(site: String, data: [String], jobs: Int, memory: MemoryBudget) throws(Diagnostics) {
    root = site
    file = ForgottenFile(site: site)
    let configuration = try SiteSources.configuration(of: site)
    let rules = try SiteSources.ruleSet(configuration, [])
    self.jobs = jobs
    loader =
      data.isEmpty
      ? try DataLoader(configuration, root: site, rules: rules, jobs: jobs, memory: memory)
      : DataLoader(paths: data, rules: rules, jobs: jobs, memory: memory)
  }

  /// What a word came to.
  public struct Outcome: Sendable, Equatable {
    public var word: String
    /// Customers of the export whom it names, and how many events they have.
    public var customers = 0
    public var events = 0
    /// Whether the list is another than before.
    public var isNew = false
  }
}

extension Forgetter {
  /// Puts those on the list whom ids, mail addresses or telephone numbers name.
  public func add(
    _ words: [String], key: PseudonymKey, _ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) throws(Diagnostics) -> [Outcome] {
    try change(words, key, report) { $0.add($1, key: key) }
  }

  /// Takes them off the list.
  public func remove(
    _ words: [String], key: PseudonymKey, _ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) throws(Diagnostics) -> [Outcome] {
    try change(words, key, report) { $0.remove($1, key: key) }
  }

  /// What tells of those whom words name; of everyone on the list where there is none.
  public func traces(
    of words: [String], key: () throws(Diagnostics) -> PseudonymKey?,
    _ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) throws(Diagnostics) -> PersonTraces {
    let named = Set(words.flatMap(ForgottenValue.all(named:)))
    let listed = words.isEmpty ? try file.omission(key: key) : nil
    if words.isEmpty, listed == nil {
      throw Diagnostics([
        .error("nobody is on the list, and no customer is named", help: "name one: `triptych forget --prove CUSTOMER`")
      ])
    }
    let pseudonyms = try key()
    let store = try loader.load { report(.reading($0)) }
    let words = try SiteSources.ownWords(of: root) + LeakCheck.exportWords(store)
    let traces = PersonTraces(in: store, key: pseudonyms, siteWords: words, jobs: jobs) { person in
      listed.map { $0.omits(person) } ?? !named.isDisjoint(with: ForgottenValue.all(of: person))
    }
    guard traces.customers > 0 else {
      throw Diagnostics([
        .error(
          "no customer of the export is \(listed == nil ? "called so" : "on the list"), so that nobody knows what to look for",
          help: "name an export that still holds the customer with --data")
      ])
    }
    return traces
  }
}

extension Forgetter {
  private func change(
    _ words: [String], _ key: PseudonymKey, _ report: @escaping @Sendable (BuildEvent) -> Void,
    _ change: (inout ForgottenList, ForgottenValue) -> Bool
  ) throws(Diagnostics) -> [Outcome] {
    var list = try file.read() ?? ForgottenList(key: key)
    guard list.isOf(key) || list.entries.isEmpty else { throw ForgottenFile.otherKey }
    if list.entries.isEmpty { list = ForgottenList(key: key) }
    let named = words.map { (word: $0, values: Set(ForgottenValue.all(named: $0))) }
    var outcomes = words.map { Outcome(word: $0) }
    for index in named.indices {
      for value in named[index].values where change(&list, value) { outcomes[index].isNew = true }
    }
    let store = try loader.load { report(.reading($0)) }
    for party in store.parties {
      let values = ForgottenValue.all(of: store.customer(of: party))
      for index in named.indices where !named[index].values.isDisjoint(with: values) {
        outcomes[index].customers += 1
        outcomes[index].events += store.events(of: party).count
        // Whoever is named by an address stays known when the export has another one.
        if change(&list, values[0]) { outcomes[index].isNew = true }
      }
    }
    try file.write(list)
    return outcomes
  }
}
