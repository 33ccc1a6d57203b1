import Files

/// Reads an export's files into an event store.
///
///     let store = try ExportReader(source: DiskFileSource(), jobs: 2, aiActors: { _ in ["SIDEKICK_V2"] })
///       .read([DataEntry(path: "Content/exports")], progress: nil)
///
/// The store is the same for any number of jobs and any order of lines.
public struct ExportReader: Sendable {
  let source: any FileSource
  let jobs: Int
  let aiActors: @Sendable (_ brand: String) -> [String]
  /// Who is left out.
  public var omission: Omission?
  /// How many bytes of events on their way to the whole store, and as many of the store's, may lie in memory.
  var eventBytes: Int
  /// How many bytes of events may lie there that are built a range at a time: nothing else is much then, but for the
  /// ranges that are worked on and the program itself.
  var recordBytes: Int
  var blockSize = 1 << 16
  /// How many bytes a worker takes at once, and how many of the data make a range of customers; tests take few.
  var partSize = Splitter.partSize
  var rangeSize = 1 << 21

  /// In bytes: more than most ranges' events take.
  private static let usualRange = 8 << 20

  /// - Parameters:
  ///   - jobs: how many threads read, at least one.
  ///   - memory: past it, events go to scratch files.
  ///   - aiActors: by brand, the ids of Gladly's initiators that are the AI.
  public init(
    source: any FileSource, jobs: Int, memory: MemoryBudget = .quarterOfMachine,
    aiActors: @escaping @Sendable (_ brand: String) -> [String]
  ) {
    eventBytes = memory.share(of: 4)
    recordBytes = max(eventBytes, memory.bytes - memory.share(of: 8) - 64 << 20)
    self.source = source
    self.jobs = max(1, jobs)
    self.aiActors = aiActors
  }

  /// Reads the entries in their order: where records differ, the later file's stand.
  ///
  /// - Parameter progress: called now and then, from any thread.
  /// - Throws: if nothing can be read. Single records that cannot be read are in the store's summary.
  public func read(
    _ entries: [DataEntry], progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(ExportError) -> EventStore {
    let records = try records(entries, inMemory: eventBytes, progress)
    progress?(Progress(step: .sorting, done: 0, total: 0))
    let store = try StoreBuilder(records: records, eventBytes: eventBytes, jobs: jobs, omission: omission).build()
    guard !store.events.isEmpty || !store.omitted.isEmpty else { throw ExportReader.noEvent(store.summary) }
    return store
  }

  /// Reads the same to be taken a range of customers at a time. Nobody is left out.
  ///
  /// - Parameter progress: called now and then, from any thread.
  /// - Throws: if nothing can be read.
  public func readRanges(
    _ entries: [DataEntry], progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(ExportError) -> RangedExport {
    precondition(omission == nil, "a range at a time leaves nobody out")
    // Several ranges are worked on at once, each of which has a few columns.
    let rangeBytes = min(eventBytes, max(eventBytes / 8, ExportReader.usualRange))
    let export = try RangedExport(try records(entries, inMemory: recordBytes, progress), eventBytes: rangeBytes)
    guard export.isEmpty else { return export }
    let summary: ReadSummary
    do throws(FileError) { summary = try export.summary() } catch { throw .file(error) }
    throw ExportReader.noEvent(summary)
  }
}

extension ExportReader {
  private func records(
    _ entries: [DataEntry], inMemory limit: Int, _ progress: (@Sendable (Progress) -> Void)?
  ) throws(ExportError) -> ExportRecords {
    let plan = try ExportPlan(entries, source: source, aiActors: aiActors)
    let opened = try open(plan, progress)
    let pool = BlockPool(limit: limit, blockSize: blockSize)
    var (files, read) = try PartReader(
      queue: PartQueue(opened, partSize: partSize),
      ranges: RangeSampler(files: opened, rangeSize: rangeSize, jobs: jobs).ranges(), pool: pool, jobs: jobs,
      progress: ProgressCounter(.reading, total: opened.reduce(0) { $0 + $1.expectedCount }, progress)
    ).read()
    do throws(FileError) { try RangeDivider(pool: pool, jobs: jobs).divide(&read) } catch { throw .file(error) }
    return ExportRecords(files: files, warnings: plan.warnings, pool: pool, read: read)
  }

  private func open(
    _ plan: ExportPlan, _ progress: (@Sendable (Progress) -> Void)?
  ) throws(ExportError) -> [OpenFile] {
    let files = plan.files
    let done = ProgressCounter(.opening, total: files.count, progress)
    let mapped = Parallel.map(files.count, jobs: jobs) { [source] index -> Result<MappedBytes, FileError> in
      do throws(FileError) { return .success(try source.map(files[index].path)) } catch { return .failure(error) }
    }
    var bytes: [MappedBytes] = []
    do throws(FileError) { for file in mapped { bytes.append(try file.get()) } } catch { throw .file(error) }
    let later = unpackedLater(files, bytes)
    let opened = Parallel.map(files.count, jobs: jobs) { [partSize, bytes] index -> Result<OpenFile, ExportError> in
      defer { done.add(1) }
      let headSize = later.contains(index) ? partSize : .max
      do throws(ExportError) {
        return .success(try OpenFile(files[index], number: index + 1, bytes[index], headSize: headSize))
      } catch {
        return .failure(error)
      }
    }
    return try ExportReader.whole(opened)
  }

  /// Which packed files are unpacked while all is read: the largest, as many as there are threads, because each takes an
  /// open file and some memory.
  private func unpackedLater(_ files: [ExportPlan.File], _ bytes: [MappedBytes]) -> Set<Int> {
    let packed = files.indices.filter { files[$0].isCompressed }
    let sorted = packed.sorted { (bytes[$0].bytes.count, $1) > (bytes[$1].bytes.count, $0) }
    return Set(sorted.prefix(jobs))
  }

  /// - Throws: the error of the first file that has one, of those too that are not unpacked yet.
  private static func whole(_ opened: [Result<OpenFile, ExportError>]) throws(ExportError) -> [OpenFile] {
    var files: [OpenFile] = []
    for file in opened {
      if case .failure = file {
        for case .packed(let before, _) in files { try before.unpack(.max) }
      }
      files.append(try file.get())
    }
    return files
  }

  private static func noEvent(_ summary: ReadSummary) -> ExportError {
    .noEvent(records: summary.records, rejected: summary.rejected.count, firstReason: summary.rejected.first?.reason)
  }
}
