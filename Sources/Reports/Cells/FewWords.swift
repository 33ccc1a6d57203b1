import Diagnostics
import HTML

extension ReportContext {
  /// In place of a number that the audience is not told.
  var hiddenWord: String { words["few.hidden"] }

  var hiddenCell: Table.Cell { .quiet(hiddenWord, sort: "-2") }

  /// A cell, or the word in its place.
  func cell(_ isHidden: Bool, _ cell: @autoclosure () -> Table.Cell) -> Table.Cell { isHidden ? hiddenCell : cell() }

  /// What the word means; nothing for an audience that is told every number.
  var fewNote: Markup { smallestGroup.map { sentence("few.note", ["k": words.number($0)]) } ?? Markup() }

  /// The note as a paragraph below a block.
  func fewParagraph() throws(Diagnostics) -> Markup { try paragraphs([], notes: [fewNote]) }

  /// Adds the note to a table's own.
  func noted(_ table: Table) -> Table {
    guard hidesFew else { return table }
    var table = table
    table.note = table.note.isEmpty ? fewNote : Markup([table.note, fewNote])
    return table
  }
}

extension CSVField {
  /// In place of a number that the audience is not told; the same in every language.
  static var hidden: CSVField { .id("hidden") }
}
