import Diagnostics
import YAML

/// Reads a file of measures: `name: {title, sentence, unit, anchor, format, …}`. Everything that is wrong is collected.
struct MeasureFileReader {
  let path: String
  let text: String
  private(set) var drafts: [MeasureDraft] = []
  private(set) var errors: [Diagnostic] = []

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension MeasureFileReader {
  mutating func read() {
    do {
      guard let root = try YAMLReader.read(text, path: path), !root.isNothing else { return }
      guard let entries = root.entries else {
        return errors.append(root.mistake("expected `name:` lines, each with a measure below"))
      }
      for (key, value) in entries { readMeasure(key, value) }
    } catch {
      let repeated = repeatedNames()
      errors += repeated.isEmpty ? error.all : repeated
    }
  }
}

extension MeasureFileReader {
  static let keys = [
    "title", "sentence", "unit", "anchor", "format", "built_in", "sql", "formula", "minimum", "interval", "n",
  ]

  private mutating func readMeasure(_ key: YAMLNode, _ value: YAMLNode) {
    guard let name = key.text, isName(name) else {
      return errors.append(key.mistake("expected a name of small letters, digits and `_`, beginning with a letter"))
    }
    guard let entries = value.entries else {
      return errors.append(value.mistake("expected the keys of the measure `\(name)`, such as `title:`"))
    }
    let before = errors.count
    var draft = MeasureDraft(name: name, place: key.place)
    let known = entries.filter { note($0.key) }
    for (key, value) in known { readPart(key.text ?? "", value, into: &draft) }
    requireKeys(of: draft, Set(known.compactMap(\.key.text)), isWhole: errors.count == before)
    drafts.append(draft)
  }

  /// Whether the key is known.
  private mutating func note(_ key: YAMLNode) -> Bool {
    if let name = key.text, MeasureFileReader.keys.contains(name) { return true }
    errors.append(.unknownKey(key.text ?? "", among: MeasureFileReader.keys, at: key.place))
    return false
  }

  private mutating func requireKeys(of draft: MeasureDraft, _ keys: Set<String>, isWhole: Bool) {
    let definitions = ["built_in", "sql", "formula"].filter(keys.contains)
    let always = definitions == ["formula"] ? [] : ["unit", "anchor", "format"]
    if definitions.isEmpty && isWhole {
      errors.append(
        .error(
          "the measure `\(draft.name)` is not defined, expected one of `built_in`, `sql`, `formula`", at: draft.place))
    } else if definitions.count > 1 {
      let list = definitions.map { "`\($0)`" }.joined(separator: " and ")
      errors.append(
        .error("the measure `\(draft.name)` has \(list), expected one of them", at: draft.place))
    }
    for key in ["title", "sentence"] + always where !keys.contains(key) {
      errors.append(
        .error("the measure `\(draft.name)` lacks `\(key)`", at: draft.place, help: "add a line `\(key): …` to it"))
    }
  }

  private func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// Measures that the file defines twice, which YAML's reader refuses without telling where.
  private func repeatedNames() -> [Diagnostic] {
    var lines: [String: Int] = [:]
    var errors: [Diagnostic] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let end = line.firstIndex(of: ":"), isName(String(line[..<end])) else { continue }
      let name = String(line[..<end])
      if let first = lines[name] {
        errors.append(
          .error(
            "the measure `\(name)` is defined twice",
            at: Place(path: path, line: index + 1, column: 1, text: String(line)),
            help: "the first definition is in line \(first)"))
      } else {
        lines[name] = index + 1
      }
    }
    return errors
  }
}

extension MeasureFileReader {
  private mutating func readPart(_ key: String, _ value: YAMLNode, into draft: inout MeasureDraft) {
    switch key {
    case "title": draft.title = words(value)
    case "sentence": draft.sentence = words(value)
    case "unit": draft.unit = choice(value, kind: "unit")
    case "anchor": draft.anchor = choice(value, kind: "anchor")
    case "format": draft.format = choice(value, kind: "format")
    case "built_in":
      let part: MeasureDraft.Part<BuiltInMeasure>? = choice(value, kind: "built-in measure")
      draft.definition = part.map { .builtIn($0) } ?? draft.definition
    case "sql": draft.definition = expression(value).map { .sql($0) } ?? draft.definition
    case "formula": draft.definition = formula(value).map { .formula($0.0, $0.1) } ?? draft.definition
    case "minimum": draft.minimum = minimum(value)
    case "interval":
      if value.text == "wilson" { draft.interval = value.place } else { mistake(value, "expected `wilson`") }
    default: draft.n = expression(value).map { ($0, value.place) }
    }
  }

  private mutating func words(_ value: YAMLNode) -> String {
    if let text = value.text, !text.allSatisfy(\.isWhitespace) { return text }
    mistake(value, "expected words")
    return ""
  }

  private mutating func minimum(_ value: YAMLNode) -> Int {
    if let number = value.number, number > 0 { return number }
    mistake(value, "expected a whole number from 1")
    return 0
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLNode, kind: String
  ) -> MeasureDraft.Part<Choice>? {
    if let choice = value.text.flatMap(Choice.init(rawValue:)) { return .init(value: choice, place: value.place) }
    guard let text = value.text, !text.isEmpty else {
      mistake(value, "expected \(kind == "anchor" ? "an" : "a") \(kind)")
      return nil
    }
    errors.append(.unknownKey(text, among: Choice.allCases.map(\.rawValue), at: value.place, kind: kind))
    return nil
  }

  private mutating func expression(_ value: YAMLNode) -> MeasureDraft.Text? {
    if let text = value.text, !text.allSatisfy(\.isWhitespace) {
      return .init(value: text, places: ScalarPlaces(value.place, in: self.text))
    }
    mistake(value, "expected an aggregate expression of SQL")
    return nil
  }

  private mutating func formula(_ value: YAMLNode) -> (MeasureFormula, MeasureDraft.Text)? {
    guard let text = value.text, !text.allSatisfy(\.isWhitespace) else {
      mistake(value, "expected a formula of measures")
      return nil
    }
    let source = MeasureDraft.Text(value: text, places: ScalarPlaces(value.place, in: self.text))
    do {
      return (try FormulaParser.parse(text), source)
    } catch {
      errors.append(.error(error.summary, at: source.place(error.offset)))
      return nil
    }
  }

  private mutating func mistake(_ value: YAMLNode, _ expected: String) { errors.append(value.mistake(expected)) }
}
