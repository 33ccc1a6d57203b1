import Templating

/// What the templates in `Templates/timeline/` may name. An `aside` is anything with a time and a sentence: a boundary, a
/// note, a change of status.
enum AsideFields {
  static let schema = Schema(
    "aside",
    [.text("anchor"), .text("stamp"), .text("time"), .text("sentence"), .markup("body"), .flag("inner")])
  /// Of the team for itself, no part of what customers read.
  static let inner = schema["inner"]
  static let anchor = schema["anchor"]
  static let stamp = schema["stamp"]
  static let time = schema["time"]
  static let sentence = schema["sentence"]
  static let body = schema["body"]
}

enum MessageFields {
  static let schema = Schema(
    "message",
    [
      .text("anchor"), .text("stamp"), .text("time"), .text("kind"), .text("name"), .text("who"), .text("role"),
      .text("word"), .text("subject"), .markup("body"), .text("missing"), .text("long"), .markup("quoted"),
    ])
  static let anchor = schema["anchor"]
  static let stamp = schema["stamp"]
  static let time = schema["time"]
  /// `cust`, `ai` or `team`: the row's class and its glyph.
  static let kind = schema["kind"]
  /// A person's name, of whatever script.
  static let name = schema["name"]
  /// What an author without a name is called.
  static let who = schema["who"]
  /// Beside an agent's name.
  static let role = schema["role"]
  /// Behind a customer's name, for those who do not see the glyph.
  static let word = schema["word"]
  static let subject = schema["subject"]
  static let body = schema["body"]
  static let missing = schema["missing"]
  /// What a body that is too long to be shown unfolded is folded behind.
  static let long = schema["long"]
  static let quoted = schema["quoted"]
}

enum RowFields {
  static let schema = Schema(
    "row",
    [.one("message", MessageFields.schema), .one("aside", AsideFields.schema), .text("day"), .text("wait")])
  static let message = schema["message"]
  static let aside = schema["aside"]
  static let day = schema["day"]
  static let wait = schema["wait"]
}

enum FoldFields {
  static let schema = Schema("fold", [.text("summary"), .list("rows", RowFields.schema)])
  static let summary = schema["summary"]
  static let rows = schema["rows"]
}

/// A Session or Contact: its first rows, its fold, its last rows.
enum PartFields {
  static let schema = Schema(
    "part",
    [
      .text("anchor"), .text("name"), .text("meta"), .list("rows", RowFields.schema),
      .one("fold", FoldFields.schema), .list("rest", RowFields.schema), .text("quiet"),
    ])
  static let anchor = schema["anchor"]
  static let name = schema["name"]
  static let meta = schema["meta"]
  static let rows = schema["rows"]
  static let fold = schema["fold"]
  static let rest = schema["rest"]
  static let quiet = schema["quiet"]
}

/// One line of a Conversation.
enum LineFields {
  static let schema = Schema(
    "line",
    [
      .one("boundary", AsideFields.schema), .one("note", AsideFields.schema), .text("gap"), .text("day"),
      .one("session", PartFields.schema), .one("contact", PartFields.schema),
    ])
  static let boundary = schema["boundary"]
  static let note = schema["note"]
  static let gap = schema["gap"]
  static let day = schema["day"]
  static let session = schema["session"]
  static let contact = schema["contact"]
}

enum ConversationFields {
  static let schema = Schema(
    "conversation",
    [
      .text("anchor"), .text("heading"), .text("name"), .text("stamp"), .text("from"), .text("to"),
      .text("meta"), .text("record"), .text("explained"), .list("lines", LineFields.schema),
    ])
  static let anchor = schema["anchor"]
  /// The heading's id.
  static let heading = schema["heading"]
  static let name = schema["name"]
  static let stamp = schema["stamp"]
  static let from = schema["from"]
  static let to = schema["to"]
  static let meta = schema["meta"]
  /// The platform's record.
  static let record = schema["record"]
  /// Why there is a section for what belongs to no Conversation.
  static let explained = schema["explained"]
  static let lines = schema["lines"]
}

/// A Session or Contact in the outline and in a split timeline's contents.
enum EntryPartFields {
  static let schema = Schema(
    "entry part", [.text("href"), .text("id"), .text("kind"), .text("name"), .text("time")])
  static let href = schema["href"]
  static let id = schema["id"]
  /// `ai` or `team`: the glyph.
  static let kind = schema["kind"]
  static let name = schema["name"]
  static let time = schema["time"]
}

/// A Conversation there.
enum EntryFields {
  static let schema = Schema(
    "entry",
    [
      .text("href"), .text("id"), .text("name"), .text("stamp"), .text("time"), .text("words"), .markup("strip"),
      .text("handoff"),
      .list("parts", EntryPartFields.schema),
    ])
  static let href = schema["href"]
  static let id = schema["id"]
  static let name = schema["name"]
  static let stamp = schema["stamp"]
  static let time = schema["time"]
  static let words = schema["words"]
  static let strip = schema["strip"]
  static let handoff = schema["handoff"]
  static let parts = schema["parts"]
}

/// A month of a split timeline's contents.
enum MonthFields {
  static let schema = Schema(
    "month", [.text("name"), .list("pages", LinkFields.schema), .list("entries", EntryFields.schema)])
  static let name = schema["name"]
  static let pages = schema["pages"]
  static let entries = schema["entries"]
}

enum LinkFields {
  static let schema = Schema("link", [.text("href"), .text("name")])
  static let href = schema["href"]
  static let name = schema["name"]
}

/// From one page of a split timeline to the others.
enum TurnFields {
  static let schema = Schema(
    "turn",
    [.one("earlier", LinkFields.schema), .one("whole", LinkFields.schema), .one("later", LinkFields.schema)])
  static let earlier = schema["earlier"]
  static let whole = schema["whole"]
  static let later = schema["later"]
}
