import Events
import Files
import Grouping
import Time

/// The tables of `triptych group` (`guide/output.md`): what grouping found, one record a line, for programs.
///
/// The files are named after the tables, `conversations.jsonl` or `conversations.csv`. Lines end with a line feed in
/// both formats. The bytes depend on the events, the rules and the as-of instant alone.
public struct GroupTables: Sendable {
  /// The raw values are the files' names without their endings.
  public enum Table: String, CaseIterable, Sendable {
    case conversations, sessions, contacts, events, anomalies, rejected
  }

  /// The raw values are the files' endings.
  public enum Format: String, CaseIterable, Sendable { case jsonl, csv }

  /// Records by table, whether or not the table was written.
  public struct Counts: Equatable, Sendable {
    public var conversations = 0
    public var sessions = 0
    public var contacts = 0
    /// Events that were grouped.
    public var events = 0
    public var anomalies = 0
    public var rejected = 0
    /// Events after the as-of instant: in no table.
    public var later = 0
  }

  let tables: Set<Table>
  let format: Format

  public init(tables: Set<Table>, format: Format) {
    self.tables = tables
    self.format = format
  }
}

extension GroupTables {
  /// Groups every party and writes the tables, a few chunks of parties in memory at a time.
  ///
  /// - Parameter jobs: how many threads group and render; the bytes do not depend on it.
  public func write(
    _ source: any EventSource, rules: RuleSet, asOf: Instant, jobs: Int, to sink: any FileSink
  ) throws(FileError) -> (counts: Counts, summary: ReadSummary) {
    let streams = try openStreams(in: sink)
    let writing = BatchWriter(streams.filter { $0.table != .rejected }, lookAhead: max(jobs, 1) * 4)
    let batches = PartyBatches(source, jobs: jobs)
    BatchRenderer(batches: batches, rules: rules, asOf: asOf, format: format, tables: tables)
      .render(jobs: jobs, to: writing)
    try batches.finish()
    var counts = try writing.finish()
    let summary = try source.summary()
    for (table, stream) in streams {
      if table == .rejected { try writeRejected(of: summary, to: stream) }
      try stream.close()
    }
    counts.rejected = summary.rejected.count
    return (counts, summary)
  }
}

extension GroupTables {
  private func openStreams(in sink: any FileSink) throws(FileError) -> [(table: Table, stream: FileStream)] {
    var streams: [(table: Table, stream: FileStream)] = []
    for table in Table.allCases where tables.contains(table) {
      let stream = try FileStream(table.rawValue + "." + format.rawValue, in: sink)
      try stream.append(RowFormat.header(table.fields, format))
      streams.append((table, stream))
    }
    return streams
  }

  private func writeRejected(of summary: ReadSummary, to stream: FileStream) throws(FileError) {
    let (buffer, rowFormat) = (RowBuffer(), RowFormat(Table.rejected.fields, format))
    for record in summary.rejected {
      append(record, to: buffer, rowFormat)
      guard buffer.count >= 1 << 16 else { continue }
      try buffer.write(to: stream)
      buffer.removeAll()
    }
    try buffer.write(to: stream)
  }

  private func append(_ record: ReadSummary.Rejected, to buffer: RowBuffer, _ rowFormat: RowFormat) {
    var texts = FieldTexts(format)
    let fields = [record.file, record.reason, record.text].map { text in
      texts.add { $0.append(contentsOf: text.utf8) }
    }
    texts.pad()
    var rows = RowWriter(buffer, rowFormat, texts)
    rows.begin(texts: texts.end)
    rows.put(fields[0])
    rows.put(record.line)
    rows.put(record.offset)
    rows.put(fields[1])
    rows.put(fields[2])
    rows.endRow()
    rows.finish()
  }
}

extension GroupTables.Counts {
  mutating func add(_ groups: borrowing Groups) {
    conversations += groups.conversations.count
    sessions += groups.sessions.count
    contacts += groups.contacts.count
    events += groups.assignments.count
    anomalies += groups.anomalies.count
    later += groups.later
  }

  mutating func add(_ other: GroupTables.Counts) {
    conversations += other.conversations
    sessions += other.sessions
    contacts += other.contacts
    events += other.events
    anomalies += other.anomalies
    rejected += other.rejected
    later += other.later
  }
}
