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
}
