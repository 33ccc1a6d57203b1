/// A day of the (proleptic) Gregorian calendar, as its number of days since 1970-01-01.
public struct CivilDate: Hashable, Comparable, Strideable, Sendable {
  public var dayNumber: Int

  @inline(__always)
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// From year, month 1…12 and day 1…31. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
  public init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1…12, day 1…31. Source: C. Neri, L. Schneider, "Euclidean affine functions and their application to
  /// calendar algorithms" (2022), within one era of 400 years: products and shifts for divisions.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let quarters = UInt64(truncatingIfNeeded: 4 * (shifted - era * 146_097) + 3)
    let century = quarters / 146_097
    let product = 2_939_745 * ((quarters - century * 146_097) | 3)
    let dayOfYear = (product & 0xFFFF_FFFF) / 2_939_745 / 4
    let months = 2141 * dayOfYear + 197_913
    let month = Int(truncatingIfNeeded: months >> 16)
    let day = Int(truncatingIfNeeded: (months & 0xFFFF) / 2141) + 1
    // Years begin in March here.
    let isNext = dayOfYear >= 306
    let year = 400 * era + Int(truncatingIfNeeded: 100 * century + product >> 32)
    return (isNext ? year + 1 : year, isNext ? month - 12 : month, day)
  }

  /// Monday 0 … Sunday 6.
  public var weekday: Int { ((dayNumber % 7) + 7 + 3) % 7 }

  @inline(__always)
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }
  /// Days from this one to another, negative to an earlier one.
  public func distance(to other: CivilDate) -> Int { other.dayNumber - dayNumber }
  /// The date so many days later.
  public func advanced(by n: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + n) }

  /// The first day of this day's month.
  public var monthStart: CivilDate { advanced(by: 1 - parts.day) }

  /// The first day of the next month.
  public var nextMonthStart: CivilDate {
    let (year, month, _) = parts
    return month == 12 ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2026-05-04`.
  public var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    // Many are written: ten bytes fit into a string without a place of their own.
    return String(unsafeUninitializedCapacity: 10) { text in
      func put(_ number: Int, at place: Int) {
        text[place] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
        text[place + 1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
      }
      put(year / 100, at: 0)
      put(year % 100, at: 2)
      put(month, at: 5)
      put(day, at: 8)
      (text[4], text[7]) = (0x2D, 0x2D)
      return 10
    }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
