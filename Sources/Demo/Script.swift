/// A dialogue with gaps: how one kind of matter usually goes, turn by turn.
struct Script: Sendable {
  enum Speaker: Character, Sendable {
    case customer = "c"
    case ai = "a"
    case team = "t"
    case note = "n"
  }

  struct Turn: Sendable {
    var speaker: Speaker
    var variants: [Template]
  }

  var name: String
  /// The leaf of the topic tree that it belongs to.
  var topic: String
  /// The products that it can be about; nil for any.
  var kind: Catalogue.Product.Kind?
  var weight: Double
  var subject: Template?
  /// How it begins.
  var stem: [Turn] = []
  /// How it ends with the AI.
  var solved: [Turn] = []
  /// How the team takes over and ends it.
  var team: [Turn] = []
  /// How the customer begins again hours later.
  var back: [Turn] = []
}

/// The scripts, parsed once.
enum Scripts {
  static let chats = ScriptParser.parse(delivery + "\n" + returns + "\n" + products + "\n" + account)
  static let mails = ScriptParser.parse(mail)
  static let phone = ScriptParser.parse(calls)
  static let later = ScriptParser.parse(afterwards)
}

extension Scripts {
  static let chatWeights = chats.map(\.weight)
  static let mailWeights = mails.map(\.weight)
  static let phoneWeights = phone.map(\.weight)
}
