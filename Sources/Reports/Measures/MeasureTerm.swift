import HTML

extension ReportContext {
  /// A measure's title, which leads to its entry in the glossary where the site has one, with what it means as hint.
  func title(of measure: Measure, as text: String) -> Markup {
    guard let glossary = settings.glossary else { return Markup(escaping: text) }
    var bytes: [UInt8] = []
    bytes.append("<a class=\"term\" href=\"")
    bytes.appendEscaped(page.links.address(glossary) + "#" + measure.anchorInGlossary)
    bytes.append("\" title=\"")
    bytes.appendEscaped(measure.sentence)
    bytes.append("\">")
    bytes.appendEscaped(text)
    bytes.append("</a>")
    return Markup(trusted: bytes)
  }
}

extension Measure {
  var anchorInGlossary: String { "measure-" + name }
}
