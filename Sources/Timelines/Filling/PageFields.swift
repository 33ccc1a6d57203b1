import Templating

/// `timeline/lede`: the head.
enum LedeFields {
  static let fact = Schema("fact", [.text("label"), .text("value")])
  static let factLabel = fact["label"]
  static let factValue = fact["value"]

  static let schema = Schema(
    "timeline head",
    [
      .text("customers"), .text("whole"), .text("page"), .text("name"), .text("id"), .list("facts", fact),
      .text("record"), .markup("lede"),
    ])
  /// The address of the customers' index.
  static let customers = schema["customers"]
  /// The address of the first page, on the others.
  static let whole = schema["whole"]
  /// What this page of a split timeline holds.
  static let page = schema["page"]
  static let name = schema["name"]
  static let id = schema["id"]
  static let facts = schema["facts"]
  static let record = schema["record"]
  static let lede = schema["lede"]
}

/// `timeline/picture`: the lanes.
enum PictureFields {
  static let picture = Schema(
    "picture", [.text("label"), .text("step"), .markup("names"), .markup("heads"), .markup("chart")])
  static let label = picture["label"]
  /// How wide it has to be: 0 to 3.
  static let step = picture["step"]
  static let names = picture["names"]
  static let heads = picture["heads"]
  static let chart = picture["chart"]

  static let schema = Schema("timeline picture", [.list("pictures", picture), .text("latest")])
  static let pictures = schema["pictures"]
  /// Which Conversations the pictures show, if not all.
  static let latest = schema["latest"]
}

/// `timeline/list`: the outline and the thread.
enum ListFields {
  static let schema = Schema(
    "timeline list",
    [
      .list("outline", EntryFields.schema), .text("outline_note"), .one("turn", TurnFields.schema),
      .list("conversations", ConversationFields.schema), .flag("inner"),
    ])
  /// Whether notes of the team for itself stand among the messages.
  static let inner = schema["inner"]
  static let outline = schema["outline"]
  static let outlineNote = schema["outline_note"]
  static let turn = schema["turn"]
  static let conversations = schema["conversations"]
}

/// `timeline/contents`: a split timeline's first page.
enum ContentsFields {
  static let schema = Schema(
    "timeline contents",
    [.text("note"), .list("months", MonthFields.schema), .one("turn", TurnFields.schema)])
  static let note = schema["note"]
  static let months = schema["months"]
  static let turn = schema["turn"]
}

/// `timeline/foot`: what the page's foot says.
enum FootFields {
  static let schema = Schema(
    "timeline foot", [.text("span"), .text("rules"), .markup("quality"), .text("zone")])
  static let span = schema["span"]
  static let rules = schema["rules"]
  static let quality = schema["quality"]
  static let zone = schema["zone"]
}
