import Files
import Gzip

/// A gzip file of the export, which is unpacked into a scratch file step by step, so that its beginning can be read while
/// the rest is not there yet.
final class PackedFile: @unchecked Sendable {
  // Unchecked: one thread at a time unpacks; the others map what it wrote.
  let number: Int
  let isCSV: Bool
  private let file: ExportPlan.File
  private let packed: MappedBytes
  private let scratch: ScratchFile
  private var unpacker: GzipUnpacker
  private(set) var isWhole = false

  init(_ file: ExportPlan.File, number: Int, _ packed: MappedBytes) throws(ExportError) {
    self.file = file
    self.number = number
    self.packed = packed
    isCSV = file.isCSV
    unpacker = GzipUnpacker(packed.bytes)
    do throws(FileError) { scratch = try ScratchFile() } catch { throw .file(error) }
  }
}

extension PackedFile {
  /// How many bytes are unpacked.
  var count: Int { scratch.count }

  /// How many bytes it comes to, judged by those that are unpacked.
  var expectedCount: Int {
    isWhole ? count : Int(Double(count) / Double(max(1, unpacker.packedCount)) * Double(packed.bytes.count))
  }

  /// Unpacks so many bytes more, or all that is left.
  /// - Throws: if the stream breaks, `corruptGzip` with the packed offset.
  func unpack(_ count: Int) throws(ExportError) {
    let state: GzipUnpacker.State
    do throws(FileError) { state = try unpacker.unpack(count, each: scratch.append) } catch { throw .file(error) }
    packed.release(0..<min(unpacker.packedCount, packed.bytes.count))
    if case .broken(let offset) = state { throw .corruptGzip(path: file.path, offset: offset) }
    isWhole = state == .whole
  }

  /// What is unpacked so far.
  func unpacked() throws(ExportError) -> SourceFile {
    do throws(FileError) {
      return SourceFile(
        number: number, path: file.shownPath, layout: file.layout, isCSV: isCSV, mapped: try scratch.map())
    } catch {
      throw .file(error)
    }
  }
}

/// A file of the export when reading begins.
enum OpenFile: Sendable {
  case whole(SourceFile)
  /// With what is unpacked of it.
  case packed(PackedFile, SourceFile)
}

extension OpenFile {
  /// - Parameter headSize: how many bytes of a packed file are unpacked.
  init(_ file: ExportPlan.File, number: Int, _ mapped: MappedBytes, headSize: Int) throws(ExportError) {
    guard file.isCompressed else {
      self = .whole(
        SourceFile(number: number, path: file.shownPath, layout: file.layout, isCSV: file.isCSV, mapped: mapped))
      return
    }
    let packed = try PackedFile(file, number: number, mapped)
    // A byte-order mark is met whole.
    try packed.unpack(max(16, headSize))
    var head = try packed.unpacked()
    // A header that cannot be used is told of once, and one that is cut may be usable.
    if !packed.isWhole, head.bodyStart == head.bytes.count {
      try packed.unpack(.max)
      head = try packed.unpacked()
    }
    self = packed.isWhole ? .whole(head) : .packed(packed, head)
  }

  /// What there is of it.
  var beginning: SourceFile {
    switch self {
    case .whole(let file), .packed(_, let file): file
    }
  }

  /// How many bytes of records it has, about.
  var expectedCount: Int {
    switch self {
    case .whole(let file): file.bytes.count - file.bodyStart
    case .packed(let packed, let file): packed.expectedCount - file.bodyStart
    }
  }
}
