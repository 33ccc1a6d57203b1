import Diagnostics

extension SnapshotError {
  /// The sentence for a person.
  public var diagnostic: Diagnostic {
    if case .file(let error) = self { return error.diagnostic }
    return .error(summary, help: help)
  }

  private var summary: String {
    switch self {
    case .file(let error): error.diagnostic.summary
    case .exists(let path): "there is a file `\(path)` already"
    case .noSite(let folder): "found no published site in `\(folder)`"
    case .inside(let path): "the snapshot `\(path)` would lie inside the folder that it is made from"
    case .nameTaken: "a file of the site is called `\(Manifest.name)`, as the manifest of a snapshot is"
    case .noPages(let pattern): "no file of the site matches `\(pattern)`, which --pages names"
    case .wrongPattern(let pattern): "`\(pattern)` is no pattern for pages"
    case .nothingToOpen: "none of the chosen files is a page"
    case .tooLarge(let bytes, let limit, let isEstimate):
      "the snapshot \(isEstimate ? "would take about" : "takes more than") \(ByteCount(isEstimate ? bytes : limit))"
        + (isEstimate ? ", more than the \(ByteCount(limit)) that --max-size allows" : ", which --max-size allows")
    case .changing(let path): "`\(path)` changed while it was read"
    case .weakPassphrase(let least): "the passphrase is shorter than \(least) characters"
    case .noPassphrase: "an encrypted snapshot needs a passphrase"
    case .passphrasesDiffer: "the two passphrases are not the same"
    case .notASnapshot(let path): "`\(path)` is no snapshot that this program knows"
    case .damaged(let path): "`\(path)` is not whole, so that not all of it can be read"
    case .wrongPassphrase: "the passphrase is not the one that this snapshot was written with"
    case .foreign(let path): "the archive `\(path)` was not written by this program, or is broken at its end"
    }
  }

  private var help: String? {
    switch self {
    case .file: nil
    case .exists: "name another with --output, or replace it with --force"
    case .noSite: "build the site first with `triptych build`, or name the published folder with --from"
    case .inside: "name a file elsewhere with --output"
    case .nameTaken: "give the page or file another name"
    case .noPages: "a pattern is a path below the published folder, such as `index.html` or `timelines/*`"
    case .wrongPattern: "write a path below the published folder; `*` stands for any part of a name, `**` for more"
    case .nothingToOpen: "choose at least one page, such as `index.html`"
    case .tooLarge: "choose fewer pages with --pages, allow more with --max-size, or write a zip"
    case .changing: "run the command again when no build is at work"
    case .weakPassphrase: "a long one withstands guessing: four or five words that nobody else would put together"
    case .noPassphrase: "name a file that holds it with --passphrase-file, or set TRIPTYCH_PASSPHRASE"
    case .passphrasesDiffer: "run the command again"
    case .notASnapshot: "name a file that `triptych snapshot` wrote, or the folder that a .zip was unpacked to"
    case .damaged: "`triptych verify` tells what is wrong with it"
    case .wrongPassphrase: "capitals, spaces and the end of the line count"
    case .foreign: "unpack it and verify the folder"
    }
  }
}
