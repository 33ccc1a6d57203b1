import CommonMark
import Testing

@Suite struct HostilePageTests {
  /// A page is its author's own, but a broken one must neither stop the program nor let raw HTML through.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func dropsRawHTMLWhereverItStands(seed: UInt64) {
    var state = seed
    for _ in 0..<30 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += HostileMessageTests.fragments[Int(state >> 33) % HostileMessageTests.fragments.count]
      }
      let markup = page(text).blocks.map(rendered).joined()
      for raw in ["<script", "<svg", "<iframe", "<style", "<math", "<!--", "<?php", "href=\"javascript", "src=\"http"] {
        #expect(!markup.contains(raw), "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  private func rendered(_ block: Document.Block) -> String {
    switch block {
    case .heading(_, let inline, _, _, _, _): inline.shown
    case .fence(let info, let body, _): CodeRenderer.render(info: info, body: body).text
    case .html(let markup, _): markup.shown
    }
  }

  @Test func survivesDeepNesting() {
    #expect(html(String(repeating: "> ", count: 10_000) + "a").contains("<p>a</p>"))
    #expect(html(String(repeating: "*a **b ", count: 5_000)).hasPrefix("<p>"))
  }
}
