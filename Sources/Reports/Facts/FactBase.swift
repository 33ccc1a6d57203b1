/// How many facts there are before those of a party or a chunk.
struct FactBase: Sendable, BitwiseCopyable {
  var conversations: Int32 = 0
  var sessions: Int32 = 0
  var contacts: Int32 = 0
}
