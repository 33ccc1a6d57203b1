import Diagnostics
import Events
import Files
import Privacy

/// The list of those who are left out of a site, beside its pages: it goes where the site's sources go.
public struct ForgottenFile: Sendable {
  static let name = "Content/forgotten.triptych"
  private let path: String

  /// - Parameter site: the site's folder.
  public init(site: String) { path = site + "/" + ForgottenFile.name }
}

extension ForgottenFile {
  /// Nil where nobody was ever put on a list.
  /// - Throws: what is wrong with the file.
  public func read() throws(Diagnostics) -> ForgottenList? {
    guard DiskFileSource().kind(of: path) == .file else { return nil }
    let text = try SiteFiles(source: DiskFileSource()).text(path)
    do throws(ForgottenList.Fault) { return try ForgottenList(text) } catch {
      throw Diagnostics([
        .error(
          "no line of a list of the forgotten, expected `id`, `email` or `phone` and 64 hexadecimal digits",
          at: Place(path: ForgottenFile.name, line: error.line),
          help: "take the file from your backup or version control: without it people come back into the site")
      ])
    }
  }

  public func write(_ list: ForgottenList) throws(Diagnostics) {
    do throws(FileError) { try PrivateFile.write(list.text, to: path) } catch { throw Diagnostics([error.diagnostic]) }
  }

  /// The list and the key that made it.
  /// - Parameter key: asked for where there is a list.
  /// - Returns: nil where nobody is on a list.
  /// - Throws: if there is somebody, and no key or another one.
  public func opened(
    key: () throws(Diagnostics) -> PseudonymKey?
  ) throws(Diagnostics) -> (list: ForgottenList, key: PseudonymKey)? {
    guard let list = try read(), !list.entries.isEmpty else { return nil }
    guard let key = try key() else {
      throw Diagnostics([
        .error(
          "`\(ForgottenFile.name)` lists customers to be left out, and there is no key to tell who they are",
          help:
            "name the file of the key that the list was made with by --key-file, or put the key into the environment "
            + "variable \(AudienceChoice.variable)")
      ])
    }
    guard list.isOf(key) else { throw ForgottenFile.otherKey }
    return (list, key)
  }

  /// Who is left out; nil for nobody.
  public func omission(key: () throws(Diagnostics) -> PseudonymKey?) throws(Diagnostics) -> Omission? {
    try opened(key: key).map { $0.list.omission(key: $0.key) }
  }

  static var otherKey: Diagnostics {
    Diagnostics([
      .error(
        "the key is not the one that `\(name)` was made with, so that nobody on it can be told",
        help: "use that key; if it is lost, remove the file and name everyone who is to be left out again")
    ])
  }
}
