import Files

/// Turns what workers noted into what a person is told: lines for offsets, counts by file, warnings in order.
struct SummaryBuilder {
  let texts: SourceTexts
  let lines: LineIndex
  let unknownKinds: [(name: String, count: Int)]
  /// In order.
  let dropped: DroppedEvents
  let rejected: ScratchColumn<RejectedRecord>

  func build(_ batches: [Batch], warnings: [ReadNote], events: Int) -> ReadSummary {
    var tallies = texts.files.map { FileTally(file: $0.number, end: 0) }
    for tally in batches.lazy.flatMap(\.tallies) { tallies[tally.file - 1].merge(tally) }
    var summary = ReadSummary()
    summary.events = events
    summary.unknownKinds = unknownKinds
    summary.rejected = RejectedRecords(rejected, texts, lines)
    summary.files = files(tallies)
    summary.duplicates = summary.files.reduce(0) { $0 + $1.duplicates }
    summary.restated = dropped.restated.count
    summary.notes =
      warnings + texts.files.flatMap { fileWarnings($0, tallies[$0.number - 1]) }
      + exportWarnings(tallies) + restatedWarnings()
    return summary
  }
}

extension SummaryBuilder {
  private func files(_ tallies: [FileTally]) -> [ReadSummary.File] {
    var restated: [Int: Int] = [:]
    for restatement in dropped.restated { restated[Location(packed: restatement.later.record).file, default: 0] += 1 }
    return zip(texts.files, tallies).map { file, tally in
      ReadSummary.File(
        path: file.path, records: tally.records, rejected: tally.rejected,
        duplicates: dropped.duplicates[file.number] ?? 0, restated: restated[file.number] ?? 0, bytes: file.bytes.count)
    }
  }
}

extension SummaryBuilder {
  private func fileWarnings(_ file: SourceFile, _ tally: FileTally) -> [ReadNote] {
    var warnings: [ReadNote] = []
    if let header = file.header {
      if let problem = header.problem {
        warnings.append(ReadWarning.unreadable(problem.cause(in: file.layout), path: file.path))
      } else if !header.missing.isEmpty {
        warnings.append(ReadWarning.missingColumns(header.missing, path: file.path))
      } else if !header.unknown.isEmpty {
        warnings.append(ReadWarning.unknownColumns(header.unknown, path: file.path))
      }
    }
    for field in file.layout.columns.indices where tally.wrongTypes & 1 << UInt64(field) != 0 {
      warnings.append(ReadWarning.wrongType(file.layout.fieldName(field), path: file.path))
    }
    return warnings
  }

  private func exportWarnings(_ tallies: [FileTally]) -> [ReadNote] {
    var warnings: [ReadNote] = []
    if let lanes = sighted(tallies, \.unknownLanes) {
      warnings.append(ReadWarning.unknownLanes(lanes.count, first: lanes.first))
    }
    if let initiators = sighted(tallies, \.unknownInitiators) {
      warnings.append(ReadWarning.unknownInitiators(initiators.count, first: initiators.first))
    }
    if !unknownKinds.isEmpty { warnings.append(ReadWarning.unknownKinds(unknownKinds)) }
    return warnings
  }

  /// How often something was seen in all files, and where first; nil if it was not.
  private func sighted(
    _ tallies: [FileTally], _ key: KeyPath<FileTally, FileTally.Sightings>
  ) -> (count: Int, first: String)? {
    guard let first = tallies.first(where: { $0[keyPath: key].count > 0 }) else { return nil }
    let location = Location(file: first.file, offset: first[keyPath: key].first ?? 0)
    return (tallies.reduce(0) { $0 + $1[keyPath: key].count }, place(location))
  }

  private func restatedWarnings() -> [ReadNote] {
    let told = dropped.restated.prefix(ReadWarning.limit).map { restatement in
      ReadWarning.restated(
        id: String(decoding: restatement.id, as: UTF8.self), place: place(Location(packed: restatement.later.record)),
        earlier: place(Location(packed: restatement.earlier.record)))
    }
    let more = dropped.restated.count - told.count
    return told + (more > 0 ? [ReadWarning.moreRestated(more)] : [])
  }

  private func place(_ location: Location) -> String {
    let file = texts.file(location)
    return "\(file.path):\(lines.line(of: location.offset, in: file))"
  }
}
