import Testing

@testable import Site

@Suite struct AssetsTests {
  @Test func putsStylesTogetherInTheOrderOfTheCascade() {
    let names = ["zebra", "print", "own", "layers", "reset", "tokens", "pages", "base"]
    let assets = Assets(Dictionary(uniqueKeysWithValues: names.map { ("styles/\($0).css", Array("\($0);".utf8)) }))
    #expect(text(assets) == ["assets/site.css: layers;reset;tokens;base;pages;print;own;zebra;"])
  }

  @Test func letsASheetOfTheNameStandInForTheWhole() {
    let assets = Assets(["styles/base.css": Array("base;".utf8), "site.css": Array("own;".utf8)])
    #expect(text(assets) == ["assets/site.css: own;"])
  }

  @Test func copiesEverythingElseByAddress() {
    let assets = Assets(["site.js": Array("js".utf8), "fonts/a.woff2": Array("f".utf8), "a.css": Array("c".utf8)])
    #expect(
      text(assets) == ["assets/a.css: c", "assets/fonts/a.woff2: f", "assets/site.css: ", "assets/site.js: js"])
  }

  private func text(_ assets: Assets) -> [String] {
    assets.files.map { "\($0.address): \(String(decoding: $0.bytes, as: UTF8.self))" }
  }
}
