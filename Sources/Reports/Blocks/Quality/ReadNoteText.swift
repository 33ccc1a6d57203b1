import Events
import Wording

extension ReportContext {
  /// What reading met, in the site's language; in English where the language has no words for it.
  func text(_ note: ReadNote) -> String {
    let base = "quality.read." + note.key
    let key = note.count.map { words.form(base, $0) } ?? base
    guard !note.key.isEmpty, words.has(key) else { return note.text }
    return words.fill(key) { place in
      switch place {
      case "n": note.count.map(words.number)
      case "names": list(note.names)
      case "reason": note.reason.map(text)
      default: note.values[place]
      }
    }
  }

  private func list(_ names: [String]) -> String {
    let shown = Array(names.prefix(ReadNote.namesShown))
    let more = names.count - shown.count
    return words.list(shown + (more > 0 ? [words.fill("quality.more_names", ["n": words.number(more)])] : []))
  }
}
