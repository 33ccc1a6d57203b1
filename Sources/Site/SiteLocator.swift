import Diagnostics
import Files
import Glibc

/// Where things are: a site's folder, and the program's own templates and words.
public enum SiteLocator {
  /// The nearest folder with `Content/site.yml`, from `start` upwards.
  public static func site(from start: String) throws(Diagnostics) -> String {
    var folder = Folders.resolved(start)
    while true {
      if Folders.exists(folder + "/Content/site.yml") { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw Diagnostics([
      .error(
        "found no `Content/site.yml` in `\(start)` or a folder above it",
        help: "go to a site's folder, name it with --site, or begin one with `triptych new DIR`")
    ])
  }

  /// The folder that holds the program's own `Templates/` and `Content/i18n/`: the one that `TRIPTYCH_HOME` names, or
  /// the nearest above the program's file, or `share/triptych` beside its `bin`.
  public static func home() throws(Diagnostics) -> String {
    if let home = getenv("TRIPTYCH_HOME").map({ String(cString: $0) }), isHome(home) { return home }
    var folder = Folders.resolved("/proc/self/exe")
    while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      folder = String(folder[..<slash])
      if isHome(folder) { return folder }
      if isHome(folder + "/share/triptych") { return folder + "/share/triptych" }
    }
    throw Diagnostics([
      .error(
        "found no `Templates/` and `Content/i18n/` of the program itself",
        help: "set TRIPTYCH_HOME to the folder that the program was built in")
    ])
  }

  private static func isHome(_ folder: String) -> Bool {
    Folders.exists(folder + "/Templates/layout.mustache") && Folders.exists(folder + "/Content/i18n/en.yml")
  }
}
