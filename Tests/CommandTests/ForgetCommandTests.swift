import Foundation
import Testing

/// What stands in a site that has forgotten someone, and what does not.
@Suite struct ForgetCommandTests {
  private static let secrets = [
    "Quillon", "Brackwater", "quillon@mail.example", "7946 0958", "cust-90001", "evt-000", "upper panes",
  ]
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 3, days: 3, badRecords: false)
    try FileManager.default.removeItem(atPath: space.path + "/site/Content/reports")
    let events = [
      ("evt-0001", "cust-90001", "Quillon Brackwater", "My greenhouse has lost three of its upper panes."),
      ("evt-0002", "cust-90001", "Quillon Brackwater", "You can reach me at +44 20 7946 0958, says Quillon."),
      ("other-1", "cust-7", "Edda Larch", "My neighbour Quillon Brackwater (quillon@mail.example) sent me."),
    ].map { id, customer, name, text in
      #"{"id":"\#(id)","customer":"\#(customer)","at":"2026-02-02T10:0\#(id.last ?? "0"):00Z","kind":"message","#
        + #""actor":"customer","channel":"chat","conversation":"conv-\#(customer)-5","customer_name":"\#(name)","#
        + #""customer_email":"\#(name.prefix(7).lowercased())@mail.example","text":"\#(text)"}"#
    }
    try space.write(
      "site/Content/exports/events-q.jsonl", (events + [#"{"customer":"cust-90001","#]).joined(separator: "\n"))
    try space.write("key", "0123456789abcdef0123456789abcdef\n")
  }

  @Test func leavesNothingOfACustomer() throws {
    try build()
    try snapshot("before.zip")
    try snapshot("before.html")
    let before = try space.tree("site/public")
    let forgotten = try forget(["cust-90001"])
    #expect(forgotten.output == "cust-90001: on the list; one customer of this export, 2 events\n")
    #expect(try forget(["--prove"]).code == 1)
    try build()

    let after = try space.tree("site/public")
    let found = ForgetCommandTests.secrets.filter { secret in
      after.contains { String(decoding: $0.value, as: UTF8.self).contains(secret) || $0.key.contains(secret) }
    }
    #expect(found == [])
    let text = after.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(text.contains("My neighbour [name] ([email]) sent me."))
    #expect(text.contains("Left out by request and counted nowhere: 1 customer, 2 events."))
    // The timeline is gone, and pages that counted the customer are others.
    let gone = Set(before.keys).subtracting(after.keys)
    #expect(gone.contains { $0.hasPrefix("timelines/") })
    #expect(before["customers.csv"] != after["customers.csv"])
    #expect(before["faq.html"] == after["faq.html"])
    try expectClean()

    try snapshot("after.zip")
    try snapshot("after.html")
    let proof = try forget(["--prove", "--snapshot", space.path + "/after.zip", space.path + "/after.html"])
    #expect(proof.code == 0, "\(proof.output)")
    #expect(proof.errors.contains("no trace of one customer with 2 events"), "\(proof.errors)")
    for name in ["before.zip", "before.html"] {
      let proof = try forget(["--prove", "cust-90001", "--snapshot", space.path + "/" + name])
      #expect(proof.code == 1)
      #expect(proof.output.contains("\(name): timelines/"), "\(proof.output)")
      #expect(proof.output.contains("a run of what someone wrote"))
      #expect(!proof.output.contains("Quillon"))
    }
  }

  @Test func asksForThePassphraseOfAnEncryptedSnapshot() throws {
    try build()
    try space.write("words", "four words make one\n")
    try snapshot("locked.html", ["--format", "encrypted", "--passphrase-file", space.path + "/words"])
    _ = try forget(["quillon@mail.example"])
    try build()
    let open = ["--prove", "--snapshot", space.path + "/locked.html", "--passphrase-file", space.path + "/words"]
    #expect(try forget(open).output.contains("locked.html: timelines/"))
    try space.write("words", "four other words\n")
    let wrong = try forget(open)
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("the passphrase is not the one"), "\(wrong.errors)")
  }

  @Test(arguments: [["build"], ["check"], ["sql", "select 1"], ["group"]])
  func doesNothingWithoutTheKey(command: [String]) throws {
    _ = try forget(["cust-90001"])
    let options = command == ["group"] ? ["--output", space.path + "/groups"] : []
    let none = try Program.run(command + ["--site", space.path + "/site"] + options)
    #expect(none.code == 1)
    #expect(none.errors.contains("there is no key to tell who they are"), "\(none.errors)")
    try space.write("other", "another key of enough bytes")
    let other = try Program.run(
      command + ["--site", space.path + "/site", "--key-file", space.path + "/other"] + options)
    #expect(other.code == 1)
    #expect(other.errors.contains("the key is not the one"), "\(other.errors)")
    #expect(try space.tree("site/public").isEmpty)
    let right = try Program.run(
      command + ["--site", space.path + "/site", "--key-file", space.path + "/key"] + options)
    #expect(right.code == 0, "\(right.errors)")
  }

  @Test func bringsACustomerBack() throws {
    try build()
    let before = try space.tree("site/public")
    let named = try forget(["quillon@mail.example", "nobody-1"])
    #expect(named.output.contains("nobody-1: on the list; no customer of this export"), "\(named.output)")
    #expect(try forget(["--list"]).output.split(separator: "\n").count == 6)
    try build()
    let back = try forget(["--undo", "quillon@mail.example", "nobody-1"])
    #expect(back.output.contains("quillon@mail.example: off the list"), "\(back.output)")
    #expect(try forget(["--list"]).output.split(separator: "\n").count == 2)
    try build()
    #expect(try space.tree("site/public") == before)
  }

  @Test func keepsNothingBesideTheSite() throws {
    try build()
    try space.write("site/Content/word.md", "---\ntitle: A word\n---\n\nA word.\n")
    try build()
    _ = try forget(["cust-90001"])
    try build()
    let kept = try space.tree("site/.public.triptych").filter { $0.key.hasPrefix("resting/") }
    #expect(kept.isEmpty)
  }

  private func build() throws {
    let result = try Program.run(["build", "--site", space.path + "/site", "--key-file", space.path + "/key"])
    #expect(result.code == 0, "\(result.errors)")
  }

  private func expectClean() throws {
    let options = ["--key-file", space.path + "/key", "--output", space.path + "/clean"]
    let result = try Program.run(["build", "--site", space.path + "/site"] + options)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.tree("clean") == space.tree("site/public"))
  }

  private func snapshot(_ name: String, _ options: [String] = []) throws {
    let result = try Program.run(
      ["snapshot", "--site", space.path + "/site", "--output", space.path + "/" + name] + options)
    #expect(result.code == 0, "\(result.errors)")
  }

  private func forget(_ options: [String]) throws -> Program.Result {
    try Program.run(["forget"] + options + ["--site", space.path + "/site", "--key-file", space.path + "/key"])
  }
}
