import Time

/// Telephone: answered and lost calls, voicemail out of hours, calls back.
extension Story {
  mutating func call(at start: Instant) {
    let script = Scripts.phone[random.index(weights: Scripts.phoneWeights)]
    let scene = scene(for: script, at: start)
    activity(scene, before: start)
    guard ShopClock.isOpen(start) else { return leaveVoicemail(script, scene, at: start) }
    if random.chance(0.09) {
      let rang = Int64(random.within(30...420)) * 1000
      add(.call(answered: nil, completed: rang, summary: nil, inbound: true), by: .customer, at: start)
    } else {
      talk(script, scene, at: start, inbound: true)
    }
  }

  private mutating func leaveVoicemail(_ script: Script, _ scene: Scene, at start: Instant) {
    add(.voicemail, by: .customer, at: start)
    guard random.chance(0.7) else { return }
    let back = ShopClock.atWork(start + wait(1200, 20_000), &random)
    talk(script, scene, at: back, inbound: false)
  }

  private mutating func talk(_ script: Script, _ scene: Scene, at start: Instant, inbound: Bool) {
    let answered = wait(4, 240).milliseconds
    let completed = answered + wait(70, 1500).milliseconds
    let summary = random.chance(0.85) ? said(.team, in: script, scene) : nil
    add(
      .call(answered: answered, completed: completed, summary: summary, inbound: inbound),
      by: inbound ? .customer : .agent(scene.agent.id), at: start, responder: scene.agent.id)
    let end = start + Length(milliseconds: completed)
    free = max(free, end)
    if random.chance(0.35), let note = said(.note, in: script, scene) {
      add(.note(note), by: .agent(scene.agent.id), at: end + wait(20, 120))
    }
    _ = wrapUp(script, scene, after: end + wait(130, 200), closes: 0.75)
  }

  private mutating func said(_ speaker: Script.Speaker, in script: Script, _ scene: Scene) -> String? {
    script.stem.first { $0.speaker == speaker }.map { random.pick($0.variants).filled(by: scene) }
  }
}
