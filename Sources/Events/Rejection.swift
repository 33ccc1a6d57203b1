/// Why a record is rejected; a field is named by its slot.
enum Rejection: Error {
  case json(JSONFault)
  case csv(CSVFault)
  case missing(Int)
  case wrongType(Int)
  case unreadableInstant(Int)
  case noOffset(Int)
  case unknownActor
}
