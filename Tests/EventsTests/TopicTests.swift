import Testing

@testable import Events

@Suite struct TopicTests {
  private func topics(_ lines: String...) throws -> EventStore {
    try read(["data/topics.jsonl": lines.joined(separator: "\n"), "data/events.jsonl": goodLine])
  }

  @Test func readsEveryTopicByID() throws {
    let store = try topics(
      #"{"id":"t2","name":"Refund","disabled":true,"parentId":"t1"}"#,
      #"{"id":"t10","name":"Refund","disabled":false,"parentId":1}"#,
      #"{"id":1,"name":"<b>=1+1\n\u0000","parentId":null}"#, #"{"id":"t1"}"#, #"{"name":"no id"}"#)
    #expect(
      store.topics == [
        Topic(id: "1", name: "<b>=1+1\n\0"), Topic(id: "t1"),
        Topic(id: "t10", name: "Refund", parent: "1"),
        Topic(id: "t2", name: "Refund", parent: "t1", isDisabled: true),
      ])
    #expect(store.topic("t2")?.name == "Refund")
    #expect(store.topic("") == nil)
    #expect(store.topicName("t1") == nil)
    #expect(store.summary.rejected.map(\.reason) == ["missing field: id"])
    #expect(store.summary.warnings == [])
  }

  @Test func letsTheLaterFileStandAsAWhole() throws {
    let store = try read([
      "data/2/topics.jsonl": #"{"id":"t","name":"New"}"# + "\n" + #"{"id":"v","name":"Only"}"#,
      "data/1/topics.jsonl": #"{"id":"t","name":"Old","parentId":"u","disabled":true}"# + "\n"
        + #"{"id":"u","name":"Gone since"}"#,
      "data/events.jsonl": goodLine,
    ])
    #expect(
      store.topics == [Topic(id: "t", name: "New"), Topic(id: "u", name: "Gone since"), Topic(id: "v", name: "Only")])
  }

  @Test func readsFieldsOfAnotherTypeAsAbsentWithAWarning() throws {
    let store = try topics(#"{"id":"t","name":{},"disabled":"true","parentId":[1],"emailAddress":5}"#)
    #expect(store.topics == [Topic(id: "t")])
    #expect(
      store.summary.warnings
        == ["name", "parentId", "disabled"].map {
          "data/topics.jsonl: `\($0)` is of another type in some records, and read as absent there"
        })
  }

  @Test func comparesIDsByTheirBytes() throws {
    let store = try topics(#"{"id":"\u00e9","name":"One sign"}"#, #"{"id":"e\u0301","name":"Two signs"}"#)
    #expect(store.topics.map(\.name) == ["Two signs", "One sign"])
    #expect(store.topicName("\u{E9}") == "One sign")
    #expect(store.topicName("e\u{301}") == "Two signs")
  }

  @Test func namesTheWayFromTheRoot() throws {
    let store = try topics(
      #"{"id":"a","name":"Home"}"#, #"{"id":"b","name":"Garden","parentId":"a"}"#, #"{"id":"c","parentId":"b"}"#,
      #"{"id":"d","name":"Lost","parentId":"nowhere"}"#)
    #expect(store.topicPath("a") == ["Home"])
    #expect(store.topicPath("c") == ["Home", "Garden", "c"])
    #expect(store.topicPath("d") == ["nowhere", "Lost"])
    #expect(store.topicPath("unknown") == ["unknown"])
  }

  @Test func leavesCirclesOfParents() throws {
    let store = try topics(
      #"{"id":"s","name":"S","parentId":"s"}"#, #"{"id":"a","name":"A","parentId":"c"}"#,
      #"{"id":"b","name":"B","parentId":"a"}"#, #"{"id":"c","name":"C","parentId":"b"}"#,
      #"{"id":"d","name":"D","parentId":"a"}"#)
    #expect(store.topicPath("s") == ["S"])
    #expect(store.topicPath("b") == ["C", "A", "B"])
    #expect(store.topicPath("d") == ["B", "C", "A", "D"])
  }

  @Test func tellsNoMoreThan32Levels() throws {
    let lines = (0..<100).map { #"{"id":"t\#($0)","parentId":"t\#($0 + 1)"}"# }
    let store = try topics(lines.joined(separator: "\n"))
    #expect(store.topicPath("t0") == (0..<32).reversed().map { "t\($0)" })
  }

  @Test(arguments: [
    (#""type":"TOPIC_CHANGE","addedTopicIds":["t"],"removedTopicIds":[]"#, true),
    (#""type":"TOPIC_CHANGE","removedTopicIds":["t"]"#, true), (#""type":"TOPIC_CHANGE""#, false),
    (#""type":"TOPIC_CHANGE","addedTopicIds":"t","removedTopicIds":null"#, false),
    (#""type":"CHAT_MESSAGE","content":"[\"t\"]""#, false), (#""type":"CONVERSATION_NOTE","body":"x""#, false),
  ])
  func knowsWhichItemsListTopics(_ content: String, _ lists: Bool) throws {
    let store = try items(
      #"{"id":"i","customerId":"c","timestamp":"2026-05-04T10:00:00Z","content":{\#(content)}}"#)
    #expect(store.events.map(\.listsTopics) == [lists])
    #expect(store.details(of: "i").hasTopics == lists)
  }

  @Test(arguments: [
    (#","topics":["t",5]"#, true), (#","topics":null"#, false), (#","topics":"t""#, false), ("", false),
  ])
  func knowsWhichNeutralEventsListTopics(_ more: String, _ lists: Bool) throws {
    let store = try neutral(goodLine.dropLast() + more + "}")
    #expect(store.events.map(\.listsTopics) == [lists])
    #expect(store.details(of: "good").hasTopics == lists)
  }

  @Test func knowsWhichLinesOfCSVListTopics() throws {
    let head = "id,customer,at,kind,actor,topics"
    let at = "2026-05-04T10:00:00Z,note,system"
    let store = try neutral(
      head, "1,c,\(at),t|u", "2,c,\(at),", "3,c,\(at),\"a \"\"b\"\"\"", name: "data/events.csv")
    #expect(store.events.map(\.listsTopics) == [true, false, true])
    #expect(store.details(of: "1").topicsAdded == ["t", "u"])
    #expect(store.details(of: "3").topicsAdded == [#"a "b""#])
  }

  @Test func knowsEveryAgentOfTheFilesByID() throws {
    let store = try read([
      "data/1/agents.jsonl": #"{"id":"z","name":"Zed"}"# + "\n" + #"{"id":7,"name":"Old"}"#,
      "data/2/agents.jsonl": #"{"id":"7","name":"New"}"# + "\n" + #"{"id":"b"}"#, "data/events.jsonl": goodLine,
    ])
    #expect(store.knownAgents.map { store.name($0) } == ["7", "b", "z"])
    #expect(store.knownAgents.map { store.agentName($0) } == ["New", "b", "Zed"])
  }
}

extension EventDetails {
  fileprivate var hasTopics: Bool { !topicsAdded.isEmpty || !topicsRemoved.isEmpty }
}
