import Files
import Glibc

/// The bytes that events point to.
final class SourceTexts: @unchecked Sendable {
  // Unchecked: the bytes belong to the files, which are never written.
  let files: [SourceFile]
  /// By file number; 0 is none.
  private let bases: [UnsafePointer<UInt8>]
  /// The files, without counting who refers to them: all threads share them, and would wait for each other's counts.
  private let uncounted: [Unmanaged<SourceFile>]

  init(files: [SourceFile]) {
    self.files = files
    uncounted = files.map { Unmanaged.passUnretained($0) }
    bases = [WordPadding.base] + files.map { $0.bytes.baseAddress ?? WordPadding.base }
  }
}

extension SourceTexts {
  func file(_ location: Location) -> SourceFile { files[location.file - 1] }

  /// Calls with the file, which must not be kept.
  @inline(__always)
  func withFile<Result>(_ location: Location, _ body: (SourceFile) -> Result) -> Result {
    uncounted[location.file - 1]._withUnsafeGuaranteedRef(body)
  }

  @inline(__always)
  func bytes(_ location: Location, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bases[location.file] + location.offset, count: count)
  }

  /// The bytes of an event's record, without the newline.
  func record(_ event: Event) -> UnsafeBufferPointer<UInt8> {
    let location = Location(packed: event.record)
    return withFile(location) { $0.record(location.offset) }
  }
}

extension SourceTexts {
  /// Has the processor fetch the first records of some events, which are about to be read. A party's records lie all over
  /// the export: asked for together they come in the time that one takes by itself.
  func fetch(_ events: EventSlice) {
    for event in events.prefix(SourceTexts.mostFetched) {
      let location = Location(packed: event.record)
      let start = bases[location.file] + location.offset
      for line in 0..<SourceTexts.linesFetched { prefetch(start + line * 64) }
    }
  }

  /// More would push each other out of the processor's own memory.
  private static let mostFetched = 64
  /// Of 64 bytes; most records are not longer.
  private static let linesFetched = 4
}

extension SourceTexts {
  /// The Conversation that an event's record names.
  func conversation(_ record: Location) -> [UInt8] {
    let isItem = file(record).layout.kind == .items
    return text(isItem ? GladlyField.conversation.slot : NeutralField.conversation.slot, at: record)
  }

  /// A record's text or integer, with a mapping's words put in; empty if there is none.
  func text(_ field: Int, at location: Location) -> [UInt8] {
    let file = file(location)
    var fields = RecordFields(base: WordPadding.base)
    file.scan(location.offset, into: &fields)
    guard let words = file.layout.words[field] else {
      return fields[field].form.isText || fields[field].form == .integer ? Array(fields.text(field)) : []
    }
    if fields[field].isMissing { return words.absent.map { Array($0) } ?? [] }
    if fields[field].form == .array || fields[field].form == .object { return [] }
    let text = fields.text(field)
    return Array(words.word(for: text) ?? text)
  }

  /// A name or address that a neutral event's record tells, as it stands.
  func told(_ field: NeutralField, at packed: UInt64) -> String {
    let location = Location(packed: packed)
    var fields = RecordFields(base: WordPadding.base)
    file(location).scan(location.offset, into: &fields)
    return fields.string(field.slot)
  }
}
