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
