import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// A loaded database, read by several threads at once. A query is run once for the same parameters, also if two
/// threads ask for it at the same time.
public final class LoadedDatabase: QuerySource {
  private let schema: DatabaseSchema
  private let bytes: ScratchBytes
  private let limits: QueryLimits
  /// Readers that nobody uses.
  private let idle = Mutex<[QueryReader]>([])
  private let places: DispatchSemaphore
  private let answers: Mutex<KnownAnswers>
  private let asked = Atomic(0)

  /// - Parameters:
  ///   - jobs: how many queries may run at once.
  ///   - keeping: how many values of answers are kept; those asked first are forgotten first.
  init(
    _ schema: DatabaseSchema, _ bytes: ScratchBytes, limits: QueryLimits, jobs: Int, keeping values: Int
  ) {
    self.schema = schema
    self.bytes = bytes
    self.limits = limits
    answers = Mutex(KnownAnswers(limit: values))
    places = DispatchSemaphore(value: max(1, jobs))
  }
}

extension LoadedDatabase {
  public func shape(of sql: String) throws(SQLError) -> QueryShape {
    try withReader { (reader) throws(SQLError) in try reader.shape(of: sql) }
  }

  public func run(_ sql: String, _ parameters: [String: ResultValue]) throws(SQLError) -> ResultTable {
    let question = Question(sql: ExactText(sql), parameters: parameters)
    let answer = answers.withLock { $0.answer(to: question) }
    return try answer.get { () throws(SQLError) in
      asked.wrappingAdd(1, ordering: .relaxed)
      let table = try withReader { (reader) throws(SQLError) in try reader.run(sql, parameters, limits) }
      answers.withLock { $0.note(question, values: table.rows.count * table.columns.count) }
      return table
    }
  }

  /// How often SQLite was asked.
  var runs: Int { asked.load(ordering: .relaxed) }
}

extension LoadedDatabase {
  private func withReader<Value>(_ work: (QueryReader) throws(SQLError) -> Value) throws(SQLError) -> Value {
    places.wait()
    defer { places.signal() }
    let known = idle.withLock { $0.popLast() }
    let reader = if let known { known } else { try makeReader() }
    defer { idle.withLock { $0.append(reader) } }
    return try work(reader)
  }

  private func makeReader() throws(SQLError) -> QueryReader {
    let bytes = bytes
    return try QueryReader(schema) { try bytes.open(in: $0) }
  }
}

private struct Question: Hashable {
  var sql: ExactText
  var parameters: [String: ResultValue]
}

/// The answers that are kept: a question that is asked again after its answer was forgotten is run again.
private struct KnownAnswers {
  let limit: Int
  private var answers: [Question: Answer] = [:]
  /// In the order in which they were answered, with the number of values.
  private var answered: [(question: Question, values: Int)] = []
  private var held = 0

  init(limit: Int) { self.limit = limit }

  mutating func answer(to question: Question) -> Answer {
    if let known = answers[question] { return known }
    let answer = Answer()
    answers[question] = answer
    return answer
  }

  mutating func note(_ question: Question, values: Int) {
    answered.append((question, values))
    held += values
    var forgotten = 0
    while held > limit, forgotten < answered.count - 1 {
      held -= answered[forgotten].values
      answers[answered[forgotten].question] = nil
      forgotten += 1
    }
    answered.removeFirst(forgotten)
  }
}

/// The answer to one question, worked out by whoever asks first while the others wait.
private final class Answer: Sendable {
  private let result = Mutex<Result<ResultTable, SQLError>?>(nil)

  func get(_ work: () throws(SQLError) -> ResultTable) throws(SQLError) -> ResultTable {
    try result.withLock { result in
      if let result { return result }
      let made = Result { () throws(SQLError) in try work() }
      result = made
      return made
    }.get()
  }
}
