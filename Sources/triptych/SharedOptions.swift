import ArgumentParser
import Files
import Glibc
import Grouping
import Time

/// Options that several commands share.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A file or folder of exported data; may be repeated.", valueName: "path"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp("A rule over the configuration's, e.g. window=48h or routes.email=team.", valueName: "key=value")
  )
  var rule: [RuleArgument] = []

  @Option(
    help: ArgumentHelp("The end of data, e.g. 2026-05-04T10:00:00Z. Default: the latest event.", valueName: "instant"))
  var asOf: InstantArgument?

  @Option(help: ArgumentHelp("Threads. Default: one for each core.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How much events and groups may take in memory, e.g. 512M or 2G; the rest goes to scratch files. Default: a quarter of the machine's.",
      valueName: "size"))
  var memory: MemoryBudget = .quarterOfMachine

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  var threads: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var settings: [RuleSet.Setting] { rule.map { (key: $0.key, value: $0.value) } }
}

/// `KEY=VALUE`.
struct RuleArgument: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    guard let mark = argument.firstIndex(of: "="), mark != argument.startIndex else { return nil }
    key = String(argument[..<mark])
    value = String(argument[argument.index(after: mark)...])
  }
}

/// An instant with an offset.
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(argument) else { return nil }
    self.instant = instant
  }
}

extension MemoryBudget: ExpressibleByArgument {
  public var defaultValueDescription: String { "" }
}
