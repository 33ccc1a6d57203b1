import HTML
import Testing

/// Whatever a message holds, its markup stays within what a message may be.
@Suite struct HostileMessageTests {
  static let fragments = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!--", "-->", "<![CDATA[",
    "]]>", "<?php",
    "<a href=\"javascript:alert(1)\">", "</p></div></main>", "<iframe srcdoc='", "<style>*{}</style>",
    "<math><mi//xlink:href=\"",
    "[a](javascript:alert(1))", "[a](https://x.org \"t\" onclick=\"x)", "[a](<https://x.org/\"onclick=x>)",
    "[a](https://x.org 'q\"><b>')", "![a](https://x.org/\"><script>)", "[![x](y)](https://x.org)",
    "<https://x.org/\"'><>", "<a@b.org>",
    "[r]: https://x.org/'\" \"t<b>\"\n", "[r]", "[a][r]", "\"", "'", "<", ">", "&", "&lt;", "&#0;", "&#x3c;", "\\<",
    "\0", "\u{1B}[31m",
    "`", "```", "~~~ \"><script>\n", "# ", "> ", "- ", "1. ", "    ", "\t", "*", "**", "_", "|", "|---|---|\n", "\n",
    "\n\n", "\r\n", "a",
    "\u{202E}", "\u{FEFF}", "é", "{#id .class}", "===\n", "---\n", "\\\n", "  \n",
  ]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func staysWithinItsMarkup(seed: UInt64) {
    var state = seed
    for _ in 0..<30 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.fragments[Int(state >> 33) % Self.fragments.count]
      }
      let fault = MarkupCheck.fault(in: message(text))
      #expect(fault == nil, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test(arguments: fragments)
  func staysWithinItsMarkupAlone(fragment: String) {
    #expect(MarkupCheck.fault(in: message(fragment)) == nil)
    #expect(MarkupCheck.fault(in: message("| a |\n|---|\n| \(fragment) |\n")) == nil)
  }

  @Test func survivesEveryPairOfBytes() {
    for first in UInt8.min...UInt8.max {
      let bytes = (UInt8.min...UInt8.max).flatMap { [first, $0, 0x20] as [UInt8] }
      #expect(MarkupCheck.fault(in: message(bytes: bytes)) == nil, "byte \(first)")
    }
  }

  @Test(arguments: [
    "<p><script></p>", "<p>a", "</p>", "<a href=\"x\">", "a \" b", "<p onclick=\"x\"></p>", "<b><i></b></i>", "a\u{1}",
  ])
  func isCheckedStrictly(markup: String) {
    #expect(MarkupCheck.fault(in: markup) != nil)
  }
}

/// Reads markup strictly: known tags with known attributes, in balance, everything else escaped.
enum MarkupCheck {
  private static let plain: Set<String> = [
    "p", "em", "strong", "code", "blockquote", "ul", "ol", "li", "thead", "tbody", "tr", "th", "td",
  ]

  static func fault(in markup: String) -> String? {
    var open: [String] = []
    var rest = Substring(markup)
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      if let fault = textFault(in: rest[..<start]) { return fault }
      guard let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: ">")) else { return "no end of tag" }
      let tag = String(rest[rest.utf8.index(after: start)..<end])
      rest = rest[rest.utf8.index(after: end)...]
      if tag == "br" || tag == "hr" { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "end of <\(tag)>" }
      } else {
        guard isAllowed(tag) else { return "<\(tag)>" }
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    return textFault(in: rest) ?? open.last.map { "open <\($0)>" }
  }

  private static func isAllowed(_ tag: String) -> Bool {
    if plain.contains(tag) { return true }
    let link =
      #/a href="(https?:\/\/|mailto:)[^"\s\\<>]+" rel="nofollow noopener noreferrer ugc"( title="[^"<>]*")?/#
      .ignoresCase()
    return tag == "pre tabindex=\"0\"" || tag.wholeMatch(of: link) != nil
      || tag.wholeMatch(of: #/ol start="\d+"/#) != nil
      || tag.wholeMatch(of: #/t[hd]( scope="(row|col)")?( class="num")?|td colspan="\d+"/#) != nil
      || tag == "div class=\"scroll\" tabindex=\"0\"" || tag == "table class=\"tbl\""
  }

  private static func textFault(in text: Substring) -> String? {
    if text.utf8.contains(where: { ">\"'".utf8.contains($0) }) { return "unescaped: \(text)" }
    if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }) { return "control: \(text)" }
    for part in text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst()
    where !["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: { part.starts(with: $0.utf8) }) {
      return "entity: \(text)"
    }
    return nil
  }
}
