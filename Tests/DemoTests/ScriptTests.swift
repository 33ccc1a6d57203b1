import Testing

@testable import Demo

@Suite struct ScriptTests {
  private static let all = Scripts.chats + Scripts.mails + Scripts.phone + Scripts.later

  @Test func readsPartsVariantsAndContinuations() throws {
    let script = try #require(
      ScriptParser.parse(
        """
        @ one; Refund; blade; 3
        c Hello
        | Hi
        a First
          ~
          Second
        = team
        t Good day
        """
      ).first)
    #expect(script.kind == .blade)
    #expect(script.weight == 3)
    #expect(script.stem.map(\.speaker) == [.customer, .ai])
    #expect(script.stem.map(\.variants.count) == [2, 1])
    #expect(script.team.map(\.speaker) == [.team])
  }

  @Test func readsEveryScript() {
    #expect(Scripts.chats.count == 20)
    #expect(Scripts.mails.count == 10)
    #expect(Scripts.phone.count == 7)
    #expect(Scripts.later.count == 5)
    #expect(Self.all.allSatisfy { !$0.stem.isEmpty })
    #expect(Scripts.chats.allSatisfy { !$0.solved.isEmpty && $0.team.contains { $0.speaker == .team } })
    #expect(Scripts.mails.allSatisfy { $0.subject != nil })
  }

  @Test func namesEveryScriptOnce() {
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test func putsEveryScriptUnderATopicOfTheTree() {
    let topics = Set(TopicTree(seed: 1).topics.map(\.name))
    #expect(Self.all.map(\.topic).filter { !topics.contains($0) } == [])
  }

  @Test func hasAFewHundredSentences() {
    let turns = Self.all.flatMap { $0.stem + $0.solved + $0.team + $0.back }
    #expect(turns.map(\.variants.count).reduce(0, +) >= 200)
  }
}
