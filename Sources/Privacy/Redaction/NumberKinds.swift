/// What a shape of digits is. Each answers for the whole shape: the one who asks lets groups go from its end.
extension NumberShape {
  /// Four numbers up to 255 (RFC 791, in its usual writing). Four digits are a version or a chapter: of all addresses
  /// few are made of them.
  func isIPv4(_ text: TextBytes) -> Bool {
    guard groups.count == 4, isJoined(by: { $0 == UInt8(ascii: ".") }), groups.allSatisfy({ $0.count <= 3 }),
      groups.contains(where: { $0.count > 1 })
    else { return false }
    return (0..<4).allSatisfy { number($0, text) <= 255 }
  }

  /// A US social security number: 3, 2 and 4 digits of the ranges that are given out
  /// (https://www.ssa.gov/employer/randomization.html).
  func isSSN(_ text: TextBytes) -> Bool {
    guard text[start] != UInt8(ascii: "+"), hasLengths(3, 2, 4),
      isJoined(by: { $0 == UInt8(ascii: "-") || $0 == 0x20 || $0 == UInt8(ascii: ".") })
    else {
      return false
    }
    let area = number(0, text)
    return area > 0 && area != 666 && area < 900 && number(1, text) > 0 && number(2, text) > 0
  }

  /// A payment card: 13 to 19 digits of the issuers' ranges whose last one checks (ISO/IEC 7812-1, annex B).
  func isCard(_ text: TextBytes) -> Bool {
    guard !isInternational, !hasBracket, 13...19 ~= digits, isJoined(by: { $0 == UInt8(ascii: "-") || $0 == 0x20 })
    else { return false }
    guard groups.count <= 5, groups.count == 1 || groups.allSatisfy({ 3...7 ~= $0.count }) else { return false }
    return 0x32...0x36 ~= text[groups[0].start] && checksByLuhn(text)
  }

  private func checksByLuhn(_ text: TextBytes) -> Bool {
    var sum = 0
    var doubles = false
    for group in groups.reversed() {
      for at in (group.start..<group.end).reversed() {
        let digit = text[at].digit
        sum += doubles ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
        doubles.toggle()
      }
    }
    return sum % 10 == 0
  }
}

extension NumberShape {
  /// A telephone number as it is written in the world (ITU-T E.123, E.164) or within the countries whose forms are
  /// known; a date, an amount or a plain number is none.
  func isPhone(_ text: TextBytes) -> Bool {
    guard 7...15 ~= digits, !isDate, !goesOn(text) else { return false }
    // `00` stands for the `+`.
    if isInternational { return digits >= (text[start] == UInt8(ascii: "+") ? 8 : 10) }
    if hasBracket { return digits <= 13 && groups.count > 1 }
    switch text[groups[0].start] {
    case 0x30:
      return text[groups[0].start + 1] > 0x30 && groups[0].count > 1 && 8...12 ~= digits
        && (groups.count > 1 || digits > 8)
    case 0x31: return isNorthAmerican(text) || isBrazilian
    default: return isNorthAmerican(text) || isBrazilian || isGrouped(text)
    }
  }

  /// Day, month and year in any order.
  private var isDate: Bool {
    guard groups.count == 3, isJoined(by: { UInt8(ascii: "-")...UInt8(ascii: "/") ~= $0 }) else { return false }
    let (first, last) = (groups[0].count, groups[2].count)
    return groups[1].count <= 2 && (first == 4 && last <= 2 || first <= 2 && (last == 2 || last == 4))
  }

  /// Area and exchange begin with 2 to 9 (North American Numbering Plan); a `1` may stand before them.
  private func isNorthAmerican(_ text: TextBytes) -> Bool {
    let first = text[groups[0].start]
    if groups.count == 1 {
      let start = groups[0].start + (digits == 11 && first == 0x31 ? 1 : 0)
      return groups[0].end - start == 10 && text[start] > 0x31 && text[start + 3] > 0x31
    }
    let from = groups[0].count == 1 && first == 0x31 ? 1 : 0
    if hasLengths(3, 4) { return first > 0x31 && groups[1].joint == UInt8(ascii: "-") }
    return hasLengths(3, 3, 4, from: from) && text[groups[from].start] > 0x31 && text[groups[from + 1].start] > 0x31
  }

  /// `11 91234-5678`.
  private var isBrazilian: Bool {
    (hasLengths(2, 5, 4) || hasLengths(2, 4, 4)) && groups[2].joint == UInt8(ascii: "-")
  }

  /// Nine or ten digits that begin with 6 to 9, in the groups of Spain, Poland, Portugal and India; ten in one group.
  private func isGrouped(_ text: TextBytes) -> Bool {
    guard text[groups[0].start] >= 0x36 else { return false }
    switch groups.count {
    case 1: return digits == 10
    case 2: return hasLengths(5, 5)
    case 3: return hasLengths(3, 3, 3) && isJoined(by: { $0 == 0x20 || $0 == UInt8(ascii: "-") })
    default: return groups[0].count == 3 && hasLengths(2, 2, 2, from: 1)
    }
  }
}
