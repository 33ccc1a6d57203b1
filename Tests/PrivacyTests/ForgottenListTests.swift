import Events
import Testing

@testable import Privacy

@Suite struct ForgottenListTests {
  private let key: PseudonymKey
  private let other: PseudonymKey

  init() throws {
    key = try #require(PseudonymKey(Array("0123456789abcdef".utf8)))
    other = try #require(PseudonymKey(Array("fedcba9876543210".utf8)))
  }

  private func list(_ words: String...) -> ForgottenList {
    var list = ForgottenList(key: key)
    for value in words.flatMap(ForgottenValue.all(named:)) { list.add(value, key: key) }
    return list
  }

  @Test func tellsNothingOfWhoIsOnIt() throws {
    let text = list("cust-90001", "Ada@mail.example", "+44 20 7946 0958").text
    for word in ["cust", "ada@", "mail.", "example", "+44", " 7946"] { #expect(!text.lowercased().contains(word)) }
    #expect(try ForgottenList(text).text == text)
    #expect(try ForgottenList(text).isOf(key))
    #expect(try !ForgottenList(text).isOf(other))
  }

  @Test(arguments: [
    Person(id: "cust-90001"), Person(id: "x", emails: ["b@c.example", "ADA@mail.example"]),
    Person(id: "y", phones: ["020 7946 0958"]), Person(id: "Ada@mail.example"),
  ])
  func knowsWhoIsOnIt(_ person: Person) throws {
    let omission = list("cust-90001", "Ada@mail.example", "+44 20 7946 0958").omission(key: key)
    #expect(omission.omits(person))
    #expect(!ForgottenList(key: other).omission(key: other).omits(person))
  }

  @Test(arguments: [
    Person(id: "cust-9000"), Person(id: "CUST-90001"), Person(id: "x", emails: ["cust-90001"]),
    Person(id: "x", phones: ["+44 20 7946 0959"]), Person(id: ""),
  ])
  func leavesOthers(_ person: Person) {
    #expect(!list("cust-90001", "Ada@mail.example", "+44 20 7946 0958").omission(key: key).omits(person))
  }

  @Test func givesBackWhatItTook() {
    var list = list("cust-90001", "cust-2")
    let removed = [list.remove(.id("cust-2"), key: key), list.remove(.id("cust-2"), key: key)]
    #expect(removed == [true, false])
    #expect(list == self.list("cust-90001"))
  }

  @Test(arguments: [
    ("", 1), ("triptych forgotten 2\n", 1), ("triptych forgotten 1\nkey 12\n", 2),
    ("triptych forgotten 1\nkey 0123456789abcdef\nid 12\n", 3),
    ("triptych forgotten 1\nkey 0123456789abcdef\n\nname \(String(repeating: "a", count: 64))\n", 4),
  ])
  func tellsTheLineThatIsWrong(_ text: String, line: Int) {
    #expect(throws: ForgottenList.Fault(line: line)) { try ForgottenList(text) }
  }
}
