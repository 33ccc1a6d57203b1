/// A customer of the shop.
struct Customer: Sendable {
  var id: String
  var given: String
  var family: String
  var mail: String
  var phone: String
  var city: String
  var street: String
  var number: Int

  var name: String { "\(given) \(family)" }
  var address: String { "\(number) \(street), \(city)" }
}

extension Customer {
  /// The customer at a place of the list: the same one however many there are.
  init(number index: Int, seed: UInt64) {
    var random = RandomSource(seed: seed, part: UInt64(index) << 1)
    id = random.identifier()
    given = random.pick(Names.given)
    family = random.pick(Names.family)
    let host = random.pick(["example.com", "example.org", "mail.example", "home.example"])
    mail = "\(Names.addressPart(given)).\(Names.addressPart(family))\(index)@\(host)"
    phone = "+1-555-01\(index / 10 % 10)\(index % 10)"
    city = random.pick(Catalogue.cities)
    street = random.pick(Catalogue.streets)
    number = random.within(1...140)
  }
}

/// The people who answer.
struct Staff: Sendable {
  struct Agent: Sendable {
    var id: String
    var given: String
    var family: String

    var name: String { "\(given) \(family)" }
    var mail: String { "\(Names.addressPart(given))@brindlecroft.example" }
  }

  let agents: [Agent]
  /// How much of the work each of them does.
  private let shares: [Double]

  init(seed: UInt64) {
    var random = RandomSource(seed: seed, part: 0xA6E47)
    agents = Staff.names.map { Agent(id: random.identifier(), given: $0.0, family: $0.1) }
    shares = agents.map { _ in 0.4 + random.unit() }
  }

  func pick(_ random: inout RandomSource) -> Agent { agents[random.index(weights: shares)] }

  private static let names = [
    ("Alma", "Teague"), ("Benedikt", "Rowe"), ("Callum", "Ashby"), ("Divya", "Menon"), ("Esra", "Toprak"),
    ("Frances", "Kilbride"), ("Gustavo", "Neri"), ("Hollis", "Wren"), ("Imani", "Sutter"), ("Jasper", "Holloway"),
    ("Keiko", "Arai"), ("Lorenzo", "Pace"),
  ]
}
