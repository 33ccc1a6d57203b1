import Testing

@testable import Events

@Suite struct PeopleTests {
  private func item(_ customer: String, agent: String = "a") -> String {
    #"{"id":"i","customerId":"\#(customer)","timestamp":"2026-05-04T10:00:00Z","content":{"type":"SMS"},"#
      + #""initiator":{"type":"AGENT","id":"\#(agent)"}}"#
  }

  @Test func readsWhatGladlyTells() throws {
    let store = try read([
      "data/conversation_items.jsonl": item("-c"),
      "data/customers.jsonl":
        #"{"id":"-c","name":"Zo\u00eb","address":"1 Way","emailAddresses":["z@x.example","y@x.example"],"#
        + #""phoneNumbers":["+1"],"externalCustomerIds":{"shop":"9","crm":[1],"erp":7},"more":{}}"#,
      "data/agents.jsonl": #"{"id":"a","name":"","emailAddress":"a@x.example"}"#,
      "data/topics.jsonl": "{\"id\":\"t\",\"name\":\"Old\"}\n{\"id\":\"t\",\"name\":\"Returns\",\"disabled\":true}",
    ])
    #expect(
      store.customer(of: store.parties[0])
        == Person(
          id: "-c", name: "Zoë", emails: ["z@x.example", "y@x.example"], phones: ["+1"], address: "1 Way",
          externalIDs: [.init(system: "erp", id: "7"), .init(system: "shop", id: "9")]))
    #expect(store.agent(store.events[0].actorID) == Person(id: "a", emails: ["a@x.example"]))
    #expect(store.agentName(store.events[0].actorID) == "a@x.example")
    #expect(store.topicName("t") == "Returns")
    #expect(store.topicName("u") == nil)
    #expect(store.summary.warnings == [])
  }

  @Test func letsTheLaterFileStand() throws {
    let store = try read([
      "data/2/customers.jsonl": #"{"id":"c","name":"New"}"#,
      "data/1/customers.jsonl": #"{"id":"c","name":"Old","emailAddresses":["old@x.example"],"externalCustomerId":"7"}"#,
      "data/conversation_items.jsonl": item("c"),
    ])
    #expect(store.customer(of: store.parties[0]) == Person(id: "c", name: "New"))
  }

  @Test func knowsAtLeastTheID() throws {
    let store = try items(item("c"))
    #expect(store.customer(of: store.parties[0]) == Person(id: "c"))
    #expect(store.agent(store.events[0].actorID) == nil)
    #expect(store.agentName(store.events[0].actorID) == "a")
    #expect(store.agentName(0) == nil)
  }

  @Test func prefersTheCustomerOfTheSameBrand() throws {
    let store = try read(
      [
        "x/customers.jsonl": "{\"id\":\"c\",\"name\":\"Any\"}\n{\"id\":\"d\",\"name\":\"Any\"}",
        "y/customers.jsonl": #"{"id":"c","name":"Own"}"#, "y/conversation_items.jsonl": item("c") + "\n" + item("d"),
      ], [DataEntry(path: "y", brand: "Y"), DataEntry(path: "x")])
    #expect(store.parties.map { store.customer(of: $0).name } == ["Own", "Any"])
  }

  @Test func takesTheLatestNamesOfNeutralEvents() throws {
    func line(_ id: String, _ more: String) -> String {
      #"{"id":"\#(id)","customer":"c","at":"2026-01-01T00:00:00Z","kind":"message","actor":"agent","actor_id":"a"\#(more)}"#
    }
    let store = try neutral(
      line("1", #","customer_name":"A","customer_email":"a@x.example","actor_name":"Al""#),
      line("2", #","customer_name":"B \"b\"","actor_name":"Bo""#), line("3", ""))
    #expect(store.customer(of: store.parties[0]) == Person(id: "c", name: #"B "b""#, emails: ["a@x.example"]))
    #expect(store.agentName(store.events[0].actorID) == "Bo")
  }

  @Test func rejectsRecordsWithoutAnID() throws {
    let store = try read([
      "data/customers.jsonl": "{\"name\":\"x\"}\n{\"id\":{}}\n{\"id\":\"\"}\nnull", "data/events.jsonl": goodLine,
    ])
    #expect(
      store.summary.rejected.map(\.reason) == [
        "missing field: id", "wrong type: id", "missing field: id", "not a JSON object",
      ])
    #expect(store.summary.files[0].rejected == 4)
  }

  @Test func readsFieldsOfAnotherTypeAsAbsentWithAWarning() throws {
    let store = try read([
      "data/customers.jsonl": #"{"id":"zz","name":5,"emailAddresses":"e","phoneNumbers":[1,null,{"a":"]"},"2"]}"#,
      "data/events.jsonl": goodLine,
    ])
    #expect(store.customer(of: store.parties[0]) == Person(id: "zz", phones: ["1", "2"]))
    #expect(
      store.summary.warnings
        == ["name", "emailAddresses"].map {
          "data/customers.jsonl: `\($0)` is of another type in some records, and read as absent there"
        })
  }
}
