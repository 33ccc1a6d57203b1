import Testing

@testable import Site

@Suite struct PackedStylesTests {
  @Test(arguments: [
    ("a { b: c; }\n", "a { b: c; }\n"),
    ("@layer x {\n  a { b: c; }\n\n  d { e: f; }\n}\n", "@layer x {\na { b: c; }\nd { e: f; }\n}\n"),
    ("/* one\n two */\na { b: c; /* three */ d: e; }\n", "a { b: c;  d: e; }\n"),
    ("a::before { content: \"/* kept */\\\" */  \"; }\n", "a::before { content: \"/* kept */\\\" */  \"; }\n"),
    ("a { content: '  \\'/*'; }", "a { content: '  \\'/*'; }"),
    ("a { b: c; } /* never closed", "a { b: c; } "),
    ("a { b: 'never closed", "a { b: 'never closed"),
    ("", ""),
  ])
  func dropsWhatOnlyItsWritersRead(sheet: String, packed: String) {
    #expect(String(decoding: PackedStyles.pack(Array(sheet.utf8)), as: UTF8.self) == packed)
  }
}
