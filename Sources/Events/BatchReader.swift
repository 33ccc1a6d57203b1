import Glibc
import Time

/// Reads segments record by record into a batch: the hot loop. What a record means is in the extensions for neutral
/// events, Gladly's items and people.
struct BatchReader: ~Copyable {
  var batch = Batch()
  var fields: RecordFields
  var file: SourceFile
  var layout: Layout
  /// Whether the layout maps any words, so that most files need not ask for each field.
  var mapsWords = false
  var tally: FileTally
  /// The record's place.
  var offset = 0
  var count = 0
  let words = KnownWords()
  var instants = InstantReader()
  /// The brand that was last counted as one.
  var lastBrand: UInt32 = 0
  var customerText = Scratch()
  var conversationText = Scratch()
  var idText = Scratch()
  var writer: RangeWriter
  /// The texts of the part that are short, with their numbers.
  var shortChannels = ShortTexts()
  var shortNames = ShortTexts()
  /// The brand whose boundaries are at hand.
  var boundariesBrand: UInt32 = .max
  var boundaries = 0..<0
  // Of the file: asking it and its layout would count references at each record.
  /// The file's number, as in a packed location.
  var filePlace: UInt64 = 0
  var isCSV = false
  var kind = Layout.Kind.events
  var givenBrand: UInt32?
  let nothing = WordPadding.empty

  init(_ file: SourceFile, _ writer: consuming RangeWriter) {
    self.writer = writer
    self.file = file
    layout = file.layout
    fields = RecordFields(base: WordPadding.base)
    tally = FileTally(file: file.number, end: 0)
  }
}

extension BatchReader {
  /// Reads a part of the data; its number is the part's place in the order of the data.
  mutating func read(_ segments: [Segment], part: Int) -> Batch {
    batch = Batch()
    lastBrand = 0
    boundariesBrand = .max
    shortChannels.clear()
    shortNames.clear()
    for segment in segments { read(segment, part) }
    return batch
  }

  private mutating func read(_ segment: Segment, _ part: Int) {
    file = segment.file
    layout = file.layout
    writer.begin(part: part, base: Location(file: file.number, offset: segment.range.lowerBound))
    mapsWords = layout.words.contains { $0 != nil }
    filePlace = Location(file: file.number, offset: 0).packed
    isCSV = file.isCSV
    kind = layout.kind
    givenBrand = layout.brand.map { text in text.withUnsafeBufferPointer { brand($0) } }
    tally = FileTally(file: file.number, end: segment.range.upperBound)
    if let problem = file.header?.problem {
      refuseFile(problem)
    } else if let base = file.bytes.baseAddress {
      let end = base + file.bytes.count
      let stop = base + segment.range.upperBound
      let next =
        file.isCSV
        ? readCSV(base, segment.range.lowerBound, stop, end) : readJSON(base, segment.range.lowerBound, stop, end)
      tally.end = next - base
    }
    batch.tallies.append(tally)
  }

  private mutating func readJSON(
    _ base: UnsafePointer<UInt8>, _ from: Int, _ stop: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var p = base + from
    let tree = layout.tree.view
    let fieldCount = layout.columns.count
    while p < stop {
      if let next = BatchReader.blankLine(p, end) {
        p = next
        continue
      }
      begin(p, base)
      fields.slots.clear(fieldCount)
      do throws(JSONFault) {
        let next = try JSONScanner(tree: tree, slots: fields.slots.base, start: p, end: end).record()
        accept(next)
        p = next < end ? next + 1 : end
      } catch {
        p = refuse(.json(error), p, end)
      }
    }
    return p
  }

  private mutating func readCSV(
    _ base: UnsafePointer<UInt8>, _ from: Int, _ stop: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var p = base + from
    let columns = file.header?.columns ?? []
    var marks = CSVMarks(from: p)
    // A record that is accepted sets the slots of all the columns that there are.
    fields.slots.clear(layout.columns.count)
    return columns.withUnsafeBufferPointer { columns in
      while p < stop {
        if let next = BatchReader.blankLine(p, end) {
          p = next
          continue
        }
        begin(p, base)
        do throws(CSVFault) {
          let next = try CSVScanner(columns: columns, slots: fields.slots.base, start: p, end: end).record(&marks)
          accept(next)
          p = next < end ? next + 1 : end
        } catch {
          p = refuse(.csv(error), p, end)
        }
      }
      return p
    }
  }

  @inline(__always)
  private mutating func begin(_ p: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>) {
    offset = p - base
    fields.base = p
    tally.records += 1
  }

  /// The next line if this one is blank.
  @inline(__always)
  private static func blankLine(_ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    guard p.pointee <= 0x20 else { return nil }
    var q = p
    while q < end, q.pointee == 0x20 || q.pointee == 0x09 || q.pointee == 0x0D { q += 1 }
    return q == end ? end : q.pointee == 0x0A ? q + 1 : nil
  }
}

extension BatchReader {
  private mutating func accept(_ lineEnd: UnsafePointer<UInt8>) {
    count = lineEnd - fields.base
    do throws(Rejection) {
      switch kind {
      case .events: try addNeutral()
      case .items: try addItem()
      case .customers, .agents: try addPerson()
      case .topics: try addTopic()
      }
    } catch {
      reject(error)
    }
  }

  /// Rejects a line that could not be scanned.
  /// - Returns: the next line.
  private mutating func refuse(
    _ rejection: Rejection, _ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    let line = memchr(p, 0x0A, end - p).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
    count = line - p
    reject(rejection)
    return line < end ? line + 1 : end
  }

  private mutating func refuseFile(_ problem: Rejection) {
    guard let header = file.header else { return }
    offset = header.start
    count = header.end - header.start
    tally.records += 1
    reject(problem)
  }

  private mutating func reject(_ rejection: Rejection) {
    tally.rejected += 1
    batch.rejected.append(RejectedRecord(Location(packed: filePlace | UInt64(offset)), count: count, rejection))
  }
}
