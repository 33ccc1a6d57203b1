import Diagnostics
import Files
import Reports
import Templating
import Wording

/// Reads a site's own files, overlays over the program's.
struct SiteFiles {
  let source: any FileSource

  /// A text file without the byte-order mark that some editors write.
  func text(_ path: String) throws(Diagnostics) -> String {
    let bytes = try bytes(path)
    return String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  func bytes(_ path: String) throws(Diagnostics) -> [UInt8] {
    do throws(FileError) { return try source.read(path) } catch { throw Diagnostics([error.diagnostic]) }
  }

  /// A language's words: the program's, with what the site says over them; what it lacks is said in English.
  func words(language: String, folders: [String], labels: Labels) throws(Diagnostics) -> Words {
    let own = try entries(language, in: folders)
    if own.isEmpty {
      throw Diagnostics([
        .error("there are no words for the language `\(language)`", help: "write Content/i18n/\(language).yml")
      ])
    }
    let entries = language == "en" ? own : try entries("en", in: folders).merging(own) { $1 }
    return try Words(language: language, entries: labels.fill(entries))
  }

  private func entries(_ language: String, in folders: [String]) throws(Diagnostics) -> [String: String] {
    var entries: [String: String] = [:]
    for folder in folders {
      let path = "Content/i18n/\(language).yml"
      guard source.kind(of: folder + "/" + path) == .file else { continue }
      entries.merge(try WordsFile.read(try text(folder + "/" + path), path: path)) { $1 }
    }
    return entries
  }

  /// Each folder's measures, where it has any.
  func measures(in folders: [String]) throws(Diagnostics) -> [MeasureFile] {
    let path = "Content/measures.yml"
    var measures: [MeasureFile] = []
    for folder in folders where source.kind(of: folder + "/" + path) == .file {
      measures.append(MeasureFile(path: path, text: try text(folder + "/" + path)))
    }
    return measures
  }

  /// The folders of templates, weakest first.
  func templateFolders(home: String, site: String, overlay: String?) throws(Diagnostics) -> [String] {
    var folders = [home + "/Templates"]
    let own = site + "/Templates"
    if own != folders[0], source.kind(of: own) == .folder { folders.append(own) }
    if let overlay {
      guard source.kind(of: overlay) == .folder else {
        throw Diagnostics([.error("there is no folder `\(overlay)`, which --templates names")])
      }
      folders.append(overlay)
    }
    return folders
  }

  func templates(in folders: [String], words: Words) throws(Diagnostics) -> TemplateLibrary {
    var sources: [String: (path: String, bytes: [UInt8])] = [:]
    for folder in folders {
      for name in try names(in: folder) where name.hasSuffix(".mustache") {
        let key = String(name.dropLast(".mustache".count))
        sources[key] = (path: shown(folder, name), bytes: try bytes(folder + "/" + name))
      }
    }
    return TemplateLibrary(sources: sources, constants: words.constants)
  }

  /// Style sheets are put together into one; every other asset is copied.
  func assets(in folders: [String]) throws(Diagnostics) -> Assets {
    var files: [String: [UInt8]] = [:]
    for folder in folders where source.kind(of: folder + "/assets") == .folder {
      for name in try names(in: folder + "/assets") { files[name] = try bytes(folder + "/assets/" + name) }
    }
    return Assets(files)
  }

  /// Of what stands around every page: the configuration, all templates, the words.
  func frameDigest(
    root: String, folders: [String], words: [String], languages: [String]
  ) throws(Diagnostics) -> ContentDigest {
    var paths = [root + "/Content/site.yml"]
    for folder in folders {
      paths += try names(in: folder).filter { $0.hasSuffix(".mustache") }.map { folder + "/" + $0 }
    }
    for folder in words { paths += languages.map { "\(folder)/Content/i18n/\($0).yml" } }
    var builder = ContentDigestBuilder()
    for path in paths where source.kind(of: path) == .file {
      builder.add(ContentDigest(try bytes(path)))
    }
    return builder.digest
  }

  /// Everything below some folders, and the pages below another, one behind the other.
  func ownWords(folders: [String], pages: String) throws(Diagnostics) -> [UInt8] {
    var paths: [String] = []
    for folder in folders where source.kind(of: folder) == .folder {
      paths += try names(in: folder).map { folder + "/" + $0 }
    }
    paths += try names(in: pages).filter { $0.hasSuffix(".md") || $0 == "measures.yml" }.map { pages + "/" + $0 }
    var words: [UInt8] = []
    for path in paths { words += try bytes(path) + [0x0A] }
    return words
  }

  private func names(in folder: String) throws(Diagnostics) -> [String] {
    do throws(FileError) { return try source.files(under: folder) } catch { throw Diagnostics([error.diagnostic]) }
  }

  /// A template's path as errors show it: from its `Templates` folder on.
  private func shown(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/Templates") ? "Templates/" + name : folder + "/" + name
  }
}
