import Diagnostics
import Files

/// Loads the pages of a site and finds its images: every Markdown and image file below `Content/`, but none below its
/// `exports/` and `i18n/`. A Markdown file whose name begins with `_` is no page: pages include it.
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
    let names = try names { $0.hasSuffix(".md") }
    let partials = try partials(names.filter(Partials.isPartial))
    for name in names where !Partials.isPartial(name) {
      do throws(Diagnostics) {
        pages.append(try PageParser(path: "Content/" + name, name: name, partials: partials).parse(try bytes(of: name)))
      } catch {
        for mistake in error.all where !errors.contains(mistake) { errors.append(mistake) }
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
    var errors: [Diagnostic] = []
    for page in pages {
      let index = page.front.index == nil || page.address == page.indexAddress ? [] : [page.indexAddress]
      for address in [page.address] + index {
        guard let owner = owners.updateValue(page.path, forKey: address) else { continue }
        errors.append(
          .error(
            "the page's address `\(address)` is that of `\(owner)` too", at: Place(path: page.path),
            help: "give one of them another `address`"))
      }
    }
    return errors
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

  private func partials(_ names: [String]) throws(Diagnostics) -> Partials {
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = try bytes(of: name) }
    return Partials(files)
  }

  private func bytes(of name: String) throws(Diagnostics) -> [UInt8] {
    do throws(FileError) {
      return try source.read(folder + "/" + name)
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }
}
