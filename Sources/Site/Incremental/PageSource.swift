import Files
import Pages

/// What an authored page, or the search, is made from, as one number: the data, everything beside the pages, what pages
/// tell of one another, and the page's own text. Where the number is what it was, the page is what it was.
struct PageSource: Sendable {
  /// Of everything but the pages' own texts.
  private let shared: ContentDigest
  /// Of the pages' files, by their paths below the site's folder.
  private let texts: [String: ContentDigest]

  /// - Parameter root: the site's folder.
  /// - Returns: nil if a file could not be read: what it says is not known then.
  init?(_ inputs: BuildInputs, _ site: SiteProgram, root: String) {
    let paths = Dictionary(site.sources.pages.map { (root + "/" + $0.path, $0.path) }) { $1 }
    var texts: [String: ContentDigest] = [:]
    var builder = ContentDigestBuilder()
    for setting in inputs.settings { builder.add(setting) }
    for file in inputs.files {
      guard let content = file.content else { return nil }
      if let page = paths[file.path] {
        texts[page] = content
      } else {
        builder.add(file.path)
        builder.add(content)
      }
    }
    for page in site.sources.pages {
      builder.add(page.path)
      builder.add(page.matter)
    }
    builder.add(site.glossary ?? "")
    site.addFrame(to: &builder)
    shared = builder.digest
    self.texts = texts
  }
}

extension PageSource {
  /// - Returns: never 0, which stands for no source; nil if the page's text is not known.
  func key(_ instance: PageInstance) -> UInt64? {
    guard let text = texts[instance.page.path] else { return nil }
    var builder = ContentDigestBuilder()
    builder.add(shared)
    builder.add(text)
    builder.add(instance.address)
    return builder.digest.low | 1
  }

  /// Of the search, which knows pages by their titles and headings.
  func key(search pages: [SearchedPage]) -> UInt64 {
    var builder = ContentDigestBuilder()
    builder.add(shared)
    for page in pages {
      builder.add(page.address)
      builder.add(UInt64(page.entries.count))
      for entry in page.entries {
        for text in [entry.id, entry.title, entry.context] { builder.add(text) }
      }
    }
    return builder.digest.low | 1
  }
}
