import Files
import Testing
import Time

@testable import Events

@Suite struct GladlyTests {
  /// An item of customer `c` at 10:00 with a content and further fields.
  private func item(_ content: String, _ more: String = #","initiator":{"type":"CUSTOMER","id":"c"}"#) -> String {
    #"{"id":"i","customerId":"c","timestamp":"2026-05-04T10:00:00.1234Z","content":{\#(content)}\#(more)}"#
  }

  @Test(arguments: [
    ("CHAT_MESSAGE", "message customer by=c on=chat"), ("SMS", "message customer by=c on=sms"),
    ("WHATSAPP", "message customer by=c on=whatsapp"), ("FACEBOOK_MESSAGE", "message customer by=c on=facebook"),
    ("INSTAGRAM_DIRECT", "message customer by=c on=instagram"), ("TWITTER", "message customer by=c on=twitter"),
    ("EMAIL", "message customer by=c on=email"), ("VOICEMAIL", "message customer by=c on=voicemail"),
    ("VOICE_AI_MESSAGE", "message customer by=c on=voice"), ("PHONE_CALL", "message customer by=c on=voice"),
    ("CONVERSATION_NOTE", "note customer by=c"), ("TOPIC_CHANGE", "topic customer by=c"),
    ("CUSTOMER_ACTIVITY", "activity customer by=c"), ("TASK", "task customer by=c"),
    ("NEW_THING", "other customer by=c"), ("chat_message", "other customer by=c"),
  ])
  func readsEveryContentType(type: String, expected: String) throws {
    let store = try items(item(#""type":"\#(type)""#))
    #expect(store.listing == ["/c i 2026-05-04T10:00:00.123Z \(expected)"])
    #expect(store.summary.unknownKinds.map(\.name) == (expected.hasPrefix("other") ? [type] : []))
    #expect(String(decoding: store.details(of: "i").sourceKind, as: UTF8.self) == type)
  }

  @Test(arguments: [
    (#"{"type":"CUSTOMER","id":"c"}"#, "customer by=c"), (#"{"type":"EXTERNAL"}"#, "customer"),
    (#"{"type":"INTERNAL","id":"x"}"#, "customer by=x"), (#"{"type":"AGENT","id":"a"}"#, "agent by=a"),
    (#"{"type":"AGENT"}"#, "agent"), (#"{"type":"SYSTEM","id":"SIDEKICK_V2"}"#, "ai by=SIDEKICK_V2"),
    (#"{"type":"API","id":"SIDEKICK_V2"}"#, "ai by=SIDEKICK_V2"), (#"{"type":"API","id":"other"}"#, "system by=other"),
    (#"{"type":"SYSTEM"}"#, "system"), (#"{"type":"AUTOMATION","id":"SIDEKICK_V2"}"#, "system by=SIDEKICK_V2"),
    ("null", "system"), ("{}", "system"),
  ])
  func readsEveryInitiator(initiator: String, expected: String) throws {
    let store = try items(item(#""type":"SMS""#, #","initiator":\#(initiator)"#))
    #expect(store.listing == ["/c i 2026-05-04T10:00:00.123Z message \(expected) on=sms"])
    #expect(store.summary.warnings == [])
  }

  @Test func readsAnUnknownInitiatorAsSystemWithOneWarning() throws {
    let store = try items(item(#""type":"SMS""#, #","initiator":{"type":"ROBOT"}"#))
    #expect(store.events[0].actor == .system)
    #expect(
      store.summary.warnings == [
        "the initiator's type is unknown in 1 record, and read as system; the first is data/conversation_items.jsonl:1"
      ])
  }

  @Test func readsVoiceAIMessagesOfTheSystemAsTheAI() throws {
    let store = try items(item(#""type":"VOICE_AI_MESSAGE","body":"Hello""#, #","initiator":{"type":"SYSTEM"}"#))
    #expect(store.listing == ["/c i 2026-05-04T10:00:00.123Z message ai on=voice"])
    #expect(store.text(of: "i") == "Hello")
  }

  @Test(arguments: [
    ("CLOSED", "conversation_closed"), ("OPEN", "conversation_reopened"), ("NEW", "other"), ("closed", "other"),
  ])
  func readsStatusChanges(status: String, expected: String) throws {
    let store = try items(
      item(
        #""type":"CONVERSATION_STATUS_CHANGE","status":"\#(status)""#,
        #","initiator":{"type":"AGENT","id":"a"},"conversationId":"k""#))
    #expect(store.listing == ["/c i 2026-05-04T10:00:00.123Z \(expected) agent by=a in=k"])
    #expect(
      store.summary.unknownKinds.map(\.name) == (expected == "other" ? ["CONVERSATION_STATUS_CHANGE \(status)"] : []))
  }

  private let call =
    #""type":"PHONE_CALL","startedAt":"2026-05-04T09:00:00Z","answeredAt":"2026-05-04T09:01:00Z","#
    + #""completedAt":"2026-05-04T09:20:00Z","recordingSummary":{"summary":"Wants a refund."}"#

  @Test(arguments: [
    (#""responder":{"type":"AGENT","id":"a"}"#, "agent by=a"), (#""responder":{"type":"AGENT"}"#, "agent"),
    (#""responder":{"type":"SYSTEM","id":"SIDEKICK_V2"}"#, "ai by=SIDEKICK_V2"),
    (#""responder":{"type":"SYSTEM","id":"ivr"}"#, "agent"), (#""responder":{"type":"CUSTOMER","id":"c"}"#, "agent"),
    (#""responder":null"#, "agent"), (#""x":1"#, "agent"),
  ])
  func readsAnInboundCall(responder: String, answeredBy: String) throws {
    let store = try items(item(call, #","initiator":{"type":"CUSTOMER","id":"c"},\#(responder)"#))
    #expect(
      store.listing == [
        "/c i 2026-05-04T09:00:00.000Z message customer by=c on=voice",
        "/c i#answered 2026-05-04T09:01:00.000Z message \(answeredBy) on=voice",
        "/c i#ended 2026-05-04T09:20:00.000Z call_ended customer by=c on=voice",
      ])
    #expect(store.text(of: "i") == "Wants a refund.")
    #expect(store.text(of: "i#answered") == "")
  }

  @Test func readsAnOutboundCallWithoutAnAnswer() throws {
    let store = try items(item(call, #","initiator":{"type":"AGENT","id":"a"},"responder":{"type":"CUSTOMER"}"#))
    #expect(
      store.listing == [
        "/c i 2026-05-04T09:00:00.000Z message agent by=a on=voice",
        "/c i#ended 2026-05-04T09:20:00.000Z call_ended agent by=a on=voice",
      ])
  }

  @Test func readsAVoicemailAtItsStartAsTheCustomers() throws {
    let store = try items(
      item(#""type":"VOICEMAIL","startedAt":"2026-05-04T09:59:00Z""#, #","initiator":{"type":"SYSTEM","id":"x"}"#))
    #expect(store.listing == ["/c i 2026-05-04T09:59:00.000Z message customer on=voicemail"])
  }

  @Test func readsTextsBySource() throws {
    let store = try items(
      item(#""type":"EMAIL","subject":"Où?","content":"Body","from":"a@x.example","to":["b@x.example"]"#),
      item(#""type":"CONVERSATION_NOTE","body":"A note""#).replacing(#""id":"i""#, with: #""id":"n""#),
      item(#""type":"TOPIC_CHANGE","addedTopicIds":["t1","t2"],"removedTopicIds":["t3"]"#)
        .replacing(#""id":"i""#, with: #""id":"t""#))
    #expect(store.text(of: "i") == "Body")
    #expect(String(decoding: store.details(of: "i").subject, as: UTF8.self) == "Où?")
    #expect(store.text(of: "n") == "A note")
    #expect(store.details(of: "t").topicsAdded == ["t1", "t2"])
    #expect(store.details(of: "t").topicsRemoved == ["t3"])
  }

  @Test(arguments: [
    (#""id":"i""#, #""id":null"#, "missing field: id"),
    (#""customerId":"c","#, "", "missing field: customerId"),
    (#""customerId":"c""#, #""customerId":"""#, "missing field: customerId"),
    (#""timestamp":"2026-05-04T10:00:00.1234Z","#, "", "missing field: timestamp"),
    (#"10:00:00.1234Z"#, "25:00:00Z", "unreadable instant: timestamp"),
    (#"10:00:00.1234Z"#, "10:00:00", "instant without offset: timestamp"),
    (#""type":"PHONE_CALL""#, #""body":"x""#, "missing field: content.type"),
    (#""content":{"#, #""other":{"#, "missing field: content.type"),
    (#"T09:00:00Z"#, "soon", "unreadable instant: content.startedAt"),
    (#""2026-05-04T09:01:00Z""#, "9", "wrong type: content.answeredAt"),
    (#"T09:20:00Z"#, "", "unreadable instant: content.completedAt"),
  ])
  func rejects(old: String, new: String, reason: String) throws {
    let store = try items(item(call).replacing(old, with: new), item(call).replacing(#""id":"i""#, with: #""id":"j""#))
    #expect(store.summary.rejected.map(\.reason) == [reason])
    #expect(store.parties.count == 1)
    #expect(store.names.count == 2)
  }

  @Test func namesTheBrandOfTheEntry() throws {
    let store = try read(
      ["a/conversation_items.jsonl": item(#""type":"SMS""#), "b/conversation_items.jsonl": item(#""type":"SMS""#)],
      [DataEntry(path: "a", brand: "zeta"), DataEntry(path: "b", brand: "alpha")])
    #expect(
      store.listing == [
        "alpha/c i 2026-05-04T10:00:00.123Z message customer by=c on=sms",
        "zeta/c i 2026-05-04T10:00:00.123Z message customer by=c on=sms",
      ])
  }

  @Test func asksForTheAIActorsOfEachBrand() throws {
    let line = item(#""type":"SMS""#, #","initiator":{"type":"API","id":"bot-b"}"#)
    let source = MemoryFileSource(["a/conversation_items.jsonl": line, "b/conversation_items.jsonl": line])
    let store = try ExportReader(source: source, jobs: 1, aiActors: { $0 == "b" ? ["bot-b"] : [] })
      .read([DataEntry(path: "a", brand: "a"), DataEntry(path: "b", brand: "b")])
    #expect(store.events.map(\.actor) == [.system, .ai])
  }

  @Test func keepsAnAnsweredCallInTheOrderOfItsInstants() throws {
    let line = item(call.replacing("T09:01:00Z", with: "T09:00:00Z").replacing("T09:20:00Z", with: "T09:00:00Z"))
    #expect(try items(line).events.map(\.suffix) == [.none, .answered, .ended])
  }
}
