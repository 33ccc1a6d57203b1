import Diagnostics

/// A file of measures that was read, with what is wrong with each on its own. What measures mean together a `MeasureBook`
/// finds.
public struct MeasureFile: Sendable {
  let drafts: [MeasureDraft]
  let errors: [Diagnostic]

  /// - Parameter path: as shown in errors.
  public init(path: String, text: String) {
    var reader = MeasureFileReader(path: path, text: text)
    reader.read()
    (drafts, errors) = (reader.drafts, reader.errors)
  }
}
