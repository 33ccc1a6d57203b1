import Time

/// What a thread of messages is about: one value for each gap, the same from its first line to its last.
struct Scene: Sendable {
  private var values: [Template.Gap: String]
  let agent: Staff.Agent

  subscript(gap: Template.Gap) -> String { values[gap] ?? "" }
}

extension Scene {
  init(
    customer: Customer, kind: Catalogue.Product.Kind?, agent: Staff.Agent, on today: CivilDate,
    _ random: inout RandomSource
  ) {
    let fitting = Catalogue.products.filter { kind == nil || $0.kind == kind }
    let product = random.pick(fitting)
    let others = Catalogue.products.filter { $0.kind == product.kind && $0.name != product.name }
    let count = random.within(6...48)
    let next = Scene.workday(after: today, random.within(1...3))
    self.agent = agent
    values = [
      .order: String(random.within(40_000...69_999)), .product: product.name, .other: random.pick(others).name,
      .price: "$\(product.price)", .total: "$\(product.price * count * 9 / 10)", .part: product.part,
      .piece: product.part.split(separator: " ").dropFirst().joined(separator: " "),
      .spare: product.spare, .trait: product.trait, .qty: String(count), .weeks: String(random.within(3...11)),
      .day: Scene.weekdays[today.advanced(by: -random.within(2...5)).weekday],
      .date: Scene.long(today.advanced(by: -random.within(9...20))),
      .next: Scene.weekdays[next.weekday], .nextdate: Scene.long(Scene.workday(after: today, random.within(8...16))),
      .first: customer.given, .agent: agent.given, .city: customer.city, .carrier: random.pick(Catalogue.carriers),
      .tracking: String(random.within(100_000_000...999_999_999)), .code: "O\(random.within(1000...9999))B",
    ]
  }

  /// `12 March`.
  static func long(_ date: CivilDate) -> String { "\(date.parts.day) \(months[date.parts.month - 1])" }

  /// `Thu, 12 Mar 2026`.
  static func short(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(weekdays[date.weekday].prefix(3)), \(day) \(months[month - 1].prefix(3)) \(year)"
  }

  private static func workday(after today: CivilDate, _ days: Int) -> CivilDate {
    let date = today.advanced(by: days)
    return date.weekday < 5 ? date : date.advanced(by: 7 - date.weekday)
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
