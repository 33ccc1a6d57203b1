/// What a sentence is told for one of its places: `.who(name)`.
struct Told {
  /// The places of the timeline's sentences, as they are written there.
  enum Place: String, Sendable {
    case none = ""
    case active, contact, day, end, from, kind, length, name, part, session, size, time, timeout, to, topics
    case waiting, when, who, window
  }

  let place: Place
  let words: String

  static let nothing = Told(place: .none, words: "")
}

extension Told {
  static func active(_ words: String) -> Told { Told(place: .active, words: words) }
  static func contact(_ words: String) -> Told { Told(place: .contact, words: words) }
  static func day(_ words: String) -> Told { Told(place: .day, words: words) }
  static func end(_ words: String) -> Told { Told(place: .end, words: words) }
  static func from(_ words: String) -> Told { Told(place: .from, words: words) }
  static func kind(_ words: String) -> Told { Told(place: .kind, words: words) }
  static func length(_ words: String) -> Told { Told(place: .length, words: words) }
  static func name(_ words: String) -> Told { Told(place: .name, words: words) }
  static func part(_ words: String) -> Told { Told(place: .part, words: words) }
  static func session(_ words: String) -> Told { Told(place: .session, words: words) }
  static func size(_ words: String) -> Told { Told(place: .size, words: words) }
  static func time(_ words: String) -> Told { Told(place: .time, words: words) }
  static func timeout(_ words: String) -> Told { Told(place: .timeout, words: words) }
  static func to(_ words: String) -> Told { Told(place: .to, words: words) }
  static func topics(_ words: String) -> Told { Told(place: .topics, words: words) }
  static func waiting(_ words: String) -> Told { Told(place: .waiting, words: words) }
  static func when(_ words: String) -> Told { Told(place: .when, words: words) }
  static func who(_ words: String) -> Told { Told(place: .who, words: words) }
  static func window(_ words: String) -> Told { Told(place: .window, words: words) }
}
