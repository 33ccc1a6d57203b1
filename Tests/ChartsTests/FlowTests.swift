import Testing

@testable import Charts

struct FlowTests {
  private static let words = ConversationFlow.Words(
    total: ["conversations"], beganWithAI: ["began with", "the AI"], direct: ["direct", "to the team"],
    neither: ["neither"], endedInAI: ["ended in AI"], reachedTeam: ["reached", "the team"], handedOff: "handed off",
    laterDirect: "direct, later")

  private func flow(_ paths: ConversationFlow.Paths) -> ConversationFlow {
    ConversationFlow(caption: caption(), paths: paths, words: FlowTests.words, title: { "\($0): \($1)" })
  }

  @Test func drawsHeightsInProportion() {
    let chart = Flow(
      caption: caption(),
      nodes: [
        .init(column: 0, value: 2, role: .conv, number: "2", words: ["all"]),
        .init(column: 1, value: 2, role: .ai, number: "2", words: ["ended", "<here>"]),
      ], ribbons: [.init(from: 0, to: 1, value: 2, role: .ai, title: "a & b")])
    #expect(chart.render().text == joined(flowGolden))
  }

  @Test func addsUpAtEveryNode() {
    let flow = flow(.init(endedInAI: 1171, handedOff: 634, laterDirect: 51, direct: 278, neither: 7)).flow
    for (index, node) in flow.nodes.enumerated() {
      let into = flow.ribbons.reduce(0) { $0 + ($1.to == index ? $1.value : 0) }
      let out = flow.ribbons.reduce(0) { $0 + ($1.from == index ? $1.value : 0) }
      #expect(into == 0 || into == node.value, "\(node.words)")
      #expect(out == 0 || out == node.value, "\(node.words)")
    }
    #expect(flow.nodes[0].value == 1171 + 634 + 51 + 278 + 7)
  }

  @Test func leavesOutWhatIsZero() {
    let svg = flow(.init(endedInAI: 10, handedOff: 0, laterDirect: 0, direct: 0)).render().text
    for part in ["neither", "handed off", "f-team"] { #expect(!svg.contains(part), "\(part)") }
    let empty = flow(.init(endedInAI: 0, handedOff: 0, laterDirect: 0, direct: 0)).render().text
    #expect(faults(of: empty) == [])
    #expect(!empty.contains("<rect"))
  }

  @Test func keepsLongWordsInThePicture() {
    let line = FlowWords(column: 2, columns: 3).line(baseline: 0, words: "Where is the parcel that I ordered")
    #expect(line.words == "Where is the")
    #expect(line.more == "parcel that…")
    #expect(line.title == "Where is the parcel that I ordered")
    let short = FlowWords(column: 1, columns: 3).line(baseline: 0, number: "51", words: "direct, later")
    #expect(short.words + short.more == "direct, later")
    #expect(short.title == nil)
  }

  @Test(arguments: 0..<60)
  func keepsLabelsApart(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let sizes = (0..<5).map { _ in [0, 1, 3, 40, 900, 20_000][dice.roll(0..<6)] }
    let chart = flow(
      .init(endedInAI: sizes[0], handedOff: sizes[1], laterDirect: sizes[2], direct: sizes[3], neither: sizes[4]))
    let layout = FlowLayout(chart.flow)
    #expect(faults(of: chart.render().text) == [], "seed \(seed)")
    for column in 0...2 {
      let baselines = chart.flow.nodes.indices.filter { chart.flow.nodes[$0].column == column }
        .flatMap { index in layout.boxes[index].lines.map { $0.baseline + layout.boxes[index].top } }
      #expect(zip(baselines, baselines.dropFirst()).allSatisfy { $1 - $0 >= 16.99 }, "seed \(seed): \(baselines)")
      #expect(baselines.allSatisfy { (10...layout.height).contains($0) }, "seed \(seed)")
    }
  }
}
