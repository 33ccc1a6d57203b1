import Files

/// The records that were rejected, by file and then by line. Each is kept in 16 bytes; what it says is read from the
/// files again.
public struct RejectedRecords: Sendable {
  private let listed: [ReadSummary.Rejected]
  private var placed: Placed?

  /// As the reader found them.
  fileprivate struct Placed: Sendable {
    var records: ScratchColumn<RejectedRecord>
    var texts: SourceTexts
    var lines: LineIndex
    var screen: (any StoreScreen)?
  }

  init(_ records: ScratchColumn<RejectedRecord>, _ texts: SourceTexts, _ lines: LineIndex) {
    listed = []
    placed = Placed(records: records, texts: texts, lines: lines)
  }

  public init(arrayLiteral records: ReadSummary.Rejected...) {
    listed = records
    placed = nil
  }
}

extension RejectedRecords: RandomAccessCollection, ExpressibleByArrayLiteral {
  public var startIndex: Int { 0 }
  public var endIndex: Int { placed?.records.count ?? listed.count }

  public subscript(_ index: Int) -> ReadSummary.Rejected {
    placed.map { $0.rejected(index) } ?? listed[index]
  }
}

extension RejectedRecords {
  func seen(through screen: any StoreScreen) -> RejectedRecords {
    var seen = self
    seen.placed?.screen = screen
    return seen
  }
}

extension RejectedRecords: Equatable, CustomStringConvertible {
  public static func == (a: RejectedRecords, b: RejectedRecords) -> Bool { a.elementsEqual(b) }

  public var description: String { "\(Array(self))" }
}

extension RejectedRecords.Placed {
  fileprivate func rejected(_ index: Int) -> ReadSummary.Rejected {
    let record = records[index]
    let location = record.location
    let file = texts.file(location)
    let text = excerpt(record)
    return ReadSummary.Rejected(
      file: screen?.file(file.path) ?? file.path, line: lines.line(of: location.offset, in: file),
      offset: file.lineStart(location.offset), cause: record.rejection.cause(in: file.layout),
      text: screen?.excerpt(text) ?? text)
  }

  /// The first 200 characters, which at four bytes each are within the first 800.
  private func excerpt(_ record: RejectedRecord) -> String {
    var bytes = texts.bytes(record.location, min(Int(record.count), 801))[...]
    if record.count <= 801, bytes.last == 0x0A { bytes = bytes.dropLast() }
    if record.count <= 801, bytes.last == 0x0D { bytes = bytes.dropLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(200))
    return String(text)
  }
}

/// A record that was rejected, packed.
struct RejectedRecord: Sendable, BitwiseCopyable {
  private let place: UInt64
  /// How long it is, as far as that shows.
  let count: UInt32
  private let cause: UInt8
  /// The field or fault that the cause speaks of.
  private let detail: UInt8

  init(_ location: Location, count: Int, _ rejection: Rejection) {
    place = location.packed
    self.count = UInt32(min(count, 802))
    (cause, detail) =
      switch rejection {
      case .json(let fault): (0, fault.rawValue)
      case .csv(let fault): (1, fault.rawValue)
      case .missing(let field): (2, UInt8(field))
      case .wrongType(let field): (3, UInt8(field))
      case .unreadableInstant(let field): (4, UInt8(field))
      case .noOffset(let field): (5, UInt8(field))
      case .unknownActor: (6, 0)
      }
  }

  var location: Location { Location(packed: place) }

  var rejection: Rejection {
    switch cause {
    case 0: .json(JSONFault(rawValue: detail) ?? .unexpectedCharacter)
    case 1: .csv(CSVFault(rawValue: detail) ?? .tooFewFields)
    case 2: .missing(Int(detail))
    case 3: .wrongType(Int(detail))
    case 4: .unreadableInstant(Int(detail))
    case 5: .noOffset(Int(detail))
    default: .unknownActor
    }
  }
}
