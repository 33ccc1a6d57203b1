import Diagnostics

/// The interface's words in one language: labels, sentences, units, date and number forms, from `Content/i18n/`.
///
/// Keys are dotted (`timeline.opened`). A sentence has places for values, `{name}`; a count has forms, `key.one` and
/// `key.other` and whatever else `format.plural` names, with `{n}` in them. `RichPhrase` tells what more a sentence that becomes markup may hold.
public struct Words: Sendable {
  /// The language's tag, e.g. `en`, for `lang`.
  public let language: String
  /// Behind one reference, because words are handed on with every sentence.
  private let store: Store

  /// - Throws: one diagnostic for each of the words' own forms (months, number signs, …) that is missing.
  public init(language: String, entries: [String: String]) throws(Diagnostics) {
    self.language = language
    store = Store(phrases: entries.mapValues { Phrase($0) }, forms: try Forms(entries))
  }
}

extension Words {
  private final class Store: Sendable {
    let phrases: [String: Phrase]
    let richPhrases: [String: RichPhrase]
    let forms: Forms

    init(phrases: [String: Phrase], forms: Forms) {
      self.phrases = phrases
      richPhrases = phrases.mapValues { RichPhrase($0.source) }
      self.forms = forms
    }
  }

  var phrases: [String: Phrase] { store.phrases }
  var richPhrases: [String: RichPhrase] { store.richPhrases }
  var forms: Forms { store.forms }
}

extension Words {
  /// The words under a key; the key itself in angle quotes if there are none.
  public subscript(_ key: String) -> String { phrases[key]?.source ?? "‹\(key)›" }

  /// Whether there are words under a key.
  public func has(_ key: String) -> Bool { phrases[key] != nil }

  /// Every key with its words, as a template's constants.
  public var constants: [String: String] { phrases.mapValues(\.source) }

  /// A sentence with its values filled in.
  public func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    guard let phrase = phrases[key] else { return "‹\(key)›" }
    return phrase(values)
  }

  /// The same from whatever a name stands for; a place without a value stays as it is written.
  public func fill(_ key: String, _ value: (String) -> String?) -> String { phrase(key).filled(value) }

  /// A counted thing: `1 contact`, `2,134 conversations`.
  public func count(_ key: String, _ n: Int) -> String { fill(form(key, n), ["n": number(n)]) }

  /// The key of the form that a number takes: `key.one`, `key.other` or another that the language has.
  public func form(_ key: String, _ n: Int) -> String {
    let form = forms.plurals.form(n)
    if form == .other { return key + ".other" }
    let special = key + "." + form.rawValue
    return phrases[special] != nil || form == .one && phrases[key + ".other"] == nil ? special : key + ".other"
  }

  /// Items with the language's comma between them.
  public func list(_ items: some Sequence<String>) -> String { items.joined(separator: forms.comma) }

  /// Groups of items with the language's semicolon between them.
  public func groups(_ items: some Sequence<String>) -> String { items.joined(separator: forms.semicolon) }

  /// The forms of a counted thing, or of any sentence with nothing but a number, to be filled again and again.
  public func counted(_ key: String) -> CountForm {
    var special: [PluralForm: Phrase] = [:]
    for form in PluralForm.allCases where form != .other { special[form] = phrases[key + "." + form.rawValue] }
    return CountForm(
      special, other: phrase(key + ".other"), plurals: forms.plurals, thousands: forms.thousands)
  }

  /// A sentence with nothing but a number in it, `Contact {n}`.
  public func numbered(_ key: String) -> CountForm {
    CountForm([:], other: phrase(key), plurals: forms.plurals, thousands: forms.thousands)
  }

  /// The sentence under a key, to be filled again and again; the key itself in angle quotes if there is none.
  public func phrase(_ key: String) -> Phrase { phrases[key] ?? Phrase("‹\(key)›") }
}
