import Time

/// Mail threads: each answer quotes what came before.
extension Story {
  mutating func mail(at start: Instant) {
    let script = Scripts.mails[random.index(weights: Scripts.mailWeights)]
    let scene = scene(for: script, at: start)
    activity(scene, before: start)
    var thread = MailThread(subject: script.subject?.filled(by: scene) ?? "", scene: scene, clock: start)
    let unanswered = random.chance(0.05)
    for turn in script.stem.prefix(unanswered ? 1 : script.stem.count) { write(turn, in: &thread) }
    if !script.team.isEmpty, random.chance(0.5) { for turn in script.team { write(turn, in: &thread) } }
    guard thread.answered else { return }
    _ = wrapUp(script, scene, after: thread.clock, closes: 0.7)
  }

  private mutating func write(_ turn: Script.Turn, in thread: inout MailThread) {
    if !thread.isNew { thread.clock = time(of: turn.speaker, after: thread.clock) }
    let isCustomer = turn.speaker == .customer
    let said = random.pick(turn.variants).filled(by: thread.scene)
    let body = isCustomer ? spoiled(said) + "\n\n" + customer.given : letter(said, by: turn.speaker, thread.scene)
    let keepsHistory = !isCustomer || random.chance(0.8)
    let text = thread.isNew || !keepsHistory ? body : body + "\n\n" + thread.quotation
    if turn.speaker == .team { thread.answered = true }
    add(
      .mail(
        subject: thread.isNew ? thread.subject : "Re: " + thread.subject, text: text),
      by: party(turn.speaker, thread.scene), at: thread.clock,
      responder: isCustomer && thread.answered ? thread.scene.agent.id : nil)
    thread.remember(
      text, from: isCustomer ? "\(customer.name) <\(customer.mail)>" : "Brindlecroft <\(ItemWriter.address)>")
    thread.isNew = false
  }

  private mutating func time(of speaker: Script.Speaker, after clock: Instant) -> Instant {
    switch speaker {
    case .ai: clock + wait(25, 240)
    case .customer: awake(clock + wait(500, 130_000))
    case .team, .note: ShopClock.atWork(clock + wait(700, 70_000), &random)
    }
  }

  private func letter(_ text: String, by speaker: Script.Speaker, _ scene: Scene) -> String {
    let signed = speaker == .ai ? "The Brindlecroft assistant" : "Kind regards\n\(scene.agent.name)\nBrindlecroft"
    return "Hello \(customer.given),\n\n\(text)\n\n\(signed)"
  }
}

/// A mail exchange on its way.
private struct MailThread {
  let subject: String
  let scene: Scene
  var clock: Instant
  var isNew = true
  var answered = false
  /// The last mail as its answer quotes it, with what that one quoted.
  private(set) var quotation = ""

  init(subject: String, scene: Scene, clock: Instant) {
    self.subject = subject
    self.scene = scene
    self.clock = clock
  }

  mutating func remember(_ text: String, from sender: String) {
    let (date, ms) = ShopClock.local(clock)
    let (hour, minute) = (ms / 3_600_000, ms / 60_000 % 60)
    let time = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let quoted = lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    quotation = "On \(Scene.short(date)) at \(time), \(sender) wrote:\n\(quoted)"
  }
}
