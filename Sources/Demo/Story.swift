import Time

/// Everything that happens between one customer and the shop, as it is made up.
struct Story {
  let customer: Customer
  let staff: Staff
  let topics: TopicTree
  /// What happens at or after this instant is left out: the export ends there.
  let end: Instant
  var random: RandomSource
  private(set) var items: [Item] = []
  /// From when on the customer may begin something new.
  var free = Instant(milliseconds: .min)

  init(customer: Customer, staff: Staff, topics: TopicTree, end: Instant, random: RandomSource) {
    self.customer = customer
    self.staff = staff
    self.topics = topics
    self.end = end
    self.random = random
  }
}

extension Story {
  /// Tells one matter from beginning to end, on a channel drawn by its share.
  mutating func begin(at wanted: Instant) {
    let pause = Length.seconds(Int64(random.within(2400...30_000)))
    let start = wanted < free ? awake(free + pause) : wanted
    switch random.index(weights: [46, 12, 8, 22, 12]) {
    case 0: chat(at: start, on: .chat)
    case 1: chat(at: start, on: .sms)
    case 2: chat(at: start, on: .whatsapp)
    case 3: mail(at: start)
    default: call(at: start)
    }
  }

  mutating func add(_ content: Item.Content, by: Item.Party, at instant: Instant, responder: String? = nil) {
    free = max(free, instant)
    guard instant < end else { return }
    items.append(Item(id: random.identifier(), at: instant, by: by, responder: responder, content: content))
  }

  mutating func scene(for script: Script, at start: Instant) -> Scene {
    Scene(
      customer: customer, kind: script.kind, agent: staff.pick(&random), on: ShopClock.local(start).date, &random)
  }

  /// The instant, or the next morning if people sleep at it.
  mutating func awake(_ instant: Instant) -> Instant {
    let (date, ms) = ShopClock.local(instant)
    let hour = ms / 3_600_000
    if (7...22).contains(hour) { return instant }
    let morning = hour < 7 ? date : date.advanced(by: 1)
    return ShopClock.instant(morning, millisecondOfDay: 7 * 3_600_000 + random.within(0...9_000_000))
  }

  /// A delay in whole seconds within the two, with milliseconds so that few instants coincide.
  mutating func wait(_ shortest: Int, _ longest: Int) -> Length {
    Length(milliseconds: Int64(random.delay(shortest, longest) * 1000 + random.within(0...999)))
  }

  /// What an agent leaves behind after the last word: a note, topics, a task, and the close.
  mutating func wrapUp(_ script: Script, _ scene: Scene, after last: Instant, closes: Double) -> Instant? {
    let agent = Item.Party.agent(scene.agent.id)
    var clock = last
    if random.chance(0.22) {
      clock = clock + wait(20, 200)
      add(.note(Template(random.pick(Scripts.notes)).filled(by: scene)), by: agent, at: clock)
    }
    if random.chance(0.6) {
      clock = clock + wait(5, 60)
      add(.topics([topics.id(of: script.topic)]), by: agent, at: clock)
    }
    if random.chance(0.06) {
      clock = clock + wait(10, 90)
      add(.task(Template(random.pick(Scripts.tasks)).filled(by: scene)), by: agent, at: clock)
    }
    guard random.chance(closes) else { return nil }
    clock = clock + wait(15, 900)
    add(.status("CLOSED"), by: agent, at: clock)
    return clock
  }

  /// What the shop's own system writes into the history: an order, a parcel.
  mutating func activity(_ scene: Scene, before start: Instant) {
    guard random.chance(0.2) else { return }
    let text = random.pick(Scripts.activities)
    let busy = free
    add(
      .activity(title: Template(text.title).filled(by: scene), body: Template(text.body).filled(by: scene)),
      by: .system, at: start - .hours(Int64(random.within(20...110))))
    free = busy
  }
}
