import Foundation

/// Events of every kind, in Cyrillic, Hebrew and Japanese letters, over three weeks.
struct ForeignEvents {
  private var written: [String] = []
  private let start = Date(timeIntervalSince1970: 1_756_717_200)

  /// One record a line, a few of them unreadable.
  var lines: String { written.joined(separator: "\n") + "\n" }

  init() throws {
    for day in 0..<20 { try addDay(day) }
    try addOddities()
    try addLongTimeline()
  }
}

extension ForeignEvents {
  /// A customer who chats with the AI and is handed off, one who mails the team, one who calls.
  private mutating func addDay(_ day: Int) throws {
    let at = Double(day) * 86_400
    let chat = ["customer": "й\(day % 7)", "channel": "chat", "customer_name": "Юлия \(day % 7)"]
    try add("message", "customer", at, chat, text: "Привет")
    try add("message", "ai", at + 30, chat, text: "Да")
    if day % 2 == 0 {
      try add("handoff", "ai", at + 60, chat)
      try add("message", "agent", at + 600, chat.merging(["actor_id": "щ", "actor_name": "Яна"]) { $1 }, text: "שלום")
      try add("conversation_closed", "agent", at + 900, chat.merging(["actor_id": "щ", "actor_name": "Яна"]) { $1 })
    }
    if day % 4 == 0 { try add("message", "customer", at + 5_000, chat, text: "日本語") }
    let mail = ["customer": "ж\(day % 5)", "channel": "email", "customer_email": "\(day % 5)@1.2"]
    try add("message", "customer", at + 3_000, mail, text: "Щи\n\n> Борщ")
    if day % 3 > 0 { try add("message", "agent", at + 9_000, mail.merging(["actor_id": "ъ"]) { $1 }, text: "Ок") }
    let call = ["customer": "ю\(day % 3)", "channel": "voice"]
    try add("message", day % 2 == 0 ? "agent" : "customer", at + 7_000, call)
    try add("call_ended", "system", at + 7_300, call)
    try add("message", "customer", at + 8_000, ["customer": "ы", "channel": "voicemail"])
    let long = String(repeating: "ы", count: 20_000)
    try add("message", "customer", at + 8_100, ["customer": "ы", "channel": "שביל"], text: long)
    try add("message", "customer", at + 10_000, ["customer": "э", "to": "ai"], text: "Эх")
  }

  private mutating func addOddities() throws {
    let one = ["customer": "ё", "channel": "sms"]
    for (index, kind) in ["session_ended", "contact_ended", "call_ended", "conversation_closed"].enumerated() {
      try add(kind, "system", Double(index), one)
    }
    try add("conversation_reopened", "agent", 10, one)
    try add("contact_ended", "system", 20, one)
    try add("session_ended", "system", 21, one)
    try add("handoff", "system", 22, one)
    try add("handoff", "agent", 23, one)
    try add("contact_started", "system", 24, one)
    for (index, kind) in ["note", "topic", "task", "activity", "танец"].enumerated() {
      try add(kind, index == 0 ? "agent" : "system", 30 + Double(index), one, text: "Ну")
    }
    try add("message", "system", 40, one, text: "Авто")
    try add("conversation_closed", "ai", 50, one)
    try add("message", "customer", 60, one, text: "Ещё")
    try add("message", "ai", 70, one, text: "Ещё")
    try add("conversation_closed", "customer", 80, one)
    try add("conversation_closed", "system", 90, one)
    try add("message", "customer", 95, one.merging(["to": "кто"]) { $1 }, text: "Там")
    try add("conversation_closed", "agent", 200_000, one)
    let noInstant = #"{"id":"8","customer":"я","at":"5","kind":"message","actor":"ai"}"#
    written += ["{", "[]", #"{"id":"9"}"#, noInstant]
  }

  /// Of more messages than a page holds, over two months.
  private mutating func addLongTimeline() throws {
    for number in 0..<700 {
      try add(
        "message", number % 2 == 0 ? "customer" : "ai", Double(number - 600) * 4_000,
        ["customer": "ф", "channel": "whatsapp"], text: "№")
    }
  }

  private mutating func add(
    _ kind: String, _ actor: String, _ seconds: Double, _ values: [String: String], text: String? = nil
  ) throws {
    var record = values
    record["id"] = "\(written.count)"
    record["at"] = start.addingTimeInterval(seconds).formatted(.iso8601)
    record["kind"] = kind
    record["actor"] = actor
    record["text"] = text
    let bytes = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
    written.append(String(decoding: bytes, as: UTF8.self))
  }
}
