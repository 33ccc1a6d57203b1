/// Reads scripts. A script begins with `@ name; topic; kind of product or any; weight`. A turn is a line that begins
/// with its speaker's letter, `| ` begins another way to say it, two spaces continue the text on a new line, of which
/// `~` is an empty one. `= solved`, `= team` and `= back` begin the further parts, `s` is a mail's subject.
struct ScriptParser {
  private var scripts: [Script] = []
  private var part: WritableKeyPath<Script, [Script.Turn]> = \.stem
  private var turns: [(speaker: Script.Speaker, variants: [String])] = []

  static func parse(_ source: String) -> [Script] {
    var parser = ScriptParser()
    for line in source.split(separator: "\n") { parser.read(line) }
    parser.finishPart()
    return parser.scripts
  }
}

extension ScriptParser {
  private mutating func read(_ line: Substring) {
    let text = String(line.dropFirst(2))
    switch line.first {
    case "@": begin(text)
    case "=": beginPart(text)
    case " ": extend(by: text == "~" ? "" : text)
    case "|":
      guard !turns.isEmpty else { return }
      turns[turns.count - 1].variants.append(text)
    case "s": scripts[scripts.count - 1].subject = Template(text)
    default:
      guard let speaker = line.first.flatMap(Script.Speaker.init) else { return }
      turns.append((speaker, [text]))
    }
  }

  private mutating func begin(_ header: String) {
    finishPart()
    part = \.stem
    let fields = header.split(separator: ";").map { $0.drop { $0 == " " } }
    guard fields.count == 4 else { return }
    scripts.append(
      Script(
        name: String(fields[0]), topic: String(fields[1]),
        kind: Catalogue.Product.Kind(rawValue: String(fields[2])), weight: Double(String(fields[3])) ?? 1))
  }

  private mutating func beginPart(_ name: String) {
    finishPart()
    switch name {
    case "solved": part = \.solved
    case "team": part = \.team
    default: part = \.back
    }
  }

  private mutating func extend(by line: String) {
    guard let turn = turns.indices.last, let variant = turns[turn].variants.indices.last else { return }
    turns[turn].variants[variant] += "\n" + line
  }

  private mutating func finishPart() {
    guard !scripts.isEmpty else { return }
    scripts[scripts.count - 1][keyPath: part] += turns.map {
      Script.Turn(speaker: $0.speaker, variants: $0.variants.map(Template.init))
    }
    turns = []
  }
}
