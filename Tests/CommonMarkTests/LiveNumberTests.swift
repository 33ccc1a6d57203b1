import CommonMark
import HTML
import Testing

@Suite struct LiveNumberTests {
  @Test(arguments: [
    ("We had {{ weekly.count }} talks.", "<p>We had [weekly.count] talks.</p>\n"),
    ("{{a}}{{ b }}", "<p>[a][b]</p>\n"),
    ("**{{ a }}**s *{{ b*c }}*", "<p><strong>[a]</strong>s <em>[b*c]</em></p>\n"),
    ("{{ a_b }} and {{ c_d }}", "<p>[a_b] and [c_d]</p>\n"),
    ("[{{ a }} talks](x.html)", "<p><a href=\"x.html\">[a] talks</a></p>\n"),
    ("- {{ a }}\n- b {{ c.d | percent }}", "<ul>\n<li>[a]</li>\n<li>b [c.d | percent]</li>\n</ul>\n"),
    ("> {{ a < b & \"c\" }}", "<blockquote>\n<p>[a < b & \"c\"]</p>\n</blockquote>\n"),
    ("\\{{ a }} and {{ b }}", "<p>{{ a }} and [b]</p>\n"),
    ("\\\\{{ a }}", "<p>\\[a]</p>\n"),
    ("a } b }} { c", "<p>a } b }} { c</p>\n"),
    ("`{{ a }}` {{ b }} `{{` and `}}`", "<p><code>{{ a }}</code> [b] <code>{{</code> and <code>}}</code></p>\n"),
    ("[a]({{b}}) {{ c }}", "<p><a href=\"%7B%7Bb%7D%7D\">a</a> [c]</p>\n"),
    ("[{{a}}]({{a}})", "<p><a href=\"%7B%7Ba%7D%7D\">[a]</a></p>\n"),
    ("<https://x.org/{{a}}>", "<p><a href=\"https://x.org/%7B%7Ba%7D%7D\">https://x.org/{{a}}</a></p>\n"),
    ("    {{ a }}\n", "<pre tabindex=\"0\"><code>{{ a }}\n</code></pre>\n"),
    (
      "- ```x{{b}}\n  {{ a\n  ```",
      "<ul>\n<li>\n<pre tabindex=\"0\"><code class=\"language-x{{b}}\">{{ a\n</code></pre>\n</li>\n</ul>\n"
    ),
    ("{{ a }}&#xFDD0;0&#xFDD0;9\u{200B}", "<p>[a][a]9\u{200B}</p>\n"),
    ("&#xFDD0;7&#xFDD0;{{ a }}", "<p>\u{FFFD}7\u{FFFD}[a]</p>\n"),
  ])
  func findsNumbersInWords(markdown: String, expected: String) {
    #expect(bracketed(markdown) == expected.replacing("\u{FFFD}7\u{FFFD}", with: noncharacters("7")), "\(markdown)")
    #expect(page(markdown).errors.isEmpty)
  }

  @Test func findsNumbersInCells() {
    let table = """
      | {{ a | b }} | `{{ c }}` |
      |---|--:|
      | {{ d }} | x \\| {{ e }} |
      """
    #expect(
      bracketed(table) == """
        <div class="scroll" tabindex="0" role="region" aria-label="Table"><table class="tbl">
        <thead>
        <tr><th scope="col">[a | b]</th><th scope="col" class="num"><code>{{ c }}</code></th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">[d]</th><td class="num">x | [e]</td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test func keepsFencesAsTheyAre() {
    #expect(
      page("{{ a }}\n\n```sql {{x}}\nselect '{{ y }}', '{{'\n```\n").blocks.last
        == .fence(info: "sql {{x}}", body: "select '{{ y }}', '{{'\n", line: 3))
  }

  @Test func leavesNumbersOutOfPlainHeadings() {
    let document = page("## From {{ a.b }} to *{{ c }}* `{{ d }}` {#x .y}")
    guard case .heading(2, let words, "From to {{ d }}", "x", ["y"], 1) = document.blocks.first else {
      Issue.record("\(document.blocks)")
      return
    }
    #expect(words.shown == "From {{ a.b }} to <em>{{ c }}</em> <code>{{ d }}</code>")
  }

  @Test func givesPlaces() {
    let document = Document(Array("ä {{ a }}\r\n\r\n- b\r\n  {{c}} {{ d }}\r\n".utf8), path: "p.md", firstLine: 5) {
      _ in
      nil as String?
    }
    #expect(lives(document).map(\.place.description) == ["p.md:5:3", "p.md:8:3", "p.md:8:9"])
    #expect(lives(document).map(\.place.text) == ["ä {{ a }}", "  {{c}} {{ d }}", "  {{c}} {{ d }}"])
    #expect(lives(document).map(\.text) == ["a", "c", "d"])
  }

  @Test(arguments: [
    ("ab {{ c\n}}", "1:4: error: a live number is not closed on its line, expected `}}`"),
    ("{{ a {{ b }}", "1:1: error: a live number is not closed on its line, expected `}}`"),
    ("{{ a `}}`", "1:1: error: a live number is not closed on its line, expected `}}`"),
    ("| a |\n|---|\n| {{ b |\n", "3:3: error: a live number is not closed on its line, expected `}}`"),
    ("x {{ }}", "1:3: error: a live number names nothing, expected a query's column or a measure"),
    ("![{{ a }}](b.png)", "1:3: error: a live number cannot stand in an image's description"),
    ("[a](b \"{{ c }}\")", "1:8: error: a live number cannot stand in a link's title"),
  ])
  func tellsWhatIsWrong(markdown: String, expected: String) {
    let errors = page(markdown).errors
    #expect(errors.count == 1, "\(markdown)")
    #expect(errors.first?.description.hasPrefix("Content/page.md:\(expected)\n") == true, "\(errors)")
    #expect(errors.first?.help == "write `\\{{` for the braces themselves")
  }

  @Test func fillsNumbersEscaped() {
    guard case .html(let words, _)? = page("*{{ a }}* & {{ b }}").blocks.first else {
      Issue.record("no words")
      return
    }
    #expect(words.filled { "<\($0.text)>" }.text == "<p><em>&lt;a&gt;</em> &amp; &lt;b&gt;</p>\n")
    #expect(words.fixed.text == "<p><em></em> &amp; </p>\n")
    #expect(words.lives.map(\.source) == ["{{ a }}", "{{ b }}"])
  }

  @Test func keepsMessagesAsTheyAre() {
    #expect(message("*{{ a }}* {{") == "<p><em>{{ a }}</em> {{</p>\n")
  }

  static let pieces = [
    "a", "1.", " ", "\n", "\n\n", "*", "**", "_", "`", "``", "```\n", "    ", "# ", "> ", "- ", "| ", "|---|\n", "[",
    "](x)", "![", "](y.png)", "<b>", "<https://x.org/", ">", "\\", "&amp;", "{", "}", "é", "{#id}", "\r\n",
  ]

  /// A number is read as a word would be: the same page with a word in its place has the same markup around it.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func readsNumbersAsWords(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<30 {
      let chosen = (0..<25).map { _ in generator.next(Self.pieces.count + 3) }
      let live = chosen.map { $0 < Self.pieces.count ? Self.pieces[$0] : "{{ q.x }}" }.joined()
      let plain = chosen.map { $0 < Self.pieces.count ? Self.pieces[$0] : "\u{E000}q\u{E000}" }.joined()
      guard !live.replacing("{{ q.x }}", with: "").contains("{{"), !live.contains("{{{"), !live.contains("\\{{") else {
        continue
      }
      let shown = everything(live).replacing("{{ q.x }}", with: "W").replacing("%7B%7B%20q.x%20%7D%7D", with: "W")
      let expected = everything(plain).replacing("\u{E000}q\u{E000}", with: "W")
        .replacing("%EE%80%80q%EE%80%80", with: "W")
      #expect(shown == expected, "seed \(seed): \(live.debugDescription)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func keepsWordsWithoutNumbersInOnePart(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<30 {
      let text = (0..<25).map { _ in Self.pieces[generator.next(Self.pieces.count)] }.joined()
        .replacing("{{", with: "{")
      for case .html(let words, _) in page(text).blocks {
        #expect(words.parts == [.words(words.fixed)], "seed \(seed): \(text.debugDescription)")
      }
      let escaped = page(text + "\n\n\\{{").blocks.dropLast()
      #expect(Array(escaped) == page(text + "\n\n.").blocks.dropLast(), "seed \(seed): \(text.debugDescription)")
    }
  }

  private func everything(_ markdown: String) -> String {
    page(markdown).blocks.map { block in
      switch block {
      case .heading(let level, let words, _, let id, _, _): "h\(level) \(id ?? "") \(words.shown)\n"
      case .fence(let info, let body, _): "\(info)\n\(body)"
      case .html(let words, _): words.shown
      }
    }.joined()
  }

  private func bracketed(_ markdown: String) -> String {
    page(markdown).blocks.map { block in
      guard case .html(let words, _) = block else { return "" }
      return words.parts.map { part in
        switch part {
        case .words(let words): words.text
        case .live(let live): "[\(live.text)]"
        }
      }.joined()
    }.joined()
  }

  private func lives(_ document: Document) -> [Live] {
    document.blocks.flatMap { block in if case .html(let words, _) = block { words.lives } else { [Live]() } }
  }

  private func noncharacters(_ text: String) -> String {
    String(decoding: [0xEF, 0xB7, 0x90] + Array(text.utf8) + [0xEF, 0xB7, 0x90], as: UTF8.self)
  }
}

/// A small sequence of numbers that a seed decides.
struct Generator {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
