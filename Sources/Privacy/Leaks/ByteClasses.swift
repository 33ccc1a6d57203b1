import Files

/// What sixty-four bytes of a text are, a bit each, the first byte lowest: one reading from which every search of the
/// scanner sees where it has to look closer. Behind a text's end no bit is set.
struct ByteClasses {
  static let width = 64
  static let none = ByteClasses()

  /// Letters and digits of ASCII, and all bytes beyond it.
  private(set) var words: UInt64 = 0
  /// Bytes beyond ASCII.
  private(set) var wide: UInt64 = 0
  /// Digits, and what may stand between those of a telephone number.
  private(set) var numbers: UInt64 = 0
  /// What base64 is written with, in either of its forms.
  private(set) var signs: UInt64 = 0
  /// Hexadecimal digits.
  private(set) var hexes: UInt64 = 0
  /// Where an escape may begin.
  private(set) var escapes: UInt64 = 0
}

extension ByteClasses {
  /// - Returns: one for each sixty-four bytes begun, and `none` at the end.
  static func all(of text: TextBytes) -> [ByteClasses] {
    let blocks = (text.count + width - 1) / width
    return [ByteClasses](unsafeUninitializedCapacity: blocks + 1) { classes, count in
      guard let target = classes.baseAddress else { return }
      for block in 0..<blocks {
        let start = block &* width
        let classes =
          start + width < text.count ? ByteClasses(UnsafeRawPointer(text.base + start)) : last(text, start)
        (target + block).initialize(to: classes)
      }
      (target + blocks).initialize(to: none)
      count = blocks + 1
    }
  }

  /// The bits from one byte of a block on, those of the next block behind them.
  @inline(__always)
  static func run(_ bits: UInt64, _ next: UInt64, from place: Int) -> UInt64 {
    let place = UInt64(truncatingIfNeeded: place)
    return bits &>> place | (next &<< 1) &<< (63 &- place)
  }

  /// Calls with each run of bits that is as long as the widths say together, and one more.
  /// - Parameters:
  ///   - widths: how far runs that are known are shifted over themselves, each as far as they are long at most.
  ///   - bits: of a block those that are meant.
  @inline(__always)
  static func eachRun(
    _ classes: [ByteClasses], widths: [UInt64], _ bits: (ByteClasses) -> UInt64, _ body: (Range<Int>) -> Void
  ) {
    classes.withUnsafeBufferPointer { classes in
      var done = 0
      for block in 0..<max(0, classes.count - 1) {
        let base = block &* width
        var (starts, next) = (bits(classes[block]), bits(classes[block &+ 1]))
        for width in widths {
          starts &= starts &>> width | next &<< (64 &- width)
          next &= next &>> width
        }
        if done > base { starts &= ~0 << UInt64(done - base) }
        while starts != 0 {
          let start = base + starts.trailingZeroBitCount
          var end = block
          var others = ~bits(classes[end]) & ~0 &<< UInt64(start - base)
          while others == 0 {
            end += 1
            others = ~bits(classes[end])
          }
          done = end * width + others.trailingZeroBitCount
          body(start..<done)
          starts &= ~0 << UInt64(done - base)
        }
      }
    }
  }

  /// Of fewer bytes than sixty-five, to the text's end.
  private static func last(_ text: TextBytes, _ start: Int) -> ByteClasses {
    withUnsafeTemporaryAllocation(byteCount: width + 16, alignment: 16) { room in
      let count = text.count - start
      room.initializeMemory(as: UInt8.self, repeating: 0)
      room.copyMemory(from: UnsafeRawBufferPointer(start: text.base + start, count: count))
      guard let base = room.baseAddress else { return none }
      return ByteClasses(UnsafeRawPointer(base))
    }
  }
}

extension ByteClasses {
  private typealias Bytes = SixteenBytes
  private typealias Mask = SixteenBytes.Mask

  /// Of sixty-four bytes with one more behind them.
  @inline(__always)
  private init(_ bytes: UnsafeRawPointer) {
    for quarter in 0..<4 {
      let these = Bytes(bytes + quarter * 16)
      let behind = Bytes(bytes + quarter * 16 + 1)
      let shift = UInt64(truncatingIfNeeded: quarter &* 16)
      let digits = ByteClasses.digits(these)
      let plain = ByteClasses.letters(these) .| digits
      words |= these.bitsAndHigh(plain) &<< shift
      wide |= these.high &<< shift
      numbers |= these.bitsAndHigh(ByteClasses.numbers(these)) &<< shift
      signs |= Bytes.bits(plain .| ByteClasses.base64(these)) &<< shift
      hexes |= Bytes.bits(digits .| these.setting(0x20).among(0x61, 6)) &<< shift
      escapes |= Bytes.bits(ByteClasses.escapes(these, behind)) &<< shift
    }
  }

  @inline(__always)
  private static func letters(_ bytes: Bytes) -> Mask { bytes.setting(0x20).among(0x61, 26) }

  @inline(__always)
  private static func digits(_ bytes: Bytes) -> Mask { bytes.among(0x30, 10) }

  /// Of ASCII `-`, `.`, `/` and digits; brackets; blanks.
  @inline(__always)
  private static func numbers(_ bytes: Bytes) -> Mask {
    bytes.among(0x2D, 13) .| bytes.among(0x28, 2) .| bytes.equal(0x20)
  }

  /// `+`, `-`, `/`, `_`.
  @inline(__always)
  private static func base64(_ bytes: Bytes) -> Mask {
    bytes.equal(0x2B) .| bytes.equal(0x2D) .| bytes.equal(0x2F) .| bytes.equal(0x5F)
  }

  /// `&` before a letter or `#`, `%` before a letter or digit, `\`, and a quote before another.
  @inline(__always)
  private static func escapes(_ bytes: Bytes, _ behind: Bytes) -> Mask {
    let letters = letters(behind)
    return (bytes.equal(0x26) .& (letters .| behind.equal(0x23)))
      .| (bytes.equal(0x25) .& (letters .| digits(behind))) .| bytes.equal(0x5C)
      .| (bytes.equal(0x22) .& behind.equal(0x22))
  }
}
