import Testing

@testable import Charts

struct LanesTests {
  private let clock = LaneClock(
    offset: { _ in 0 }, hour: { "\($0 / .hour % 24):00" }, date: { "day \($0 / .day)" }, length: { "\($0 / .hour) h" },
    fold: { "\($0 / .hour) h folded\($1 ? ", open" : "")" })

  private func conversation(_ start: Int64, _ end: Int64?, _ label: String = "C") -> LaneConversation {
    LaneConversation(
      start: start, end: end, title: "\(label)'s", label: label, head: .init(date: "d", href: "#c", words: "<w>"))
  }

  private func pictures(_ data: LaneData) -> [LanePicture] {
    LanePicture.pictures(of: data, clock: clock, caption: caption())
  }

  @Test func foldsAGapOfMoreThanSixHours() {
    let quiet: Int64 = 6 * .hour
    #expect(FoldedAxis.spans(of: [0, quiet]) == [0...quiet])
    let later = quiet + 1
    #expect(FoldedAxis.spans(of: [later, 0]) == [0...0, later...later])
    #expect(FoldedAxis.spans(of: []).isEmpty)
  }

  @Test func sharesTheWidthInProportionToTime() {
    let axis = FoldedAxis([0...(.hour / 2), .day...(.day + 3 * .hour / 2)])
    #expect(abs(axis.pieces[0].width * 2 - axis.pieces[1].width) < 1e-9)
    #expect(abs(axis.pieces[1].left - axis.pieces[0].right - 4.4) < 1e-9)
    #expect(abs(axis.pieces[1].right - 100) < 1e-9)
    #expect(axis.x(-.hour / 4) == 0)
  }

  @Test func keepsAMomentVisibleBesideALongPiece() {
    let long: ClosedRange<Int64> = .day...(40 * .day)
    let last: Int64 = 50 * .day
    let axis = FoldedAxis([0...0, long, last...last])
    #expect(axis.pieces[0].width == 2)
    #expect(axis.pieces[2].width == 2)
    #expect(abs(axis.pieces[2].right - 100) < 1e-9)
  }

  @Test func drawsOneSessionExactly() {
    let data = LaneData(
      conversations: [conversation(10 * .hour, 12 * .hour)],
      sessions: [
        .init(
          conversation: 0, start: 10 * .hour, lastActivity: 10 * .hour, end: 12 * .hour, title: "S & t", label: "S")
      ],
      contacts: [], messages: [.init(instant: 10 * .hour, author: .customer)], openUntil: 0)
    let svgs = pictures(data).map { $0.render().text }
    #expect(svgs == [joined(laneGolden)])
  }

  @Test func beginsASecondPictureAfterTenPieces() {
    let conversations = (0..<11).map { conversation(Int64($0) * .day, Int64($0) * .day + .hour, "\($0)") }
    let data = LaneData(conversations: conversations, sessions: [], contacts: [], messages: [], openUntil: 0)
    let pictures = pictures(data)
    let shown: [[Int]] = pictures.map { $0.headPositions.map(\.conversation) }
    #expect(shown == [Array(0..<10), [10]])
    #expect(pictures.map(\.caption.id) == ["x", "x-2"])
  }

  @Test func drawsAConversationAcrossTheCutInBothPictures() {
    let messages = (0..<11).map { LaneMessage(instant: Int64($0) * .day, author: .ai) }
    let data = LaneData(
      conversations: [conversation(0, 10 * .day)], sessions: [], contacts: [], messages: messages, openUntil: 0)
    let pictures = pictures(data)
    #expect(pictures.map(\.headPositions.count) == [1, 1])
    let drawn = pictures.map { $0.render().text.split(separator: "</defs>")[1] }
    let edges = drawn.map { $0.split(separator: "l-edge").count - 1 }
    #expect(edges == [1, 1])
    #expect(pictures[0].render().text.contains("<use href=\"#x-i\""))
  }

  @Test func leadsWhatIsOpenToTheEndOfTheData() {
    let data = LaneData(
      conversations: [conversation(0, nil)], sessions: [],
      contacts: [.init(conversation: 0, start: 0, firstReply: 0, end: nil, title: "k", label: "K")], messages: [],
      openUntil: .day)
    let svg = pictures(data)[0].render().text
    for part in ["l-c open", "through--team", "24 h folded, open"] { #expect(svg.contains(part), "\(part)") }
    #expect(faults(of: svg) == [])
  }

  @Test func sharesALaneAmongBarsThatOverlap() {
    let rows = LaneRow.assign([(0, 5), (3, 8), (5, 6), (8, 9), (9, 9), (9, 9)])
    #expect(rows.map(\.row) == [0, 1, 0, 0, 0, 1])
    #expect(rows.map(\.of) == [2, 2, 2, 1, 2, 2])
  }

  @Test func saysHowHighBarsAreThatShareALane() {
    let sessions = [Int64(0), .hour / 2].map {
      LaneSession(conversation: 0, start: $0, lastActivity: $0 + .hour, end: $0 + .hour, title: "s", label: "S")
    }
    let data = LaneData(
      conversations: [conversation(0, .day / 6)], sessions: sessions, contacts: [], messages: [], openUntil: 0)
    let bars = pictures(data)[0].render().text.split(separator: "<rect class=\"f-ai\"").dropFirst()
    #expect(bars.flatMap { values(of: "y", in: String($0.prefix { $0 != ">" })) } == ["58", "69"])
    #expect(bars.flatMap { values(of: "height", in: String($0.prefix { $0 != ">" })) } == ["10", "10"])
  }

  @Test func capsTheTicks() {
    let messages = (0..<20_000).map {
      LaneMessage(instant: Int64($0) * .minute, author: $0 % 2 == 0 ? .customer : .team)
    }
    let data = LaneData(
      conversations: [conversation(0, nil)], sessions: [], contacts: [], messages: messages, openUntil: 0)
    let svg = pictures(data)[0].render().text
    let count = svg.matches(of: #/M\d+ 0v10/#).count
    #expect((100...600).contains(count))
  }

  @Test(arguments: [(3, 60.0, [true, true, true]), (5, 60, [true, false, true]), (30, 20, [true, true, true])])
  func labelsHoursAsRoomAllows(hours: Int, width: Double, labelled: [Bool]) {
    let axis = FoldedAxis([0...Int64(hours) * .hour])
    let ticks = LaneHours(axis.pieces[0], hourWidth: width, offset: { _ in 0 }).ticks
    #expect(ticks.prefix(3).map(\.isLabelled) == labelled)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.instant < $1.instant })
  }

  @Test func countsHoursOnTheLocalClock() {
    let axis = FoldedAxis([0...2 * .hour])
    let ticks = LaneHours(axis.pieces[0], hourWidth: 90, offset: { $0 < .hour ? .hour / 2 : 3 * .hour / 2 }).ticks
    #expect(ticks.map(\.hour) == [1, 3])
    let expected: [Int64] = [.hour / 2, 3 * .hour / 2]
    #expect(ticks.map(\.instant) == expected)
  }

  @Test(arguments: 0..<40)
  func staysInsideThePicture(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let data = history(&dice)
    for picture in pictures(data) {
      #expect(faults(of: picture.render().text) == [], "seed \(seed)")
      #expect(faults(of: picture.heads.render().text) == [], "seed \(seed)")
    }
  }

  private func history(_ dice: inout Dice) -> LaneData {
    var data = LaneData(conversations: [], sessions: [], contacts: [], messages: [], openUntil: 30 * .day)
    for index in 0..<dice.roll(1..<30) {
      let start = Int64(dice.roll(0..<40_000)) * .minute
      let end = start + Int64(dice.roll(0..<3000)) * .minute
      data.conversations.append(conversation(start, dice.roll(0..<5) == 0 ? nil : end))
      data.sessions.append(
        .init(conversation: index, start: start, lastActivity: end + 1, end: end, title: "<s", label: "S & T"))
      data.contacts.append(
        .init(conversation: index, start: start, firstReply: nil, end: nil, title: "k", label: "K", handoff: "over"))
      data.messages.append(.init(instant: end, author: [.customer, .ai, .team][dice.roll(0..<3)]))
    }
    return data
  }

  @Test func linksHeadsOutsideTheImage() {
    let data = LaneData(conversations: [conversation(0, .hour)], sessions: [], contacts: [], messages: [], openUntil: 0)
    #expect(
      pictures(data)[0].heads.render().text
        == joined(
          """
          <svg class="chart chart--flush l-heads" height="40">
          <a href="#c"><text x="16.67%" y="13">d</text></a>
          <text class="words" x="16.67%" y="31">&lt;w&gt;</text></svg>
          """))
  }

  @Test func namesTheLanesBesideThem() {
    let names = LaneNames(
      conversations: .init(text: "C", href: "#c", title: "t"), sessions: .init(text: "S"), contacts: .init(text: "K"),
      messages: .init(text: "M"), isBelowHeads: false)
    #expect(
      names.render().text
        == joined(
          """
          <svg class="chart chart--flush" height="236">
          <a class="term" href="#c"><title>t</title><text x="0" y="24.5">C</text></a>
          <text x="0" y="73.5">S</text><text x="0" y="123.5">K</text><text x="0" y="170.5">M</text></svg>
          """))
  }

  @Test func drawsAStripAsLongAsTheWindow() {
    let strip = OutlineStrip(
      length: 12 * .hour, window: .day,
      bars: [.init(start: 0, end: 6 * .hour, activeFrom: 0, activeTo: 0, isContact: false)])
    #expect(
      strip.render().text
        == joined(
          """
          <svg class=strip aria-hidden=true>
          <rect class="l-conv" x="0.55%" width="49.45%" height="15"/>
          <rect class="w-ai" x="0.55%" width="24.73%" height="7"/>
          <rect class="f-ai" x="0.55%" width="0.8%" height="8"/></svg>
          """))
  }

  @Test func marksWeeksOnThreeLines() {
    let spark = LaneSpark(
      title: "t", from: 0, to: 100, conversations: [.init(start: 50, end: 60), .init(start: 100, end: 110)],
      sessions: [99], contacts: [-1])
    let svg = spark.render().text
    #expect(
      svg.hasSuffix(
        joined(
          """
          <rect class="f-conv" x="50%" y="2" width="10%" height="5"/>
          <rect class="f-ai" x="99%" y="9" width="3" height="5"/></svg>
          """)))
    #expect(faults(of: svg) == [])
  }
}
