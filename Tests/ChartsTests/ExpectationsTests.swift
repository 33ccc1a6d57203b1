import Testing

struct ExpectationsTests {
  @Test(arguments: [
    "<g x=\"100.01%\"></g>", "<g y=\"-0\"></g>", "<g width=\"1.234\"></g>", "<g height=\"1.0\"></g>",
    "<g dx=\"nan\"></g>",
    "<g>", "<text></text></text>", "<g style=\"a\"></g>", "<g x1=\"-1%\"></g>",
  ])
  func findsAFault(svg: String) {
    #expect(faults(of: svg) != [], "\(svg)")
  }

  @Test(arguments: [
    "<text x=\"10%\" y=\"10\">one word</text><text x=\"12%\" y=\"15\">and another</text>",
    "<text x=\"99%\" y=\"10\">out of the picture</text>",
  ])
  func findsWordsThatMeetOrLeaveThePicture(svg: String) {
    #expect(collisions(of: svg) != [], "\(svg)")
  }

  @Test func findsNothingWhereWordsAreApart() {
    let svg =
      "<text class=\"note\" x=\"0%\" y=\"10\">one</text><text x=\"50%\" y=\"10\" text-anchor=\"middle\">two</text>"
    #expect(collisions(of: svg) == [])
  }
}
