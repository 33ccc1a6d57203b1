/// What was read of an export: its events by the ranges of their customers, in no order yet.
struct ExportRecords: Sendable {
  let files: [SourceFile]
  let warnings: [ReadNote]
  let pool: BlockPool
  let read: PartReader.Outcome
}
