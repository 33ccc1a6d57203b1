import Diagnostics
import Wording

/// A measure as its file says it, each part with its place; what the parts mean together is not known yet.
struct MeasureDraft: Sendable {
  /// A value of the file.
  struct Part<Value: Sendable>: Sendable {
    var value: Value
    var place: Place
  }

  /// A text whose every character has a place.
  struct Text: Sendable {
    var value: String
    var places: ScalarPlaces

    func place(_ offset: Int) -> Place { places.place(offset, of: value) }
  }

  enum Definition: Sendable {
    case builtIn(Part<BuiltInMeasure>)
    case sql(Text)
    case formula(MeasureFormula, Text)
  }

  var name: String
  /// Of the name.
  var place: Place
  var title = ""
  var sentence = ""
  var unit: Part<Measure.Unit>?
  var anchor: Part<Measure.Anchor>?
  var format: Part<Measure.Format>?
  /// Nil where it could not be read: the mistake is told already.
  var definition: Definition?
  var minimum = 0
  /// Where Wilson's interval is asked for.
  var interval: Place?
  var n: (text: Text, place: Place)?

  init(name: String, place: Place) {
    self.name = name
    self.place = place
  }
}

extension MeasureDraft {
  /// Takes the title and sentence that a language has for it.
  mutating func name(by words: Words) {
    let key = "measure." + name
    if words.has(key + ".title") { title = words[key + ".title"] }
    if words.has(key + ".sentence") { sentence = words[key + ".sentence"] }
  }
}
