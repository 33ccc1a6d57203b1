import Czlib

/// Unpacks gzip (RFC 1952), of one member or several, as far as is asked for.
public struct GzipUnpacker: ~Copyable {
  private let input: UnsafeBufferPointer<UInt8>
  // zlib keeps the stream's address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let room: UnsafeMutableBufferPointer<UInt8>
  /// Where the member begins.
  private var member = 0
  private var state: State

  /// A header and trailer of gzip around a window as large as it may be.
  static let windowBits: Int32 = 16 + 15
  static let streamSize = Int32(MemoryLayout<z_stream>.size)
  private static let chunk = 1 << 18

  /// How far it has come.
  public enum State: Equatable, Sendable {
    case unfinished
    case whole
    /// The stream breaks at this packed offset.
    case broken(Int)
  }

  /// - Parameter input: stays as it is, and where it is, for as long as this is used.
  public init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    room = .allocate(capacity: GzipUnpacker.chunk)
    let status = inflateInit2_(stream, GzipUnpacker.windowBits, ZLIB_VERSION, GzipUnpacker.streamSize)
    state = status == Z_OK ? .unfinished : .broken(0)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }
}

extension GzipUnpacker {
  /// How many packed bytes are done.
  public var packedCount: Int { member + Int(stream.pointee.total_in) }

  /// Unpacks the next bytes.
  /// - Parameters:
  ///   - count: how many, as far as there are any left.
  ///   - each: gets them in pieces, in their order; a piece is valid until it returns.
  /// - Throws: what `each` does.
  public mutating func unpack<Failure: Error>(
    _ count: Int, each: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> State {
    var left = count
    while left > 0, state == .unfinished {
      let piece = next(min(left, GzipUnpacker.chunk))
      if !piece.isEmpty { try each(piece) }
      left -= piece.count
    }
    return state
  }

  private mutating func next(_ most: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base = input.baseAddress else {
      state = .broken(0)
      return UnsafeBufferPointer(rebasing: room[..<0])
    }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: base + packedCount)
    stream.pointee.avail_in = UInt32(min(input.count - packedCount, Int(UInt32.max)))
    stream.pointee.next_out = room.baseAddress
    stream.pointee.avail_out = UInt32(most)
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK: break
    case Z_STREAM_END: endMember()
    default: state = .broken(packedCount)
    }
    return UnsafeBufferPointer(rebasing: room[..<(most - Int(stream.pointee.avail_out))])
  }

  private mutating func endMember() {
    let end = packedCount
    // Padding of zeros behind the last member is allowed, as gzip does.
    if input[end...].allSatisfy({ $0 == 0 }) {
      state = .whole
    } else {
      member = end
      inflateReset(stream)
    }
  }
}
