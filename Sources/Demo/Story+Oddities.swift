/// What real customers type: emoji, other scripts, quotation marks, and text that would do harm if a page or a
/// spreadsheet took it for more than text.
extension Story {
  mutating func spoiled(_ text: String) -> String {
    guard random.chance(0.025) else { return text }
    let oddity = random.pick(Story.oddities)
    return random.chance(0.3) ? "\(oddity)\n\(text)" : "\(text) \(oddity)"
  }

  private static let oddities = [
    "<script>alert('hello')</script>",
    "<b>URGENT</b>",
    "=1+1",
    "=HYPERLINK(\"https://evil.example\",\"refund\")",
    "+1 for a telephone number on the page",
    "@everyone",
    "</div></body>",
    "![x](javascript:alert(1))",
    "[click me](javascript:alert(1))",
    "{{customer.name}}",
    "&lt;already escaped&gt; &amp; twice",
    "'; DROP TABLE orders; --",
    "\"quotes\", 'single' and «these»",
    "😀👩🏽‍🌾🌻",
    "مرحبا، هل يمكنكم المساعدة؟",
    "שלום, אני מחכה כבר שבוע",
    "ありがとうございます。",
    "a\tb\tc",
    "e\u{301}e\u{301}e\u{301} and a\u{200B}b",
    "\u{202E}txet sdrawkcab\u{202C}",
    "\\n is not a new line",
    "----------",
    "# Not a heading",
    "Loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong",
  ]
}
