import TestSupport

/// Files of events in several formats, of few customers, with repeated, restated and broken records among them.
enum ParallelFixture {
  static func files(seed: UInt64) -> [String: [UInt8]] {
    var random = SeededNumbers(seed: seed)
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    let lines = (0..<120).map { i in
      let good =
        #"{"id":"\#(pick(["i\(i)", "i\(i / 2)", #"\u0069\#(i)"#]))","customer":"c\(i % 7)","at":"2026-01-01T10:00:0\(i % 10)Z","#
        + #""kind":"\#(pick(["message", "note", "odd", "handoff"]))","actor":"\#(pick(["ai", "agent", "customer"]))","#
        + #""channel":"\#(pick(["chat", "", "sms"]))","actor_id":"a\#(i % 3)","actor_name":"\#(pick(["A", "B"]))","#
        + #""customer_name":"\#(pick(["X", "Y", ""]))","to":"\#(pick(["ai", "x", ""]))","#
        + #""conversation":"\#(pick(["v", "w", ""]))","brand":"\#(pick(["", "", "A", "b"]))"}"#
      return pick([good, good, good, good, good, "", "{", #"{"id":1}"#])
    }
    let rows = (0..<120).map { i in
      let good = "\(pick(["i\(i)", "i\(i / 2)"])),c\(i % 7),2026-01-01T10:00:0\(i % 10)Z,message,ai,\"t\n\"\"\(i)\"\"\""
      return pick([good, good, good, good, good, "", "a,b", "\"open,\(i)", "a\"b", "x,y,\"z\"z"])
    }
    let people = (0..<40).map { #"{"id":"c\#($0 % 9)","name":"N\#($0)","emailAddresses":["e\#($0)"]}"# }
    return [
      "data/a/events.jsonl": Array(lines[..<60].joined(separator: "\n").utf8),
      "data/b/events.csv": Array(("id,customer,at,kind,actor,text\n" + rows.joined(separator: "\n")).utf8),
      "data/c/events.jsonl": Array(lines[60...].joined(separator: "\r\n").utf8),
      "data/customers.jsonl": Array(people.joined(separator: "\n").utf8),
    ]
  }
}
