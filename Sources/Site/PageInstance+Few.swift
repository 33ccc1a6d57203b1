import Diagnostics
import Pages
import Reports

extension PageInstance {
  /// The page as its audience is told it: a sentence with a number that it is not told is left out at the top.
  func told(_ context: ReportContext) throws(Diagnostics) -> Page {
    var page = page
    if authored.hides(page.front.lede, context) { page.front.lede = nil }
    if authored.hides(page.front.about, context) { page.front.about = nil }
    return page
  }
}
