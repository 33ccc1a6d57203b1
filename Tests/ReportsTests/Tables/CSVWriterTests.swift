import Reports
import Testing
import Time

@Suite struct CSVWriterTests {
  @Test func quotesOnlyWhatNeedsIt() {
    #expect(
      line([.text("plain"), .text("a,b"), .text("say \"hi\""), .text("two\nlines"), .text("")])
        == "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\n")
  }

  @Test func writesInstantsInUTCAndLengthsInSeconds() {
    #expect(
      line([
        .instant(Instant("2025-09-18T10:00:00.5+01:00")), .instant(nil), .length(.minutes(7)),
        .length(Length(milliseconds: 61_005)), .length(Length(milliseconds: -20)), .length(nil), .number(-3), .empty,
        .ids(["chat", "sms"]),
      ]) == "2025-09-18T09:00:00.500Z,,420,61.005,-0.020,,-3,,chat|sms\n")
  }

  @Test(arguments: [
    "=1+1", "+351", "-2", "@SUM(A1)", "\tx", "\rx", "  =1", "\n=1", "\u{A0}=1", "\u{3000}=1", "\u{FEFF}=1",
    "\u{200B}@x",
    "\0=1", " \t", "＝1", "＋1", "－1", "＠x", " \n ＝1",
  ])
  func guardsTextThatMayBeAFormula(_ text: String) {
    let written = line([.text(text)]).dropLast()
    #expect(written.hasPrefix("'") || written.hasPrefix("\"'"), "\(text.debugDescription) gave \(written)")
  }

  @Test(arguments: ["Ana", "a=b", "'quoted'", "1=1", "−5 °C", "", " ", "é=1", "👩‍💻"])
  func leavesOtherTextAlone(_ text: String) {
    #expect(line([.text(text)]) == text + "\n")
  }

  @Test func neverChangesIdsAndNumbers() {
    #expect(line([.id("-Abc_"), .id("=x"), .ids(["+1", "@2"]), .number(-1)]) == "-Abc_,=x,+1|@2,-1\n")
  }

  @Test func beginsWithTheHeader() {
    var csv = CSVWriter(header: ["id", "started_at"])
    csv.append([.id("s:1"), .instant(Instant(milliseconds: 0))])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "id,started_at\ns:1,1970-01-01T00:00:00.000Z\n")
  }

  private func line(_ fields: [CSVField]) -> String {
    var csv = CSVWriter(header: fields.map { _ in "h" })
    let head = csv.bytes.count
    csv.append(fields)
    return String(decoding: csv.bytes[head...], as: UTF8.self)
  }
}
