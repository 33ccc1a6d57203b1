import Time

/// The example by which the manual explains the three units, lived by one customer: on the morning of a weekday with
/// the AI, in the afternoon with the AI and then with an agent, who closes the conversation at 17:25.
enum WorkedExample {
  /// Her place among the customers, the same for every seed.
  static let number = 0

  static func customer(seed: UInt64) -> Customer {
    var customer = Customer(number: number, seed: seed)
    customer.given = "Josephine"
    customer.family = "Adeyemi"
    customer.mail = "josephine.adeyemi@example.com"
    customer.city = "Ithaca"
    return customer
  }

  /// The latest weekday that leaves ten days of data after it, or as many as there are.
  static func day(first: CivilDate, last: CivilDate) -> CivilDate {
    let wanted = max(first, last.advanced(by: -10))
    let weekday = stride(from: wanted, through: first, by: -1).first { $0.weekday < 5 }
    return weekday ?? (first...last).first { $0.weekday < 5 } ?? wanted
  }

  static func tell(_ story: inout Story, on day: CivilDate, agent: Staff.Agent) {
    let session = story.random.identifier()
    for line in lines {
      let party: Item.Party =
        switch line.speaker {
        case .customer: .customer
        case .ai: .ai
        case .team, .note: .agent(agent.id)
        }
      let text = line.text.replacing("{agent}", with: agent.given)
      story.add(
        .text(.chat, text, session: session), by: party, at: instant(day, line.time),
        responder: line.time > 171_000 && party == .customer ? agent.id : nil)
    }
    story.add(.status("CLOSED"), by: .agent(agent.id), at: instant(day, 172_500))
  }
}

extension WorkedExample {
  /// - Parameter time: the clock's digits, hours to seconds.
  private static func instant(_ day: CivilDate, _ time: Int) -> Instant {
    let seconds = time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100
    return ShopClock.instant(day, millisecondOfDay: seconds * 1000)
  }

  private static let lines: [(time: Int, speaker: Script.Speaker, text: String)] = [
    (
      100_000, .customer,
      """
      Good morning. I would like to give my father a greenhouse for his birthday. Is the Lantern hard to build?
      """
    ),
    (
      100_012, .ai,
      """
      Good morning, Josephine. Two people need **about six hours** for the Lantern greenhouse:

      1. The base, 1 hour
      2. The frame, 3 hours
      3. The glass, 2 hours

      The [instructions](https://brindlecroft.example/help/lantern) can be read before buying.
      """
    ),
    (100_340, .customer, "We have a slope of about 10 cm. Does that matter?"),
    (
      100_352, .ai,
      """
      It does: the base has to be level, or the door will not close. A slope of 10 cm can be evened out with the \
      *adjustable feet*, which are in the box.
      """
    ),
    (101_120, .customer, "Good. And which day could it come?"),
    (
      101_134, .ai,
      """
      We deliver the Lantern on Tuesdays and Fridays. You choose the day when you order, and the driver rings an \
      hour before.
      """
    ),
    (101_500, .customer, "Thank you, I will measure the place again and come back."),
    (170_000, .customer, "Hello again! I have measured: the slope is 18 cm, not 10."),
    (
      170_015, .ai,
      """
      Welcome back. That is more than the feet can even out, they reach to **12 cm**. You would need a low wall on \
      one side.
      """
    ),
    (170_430, .customer, "Could someone look at a photo and tell me whether that is worth it?"),
    (
      170_448, .ai,
      """
      Yes. I am passing you to a colleague who has built a good many of them. What we have said so far goes along.
      """
    ),
    (170_700, .customer, "Here are two photos, from the left and from the right."),
    (
      171_000, .team,
      """
      Hello Josephine, {agent} here. I have looked at your photos. You will not need a wall: the slope is only on \
      the last metre.
      """
    ),
    (171_245, .customer, "Oh, that is good news! What do I do about the last metre?"),
    (
      171_530, .team,
      """
      Move the greenhouse 80 cm towards the hedge. There the slope is 9 cm, and the feet will do. It also gets \
      more sun.
      """
    ),
    (171_910, .customer, "I had not thought of that. I will order it tonight. Thank you so much!"),
    (
      172_140, .team,
      """
      My pleasure. Happy birthday to your father. If anything is unclear while you build, write to us.
      """
    ),
  ]
}
