import ArgumentParser
import Diagnostics
import Files
import Glibc
import Privacy
import Site

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Leave customers out of every later build, and prove that nothing of them is left.")

  @Argument(help: ArgumentHelp("Customers by id, mail address or telephone number.", valueName: "customer"))
  var customers: [String] = []

  @Option(
    help: ArgumentHelp(
      "The site's folder. Default: the nearest with Content/site.yml, from here upwards.", valueName: "dir"))
  var site: String?

  @Option(help: ArgumentHelp("A file or folder of exported data; may be repeated.", valueName: "path"))
  var data: [String] = []

  @OptionGroup var keys: KeyOptions

  @Flag(help: "Tell what is on the list.")
  var list = false

  @Flag(help: "Take the customers off the list.")
  var undo = false

  @Flag(help: "Search the published site for the customers, by default for all on the list; change nothing.")
  var prove = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("With --prove: folders that sites were published to. Default: public/.", valueName: "dir"))
  var published: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("With --prove: snapshots to search too.", valueName: "file"))
  var snapshot: [String] = []

  @Option(help: ArgumentHelp("A file whose first line is the passphrase of snapshots.", valueName: "file"))
  var passphraseFile: String?

  @Option(help: ArgumentHelp("Threads. Default: one for each core.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("How much events may take in memory, as for build.", valueName: "size"))
  var memory: MemoryBudget = .quarterOfMachine

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if [list, undo, prove].count(where: { $0 }) > 1 {
      throw ValidationError("--list, --undo and --prove do different things: give one of them.")
    }
    if list, !customers.isEmpty { throw ValidationError("--list tells of the whole list: name no customer.") }
    if !list, !prove, customers.isEmpty { throw ValidationError("Name a customer by id, mail address or number.") }
    if !prove, !(published + snapshot).isEmpty || passphraseFile != nil {
      throw ValidationError("--published, --snapshot and --passphrase-file go with --prove.")
    }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let root = try SiteLocator.site(from: site ?? ".")
      if list { return try tellList(root) }
      let forgetter = try Forgetter(site: root, data: data, jobs: threads, memory: memory)
      let progress = BuildProgress()
      progress.show(.stage(.reading))
      if prove { return try prove(root, forgetter, progress) }
      guard let key = try keys.key() else { throw ForgetCommand.noKey }
      let outcomes =
        undo
        ? try forgetter.remove(customers, key: key) { progress.show($0) }
        : try forgetter.add(customers, key: key) { progress.show($0) }
      for outcome in outcomes { print(text(outcome)) }
      Console.tell("note: the published site changes with the next `triptych build`")
    }
  }
}

extension ForgetCommand {
  private var threads: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static var noKey: Diagnostics {
    Diagnostics([
      .error(
        "the list of the forgotten is made with a secret key, and there is none",
        help:
          "make one with `openssl rand -hex 32 > FILE`, keep it outside of the site, and name it with --key-file or "
          + "put it into the environment variable \(AudienceChoice.variable)")
    ])
  }

  private func tellList(_ root: String) throws(Diagnostics) {
    guard let list = try ForgottenFile(site: root).read() else { return }
    print(list.text, terminator: "")
  }

  private func text(_ outcome: Forgetter.Outcome) -> String {
    let state =
      switch (undo, outcome.isNew) {
      case (false, true): "on the list"
      case (false, false): "on the list already"
      case (true, true): "off the list"
      case (true, false): "not on the list"
      }
    let met =
      outcome.customers == 0
      ? "no customer of this export"
      : "\(outcome.customers == 1 ? "one customer" : "\(outcome.customers) customers") of this export, "
        + "\(outcome.events) events"
    return "\(outcome.word.safeInTerminal): \(state); \(met)"
  }

  private func prove(_ root: String, _ forgetter: Forgetter, _ progress: BuildProgress) throws(Diagnostics) {
    let traces = try forgetter.traces(of: customers, key: keys.key) { progress.show($0) }
    var proof = ForgetProof(traces, jobs: threads)
    for folder in published.isEmpty ? [root + "/public"] : published { try proof.search(published: folder) }
    let passphrase = PassphraseSource(file: passphraseFile)
    for file in snapshot { try proof.search(snapshot: file, passphrase) }
    for line in proof.lines { print(line) }
    Console.tell(proof.summary)
    if !proof.lines.isEmpty { throw Diagnostics([]) }
  }
}
