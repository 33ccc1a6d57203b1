extension String {
  /// The text for use among other words: set apart by U+2068 and U+2069 if letters or marks in it could turn the
  /// direction of what stands around it.
  public var isolated: String {
    // Below U+0590, whose first byte is 0xD6, nothing turns.
    if utf8.allSatisfy({ $0 < 0xD6 }) { return self }
    return unicodeScalars.contains(where: turnsDirection) ? "\u{2068}\(self)\u{2069}" : self
  }
}

/// Letters of right-to-left scripts and the marks that embed or override a direction.
private func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
    0x10800...0x10FFF, 0x1E800...0x1EFFF:
    true
  default: false
  }
}
