import ArgumentParser
import Diagnostics
import Files
import Glibc
import Site
import Snapshots
import Time

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Put a published site into one file that can be handed on.")

  @Option(
    help: ArgumentHelp(
      "The site's folder. Default: the nearest with Content/site.yml, from here upwards.", valueName: "dir"))
  var site: String?

  @Option(help: ArgumentHelp("The published folder. Default: the site's public/.", valueName: "dir"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "zip, html (one file) or encrypted (one file behind a passphrase). Default: html for an output that ends so.",
      valueName: "format"))
  var format: Snapshot.Format?

  @Option(help: ArgumentHelp("The file to write. Default: snapshot.zip or snapshot.html, here.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Take these pages and what they need, and no others.", valueName: "glob"))
  var pages: [GlobArgument] = []

  @Option(
    help: ArgumentHelp(
      "A file whose first line is the passphrase. Default: TRIPTYCH_PASSPHRASE, or it is asked for.", valueName: "file")
  )
  var passphraseFile: String?

  @Option(help: ArgumentHelp("The last day on which the snapshot should be used.", valueName: "date"))
  var expires: DayArgument?

  @Option(
    help: ArgumentHelp("A larger snapshot is an error. Default: 50M for html and encrypted.", valueName: "size"))
  var maxSize: ByteCount?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @Option(help: ArgumentHelp("How many threads. Default: the number of cores.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let published = try PublishedSite(try folder())
      let place = SnapshotPlace(path, replaces: force, limit: maxSize?.bytes ?? defaultLimit)
      guard !Folders.resolved(path.parent).inside(published.folder) else {
        throw Diagnostics([SnapshotError.inside(path).diagnostic])
      }
      let snapshot = try SnapshotError.told { () throws(SnapshotError) in
        let contents = try SnapshotContents(folder: published.folder, pages: pages.map(\.glob))
        return Snapshot(contents, facts: facts(of: published), jobs: threads)
      }
      let summary = try write(snapshot, to: place)
      if published.inputs == nil {
        Console.tell("note: nothing is known of the build, so the manifest names neither inputs nor end of data")
      }
      Console.tell("\(summary.files) files, \(ByteCount(summary.bytes)); SHA-256 \(summary.sha256)")
      print(summary.path)
    }
  }
}

extension SnapshotCommand {
  private var threads: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private var kind: Snapshot.Format { format ?? (output?.hasSuffix(".html") == true ? .html : .zip) }

  private var path: String { output ?? (kind == .zip ? "snapshot.zip" : "snapshot.html") }

  private var defaultLimit: Int? { kind == .zip ? nil : 50_000_000 }

  private func folder() throws(Diagnostics) -> String {
    if let from { return from }
    return try SiteLocator.site(from: site ?? ".") + "/public"
  }

  private func write(_ snapshot: Snapshot, to place: SnapshotPlace) throws(Diagnostics) -> SnapshotSummary {
    guard kind != .zip else {
      return try SnapshotError.told { () throws(SnapshotError) in try snapshot.writeZip(to: place) }
    }
    let frame = try frame()
    return try SnapshotError.told { () throws(SnapshotError) in
      let passphrase = kind == .encrypted ? try PassphraseSource(file: passphraseFile).new() : nil
      return try snapshot.writePage(to: place, frame: frame, passphrase: passphrase) { bytes in
        Console.tell("about \(ByteCount(bytes)) in one file")
      }
    }
  }

  /// In the language of the site, where one is named or found.
  private func frame() throws(Diagnostics) -> PageFrame {
    let root = from == nil || site != nil ? try SiteLocator.site(from: site ?? ".") : nil
    let frame = try SiteFrame(site: root, home: try SiteLocator.home())
    return try PageFrame(
      words: frame.words, templates: frame.templates, script: try frame.bytes("snapshot/open.js"),
      style: try frame.bytes("snapshot/open.css"))
  }

  private func facts(of published: PublishedSite) -> SnapshotFacts {
    SnapshotFacts(
      program: "triptych \(TriptychCommand.configuration.version)", audience: published.audience ?? "internal",
      asOf: published.asOf,
      expires: expires?.day ?? published.expires.flatMap { CivilDate($0) },
      inputs: published.inputs.map(InputsDigest.text), rules: published.rules)
  }
}

extension String {
  /// The folder that a path lies in.
  fileprivate var parent: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  fileprivate func inside(_ folder: String) -> Bool { self == folder || hasPrefix(folder + "/") }
}
