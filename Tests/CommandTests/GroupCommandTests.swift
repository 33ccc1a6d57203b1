import Foundation
import TestSupport
import Testing

@Suite struct GroupCommandTests {
  private let space: Workspace

  init() throws { space = try Workspace() }

  @Test func printsTheGroupsOfTheWorkedExample() throws {
    try space.write("events.jsonl", WorkedExample.events)
    let result = try Program.run(["group", "--data", "events.jsonl", "--output", "out"], in: space.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("out/conversations.jsonl") == WorkedExample.conversations)
    #expect(try space.read("out/sessions.jsonl") == WorkedExample.sessions)
    #expect(try space.read("out/contacts.jsonl") == WorkedExample.contacts)
  }

  @Test func writesTheSameBytesForAnyOrderSplittingCompressionThreadsZoneAndLanguage() throws {
    let seed: UInt64 = 7
    let lines = try demoLines()
    try space.write("a/events.jsonl", lines.joined(separator: "\n") + "\n")
    try group("a", ["--jobs", "1"])
    let expected = try space.tree("a-out")
    #expect(expected.count == 6)

    var random = SeededNumbers(seed: seed)
    let shuffled = lines.shuffled(using: &random)
    try space.write("b/events-1.jsonl", shuffled[..<100].joined(separator: "\n"))
    try space.write("b/deep/events-2.jsonl", shuffled[100...].joined(separator: "\r\n") + "\n")
    try group("b", ["--jobs", "2"], environment: ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    #expect(try space.tree("b-out") == expected, "seed \(seed)")

    try space.write("c/events.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try shell("gzip", ["-f", space.path + "/c/events.jsonl"])
    try group("c", ["--jobs", "3"])
    #expect(try space.tree("c-out") == expected)
  }

  @Test func takesRulesFromTheCommandLine() throws {
    try space.write("events.jsonl", WorkedExample.events)
    let result = try Program.run(
      ["group", "--data", "events.jsonl", "--output", "out", "--rule", "window=1h", "--rule", "session_timeout=none"],
      in: space.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("out/sessions.jsonl").split(separator: "\n").count == 1)
  }

  @Test func tellsAnUnknownRule() throws {
    try space.write("events.jsonl", WorkedExample.events)
    let result = try Program.run(
      ["group", "--data", "events.jsonl", "--output", "out", "--rule", "windw=1h"], in: space.path)
    #expect(result.code == 1)
    #expect(result.errors.contains("unknown rule `windw`"))
    #expect(result.errors.contains("did you mean `window`?"))
  }

  @Test func takesTheSitesDataWhereNoneIsNamed() throws {
    try space.write("site/Content/site.yml", "data: [exports]\nrules: {session_timeout: none}\n")
    try space.write("site/Content/exports/events.jsonl", WorkedExample.events)
    let result = try Program.run(["group", "--site", "site", "--output", "out"], in: space.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try space.read("out/sessions.jsonl").split(separator: "\n").count == 1)
  }

  @Test func tellsThatTheOutputCannotBeWritten() throws {
    try space.write("events.jsonl", WorkedExample.events)
    let result = try Program.run(["group", "--data", "events.jsonl", "--output", "events.jsonl"], in: space.path)
    #expect(result.code == 1)
    #expect(
      result.errors == """
        error: cannot write `events.jsonl/conversations.jsonl`: Not a directory
        = help: a step of the path is a file where a folder is needed

        """)
    #expect(try space.read("events.jsonl") == WorkedExample.events)
  }

  @Test func endsWith64ForWrongUsage() throws {
    #expect(try Program.run(["group", "--output", "out"], in: space.path).code == 64)
    #expect(try Program.run(["group", "--data", "x", "--output", "o", "--jobs", "0"], in: space.path).code == 64)
    #expect(try Program.run(["grup"], in: space.path).code == 64)
  }

  private func group(_ name: String, _ options: [String], environment: [String: String] = [:]) throws {
    let result = try Program.run(
      ["group", "--data", name, "--output", name + "-out"] + options, in: space.path, environment: environment)
    #expect(result.code == 0, "\(result.errors)")
  }

  /// Some hundred events on a few channels of a few customers, with many equal instants.
  private func demoLines() throws -> [String] {
    var random = SeededNumbers(seed: 11)
    let kinds = ["message", "message", "message", "handoff", "conversation_closed", "note"]
    let actors = ["customer", "ai", "agent"]
    return (0..<400).map { index in
      let minute = Int.random(in: 0..<3000, using: &random)
      let day = minute / 1440 + 10
      let time = "\(pad(minute % 1440 / 60)):\(pad(minute % 60))"
      return """
        {"id":"e\(index)","customer":"c\(Int.random(in: 0..<9, using: &random))","at":"2026-01-\(day)T\(time):00Z",\
        "kind":"\(kinds.randomElement(using: &random) ?? "")","actor":"\(actors.randomElement(using: &random) ?? "")",\
        "channel":"\(["chat", "sms"].randomElement(using: &random) ?? "")","text":"n \(index)"}
        """
    }
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Runs a tool of the system.
func shell(_ tool: String, _ arguments: [String]) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [tool] + arguments
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}
