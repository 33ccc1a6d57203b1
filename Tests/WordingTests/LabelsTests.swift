import Testing
import Wording

@Suite struct LabelsTests {
  private let entries = [
    "names.the_ai": "the AI", "names.ai_name": "AI", "names.the_team": "the team", "names.team_name": "Team",
    "names.brand_name": "us",
    "a": "{the_ai} hands over to {the_team} of {brand_name}: {ai_name}, {team_name}; {n!ai} {other} [{n}](term:x)",
    "b": "plain",
  ]

  @Test func usesTheLanguagesOwnNames() {
    let filled = Labels().fill(entries)
    #expect(filled["a"] == "the AI hands over to the team of us: AI, Team; {n!ai} {other} [{n}](term:x)")
    #expect(filled["b"] == "plain")
  }

  @Test func putsLabelsIntoSentences() {
    let filled = Labels(ai: "Fern & Co", team: "Crew", brand: "Brindle").fill(entries)
    #expect(filled["a"] == "Fern & Co hands over to Crew of Brindle: Fern & Co, Crew; {n!ai} {other} [{n}](term:x)")
  }

  @Test func bendsNamesWhereTheLanguageDoes() {
    let entries = [
      "names.with_ai.plain": "mit der KI", "names.with_ai.label": "mit {name}", "names.ai_dative": "der KI",
      "a": "{with_ai}, {ai_dative}",
    ]
    #expect(Labels(team: "Crew").fill(entries)["a"] == "mit der KI, der KI")
    #expect(Labels(ai: "Fern").fill(entries)["a"] == "mit Fern, Fern")
  }

  @Test func leavesPlacesOfLanguageWithoutNames() {
    #expect(Labels(ai: "Fern").fill(["a": "{the_ai} and {the_team}"]) == ["a": "Fern and {the_team}"])
  }
}
