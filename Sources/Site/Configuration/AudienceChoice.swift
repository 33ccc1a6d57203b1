import Diagnostics
import Files
import Privacy
import Wording

/// Whom a build is for, as it was asked: by name, with the key of its pseudonyms.
public struct AudienceChoice: Sendable {
  /// Nothing chooses the site's own.
  public var name: String?
  public var key: PseudonymKey?

  public init(name: String? = nil, key: PseudonymKey? = nil) {
    self.name = name
    self.key = key
  }
}

extension AudienceChoice {
  /// - Throws: when the configuration has no such audience, or it needs a key and there is none.
  func audience(_ configuration: SiteConfiguration, words: Words? = nil) throws(Diagnostics) -> Audience {
    let name = name ?? configuration.audience
    guard let policy = configuration.audiences.first(where: { $0.name == name }) else {
      let known = configuration.audiences.map(\.name).joined(separator: ", ")
      throw Diagnostics([.error("no audience is called `\(name)`", help: "those of this site are \(known)")])
    }
    let names = words.map {
      AudienceWords(customer: $0["audience.customer"], agent: $0["audience.agent"], file: $0["audience.file"])
    }
    do throws(MissingKey) {
      return try Audience(
        policy, key: key, redaction: configuration.redaction, words: names ?? AudienceWords())
    } catch {
      throw Diagnostics([
        .error(
          "the audience `\(name)` sees pseudonyms, and there is no key to make them with",
          help: "name a file that holds one with --key-file, put one into the environment variable "
            + "\(AudienceChoice.variable), or use --random-key for pseudonyms that no other build has")
      ])
    }
  }

  /// Where a key may stand that is in no file.
  public static let variable = "TRIPTYCH_KEY"

  /// Reads a key: from a file, else from the environment.
  public static func key(file: String?, environment: [String: String]) throws(Diagnostics) -> PseudonymKey? {
    let secret: [UInt8]
    if let file {
      do throws(FileError) { secret = try DiskFileSource().read(file) } catch { throw Diagnostics([error.diagnostic]) }
    } else if let value = environment[variable] {
      secret = Array(value.utf8)
    } else {
      return nil
    }
    guard let key = PseudonymKey(secret) else {
      throw Diagnostics([
        .error(
          "the key in \(file.map { "`\($0)`" } ?? variable) is too short: it has to have "
            + "\(PseudonymKey.leastLength) bytes or more",
          help: "make one with `openssl rand -hex 32`")
      ])
    }
    return key
  }
}
