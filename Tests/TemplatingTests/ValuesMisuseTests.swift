import Templating
import Testing

/// What only a programmer can get wrong stops the program, with the names in the message.
@Suite struct ValuesMisuseTests {
  static let schema = Schema("page", [.text("title"), .one("owner", Schema("owner", [.text("name")]))])

  @Test func stopsAtUnknownName() async {
    await #expect(processExitsWith: .failure) {
      var values = Values(ValuesMisuseTests.schema)
      values.set("titel", of: values.root, text: "")
    }
  }

  @Test func stopsAtWrongKind() async {
    await #expect(processExitsWith: .failure) {
      var values = Values(ValuesMisuseTests.schema)
      values.set("title", of: values.root, flag: true)
    }
  }

  @Test func stopsAtSecondRecordOfOne() async {
    await #expect(processExitsWith: .failure) {
      var values = Values(ValuesMisuseTests.schema)
      _ = values.append(to: "owner", of: values.root)
      _ = values.append(to: "owner", of: values.root)
    }
  }

  @Test func stopsAtSlotOfAnotherSchema() async {
    await #expect(processExitsWith: .failure) {
      var values = Values(ValuesMisuseTests.schema)
      values.set(Schema("other", [.text("title")])["title"], of: values.root, text: "")
    }
  }

  @Test func stopsAtValuesOfAnotherSchema() async throws {
    await #expect(processExitsWith: .failure) {
      let template = try TemplateLibrary(sources: ["page": (path: "page", bytes: [])])
        .compile("page", for: ValuesMisuseTests.schema)
      var bytes: [UInt8] = []
      template.render(Values(Schema("other", [])), into: &bytes)
    }
  }
}
