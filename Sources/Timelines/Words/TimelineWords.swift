import Events
import Grouping
import Time
import Wording

/// The timeline's words, resolved once: whatever is written for each message is kept ready, and each sentence is cut at
/// its places.
final class TimelineWords: Sendable {
  let words: Words
  /// By `Say.place`.
  private let phrases: [Phrase]
  private let sentences: [Sentence]
  /// By the store's index of a channel.
  let channels: [String]
  let aiName: String
  let teamName: String
  let theAI: String
  let theTeam: String
  let customerWord: String
  let dot: String
  let comma: String
  let sessions: CountForm
  let contacts: CountForm
  let messages: CountForm
  private let conversationName: CountForm
  private let sessionName: CountForm
  private let sessionShortName: CountForm
  private let contactName: CountForm

  init(_ words: Words, channels: [String]) {
    self.words = words
    phrases = Say.byPlace.map { words.phrase("timeline." + $0.rawValue) }
    sentences = phrases.map { Sentence($0) }
    self.channels = channels.map { name in
      let key = "channel." + (name.isEmpty ? "none" : name)
      return words.has(key) ? words[key] : name.isolated
    }
    aiName = words["timeline.names.ai"]
    teamName = words["timeline.names.team"]
    theAI = words["timeline.names.the_ai"]
    theTeam = words["timeline.names.the_team"]
    customerWord = words["timeline.customer_word"]
    dot = words["timeline.dot"]
    comma = words["timeline.comma"]
    sessions = words.counted("count.sessions")
    contacts = words.counted("count.contacts")
    messages = words.counted("count.messages")
    conversationName = words.numbered("timeline." + Say.conversation.rawValue)
    sessionName = words.numbered("timeline." + Say.session.rawValue)
    sessionShortName = words.numbered("timeline." + Say.sessionShort.rawValue)
    contactName = words.numbered("timeline." + Say.contact.rawValue)
  }
}

extension TimelineWords {
  func callAsFunction(_ sentence: Say, _ values: KeyValuePairs<String, String>) -> String {
    phrases[sentence.place](values)
  }

  func callAsFunction(
    _ sentence: Say, _ a: Told = .nothing, _ b: Told = .nothing, _ c: Told = .nothing
  ) -> String {
    sentences[sentence.place].text(a, b, c)
  }

  /// Appends a sentence.
  func write(
    _ sentence: Say, _ a: Told = .nothing, _ b: Told = .nothing, _ c: Told = .nothing, to bytes: inout [UInt8]
  ) {
    sentences[sentence.place].write(a, b, c, to: &bytes)
  }

  /// Appends a fragment behind those that stand from `start` on, with a dot between.
  func write(dotted fragment: String, since start: Int, to bytes: inout [UInt8]) {
    guard !fragment.isEmpty else { return }
    if bytes.count > start { bytes.append(text: dot) }
    bytes.append(text: fragment)
  }

  func count(_ key: String, _ n: Int) -> String { words.count("count." + key, n) }

  func conversation(_ number: Int) -> String { conversationName.text(number) }

  func session(_ number: Int) -> String { sessionName.text(number) }

  /// As it stands in a sentence and in the picture.
  func sessionShort(_ number: Int) -> String { sessionShortName.text(number) }

  func contact(_ number: Int) -> String { contactName.text(number) }
}
