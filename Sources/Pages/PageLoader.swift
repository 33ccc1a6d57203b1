import CommonMark
import Diagnostics
import Files
import HTML

/// Loads the pages of a site and finds its images: every Markdown and image file below `Content/`, but none below its
/// `exports/` and `i18n/`.
public struct PageLoader: Sendable {
  private let source: any FileSource
  private let folder: String

  /// - Parameter folder: the site's `Content`.
  public init(source: any FileSource, folder: String) {
    self.source = source
    self.folder = folder
  }
}

extension PageLoader {
  /// All pages, in the order of their paths.
  /// - Throws: the errors of all pages together.
  public func load() throws(Diagnostics) -> [Page] {
    var pages: [Page] = []
    var errors: [Diagnostic] = []
    for name in try names(where: { $0.hasSuffix(".md") }) {
      do throws(Diagnostics) {
        pages.append(try page(name))
      } catch {
        errors += error.all
      }
    }
    errors += collisions(pages)
    if !errors.isEmpty { throw Diagnostics(errors) }
    return pages
  }

  /// The addresses of all images, in byte order: each lies in `Content/` where it will lie in the site.
  public func images() throws(Diagnostics) -> [String] {
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]
    return try names { name in endings.contains { name.hasSuffix($0) } }
  }

  /// Pages that would be written to one address.
  private func collisions(_ pages: [Page]) -> [Diagnostic] {
    var owners: [String: String] = [:]
    return pages.compactMap { page in
      guard let owner = owners.updateValue(page.path, forKey: page.address) else { return nil }
      return .error(
        "the page's address `\(page.address)` is that of `\(owner)` too", at: Place(path: page.path),
        help: "give one of them another `address`")
    }
  }

  private func names(where isWanted: (String) -> Bool) throws(Diagnostics) -> [String] {
    do throws(FileError) {
      return try source.files(under: folder).filter {
        isWanted($0) && !$0.hasPrefix("exports/") && !$0.hasPrefix("i18n/")
      }
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private func page(_ name: String) throws(Diagnostics) -> Page {
    let path = "Content/" + name
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try source.read(folder + "/" + name)
    } catch {
      throw Diagnostics([error.diagnostic])
    }
    return try PageParser(path: path, name: name).parse(bytes)
  }
}
