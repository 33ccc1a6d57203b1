/// What can be wrong with a template: facts alone. Their sentences are in `TemplateErrorText.swift`.
enum TemplateError: Error, Equatable {
  case unknownTemplate(String, known: [String])
  case unknownPartial(String, known: [String])
  case recursivePartial([String])
  case unknownName(String, schemas: [String], known: [String])
  case unknownField(String, of: String, schema: String, known: [String])
  case unknownWord(String, known: [String])
  case wordSection(String)
  case fieldless(String, kind: Layout.Kind)
  case notPrinted(String, kind: Layout.Kind)
  case rawText(String)
  case tooDeep
  case unclosedTag
  case emptyTag
  case invalidName(String)
  case delimiterTag
  case implicitIterator
  case unclosedSection(String)
  case unopenedSection(String, innermost: String?)
}
