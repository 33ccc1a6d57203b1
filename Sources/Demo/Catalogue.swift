/// What the invented shop, Brindlecroft, sells: tools for the garden.
enum Catalogue {
  struct Product: Sendable {
    enum Kind: String, Sendable { case blade, cordless, assembled, hand }

    var name: String
    var kind: Kind
    /// In whole dollars.
    var price: Int
    /// A part that can break or be bent.
    var part: String
    /// A small thing that can be missing from the box.
    var spare: String
    var trait: String
  }

  static let products: [Product] = [
    .init(
      name: "Bramble pruning saw", kind: .blade, price: 34, part: "the blade", spare: "spare pin",
      trait: "cuts branches up to a wrist"),
    .init(
      name: "Heron loppers", kind: .blade, price: 58, part: "the left handle", spare: "stop screw",
      trait: "long reach and very light"),
    .init(
      name: "Kestrel hedge shears", kind: .blade, price: 46, part: "the joint", spare: "stop screw",
      trait: "wavy blades that hold the twig"),
    .init(
      name: "Sparrow secateurs", kind: .blade, price: 29, part: "the spring", spare: "spare spring",
      trait: "fits small hands"),
    .init(
      name: "Thrush grass hook", kind: .blade, price: 31, part: "the ferrule", spare: "blade cover",
      trait: "hand-forged, for long grass"),
    .init(
      name: "Copperleaf trowel", kind: .hand, price: 22, part: "the neck", spare: "leather strap",
      trait: "bronze, kind to the roots"),
    .init(
      name: "Oakham digging fork", kind: .hand, price: 64, part: "one tine", spare: "tine cap",
      trait: "four square tines for heavy soil"),
    .init(
      name: "Drift leaf rake", kind: .hand, price: 27, part: "the head", spare: "wedge",
      trait: "wide, and it does not tear the grass"),
    .init(
      name: "Sorrel seed drill", kind: .hand, price: 79, part: "the wheel", spare: "seed disc",
      trait: "sows six sizes of seed"),
    .init(
      name: "Mossbank kneeler", kind: .hand, price: 38, part: "one leg", spare: "rubber foot",
      trait: "folds flat and doubles as a stool"),
    .init(
      name: "Wren watering can", kind: .hand, price: 42, part: "the rose", spare: "brass rose",
      trait: "balanced when full"),
    .init(
      name: "Rook edging iron", kind: .hand, price: 36, part: "the tread", spare: "blade cover",
      trait: "half-moon blade with a tread"),
    .init(
      name: "Finch grass trimmer", kind: .cordless, price: 129, part: "the guard", spare: "line spool",
      trait: "30 minutes on one charge"),
    .init(
      name: "Dale mower", kind: .cordless, price: 349, part: "the collector", spare: "safety key",
      trait: "quiet, for lawns up to 300 m²"),
    .init(
      name: "Merlin hedge trimmer", kind: .cordless, price: 168, part: "the trigger", spare: "blade sheath",
      trait: "light enough for one hand"),
    .init(
      name: "Swift leaf blower", kind: .cordless, price: 142, part: "the nozzle", spare: "nozzle clip",
      trait: "three speeds, and a soft start"),
    .init(
      name: "Fallow wheelbarrow", kind: .assembled, price: 118, part: "the axle", spare: "cotter pins",
      trait: "galvanised, with a wide tyre"),
    .init(
      name: "Pebble hose reel", kind: .assembled, price: 88, part: "the crank", spare: "sealing rings",
      trait: "winds 40 m without knots"),
    .init(
      name: "Marsh cold frame", kind: .assembled, price: 96, part: "the lid", spare: "hinge screws",
      trait: "lid stays open by itself"),
    .init(
      name: "Hollow compost bin", kind: .assembled, price: 74, part: "the front slat", spare: "corner clips",
      trait: "larch, opens on all sides"),
    .init(
      name: "Lantern greenhouse", kind: .assembled, price: 690, part: "the door rail", spare: "glazing clips",
      trait: "toughened glass, 2 by 3 m"),
    .init(
      name: "Alder potting bench", kind: .assembled, price: 154, part: "the shelf", spare: "bag of bolts",
      trait: "zinc top at working height"),
    .init(
      name: "Juniper trellis", kind: .assembled, price: 52, part: "the middle bar", spare: "wall brackets",
      trait: "cedar, for roses and clematis"),
    .init(
      name: "Tarn water butt", kind: .assembled, price: 132, part: "the tap", spare: "tap washer",
      trait: "200 litres, with a lid"),
  ]

  static let cities = [
    "Albany", "Asheville", "Augusta", "Bangor", "Boise", "Burlington", "Carson City", "Concord", "Dover", "Duluth",
    "Eugene", "Fargo", "Galena", "Hartford", "Ithaca", "Lancaster", "Madison", "Montpelier", "Nashua", "Olympia",
    "Portland", "Providence", "Richmond", "Salem", "Santa Fe", "Springfield", "Syracuse", "Trenton", "Wichita", "York",
  ]

  static let streets = [
    "Alder Street", "Mill Lane", "Orchard Row", "Harrow Street", "Quarry Road", "Linden Avenue", "Chapel Hill",
    "Ferry Road", "Canal Street", "Garden Terrace", "Upper Green", "Station Road",
  ]

  static let carriers = ["Northway", "Blue Pigeon", "Parcelby"]
}
