import Files

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
