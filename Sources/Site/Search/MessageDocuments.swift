import Events
import Files
import Grouping
import Search
import Timelines

/// What is shown of the messages that terms name.
struct MessageDocuments: Sendable {
  let source: SearchSource
  let cited: CitedMessages
  /// Of customers whose timelines have several pages.
  let places: [Int: TimelinePlaces]

  /// What one thread keeps from message to message.
  struct Scratch {
    var details = EventDetails()
    var text: [UInt8] = []
    var id: [UInt8] = []
  }

  /// In bytes, of a message's text.
  private static let longest = 400
}

extension MessageDocuments {
  var shards: [SearchSource.DocumentShard] {
    SearchSource.ranges(cited.count, SearchShard.messages).enumerated().map { number, range in
      SearchSource.DocumentShard(name: "m-\(number + 1)") { scratch in
        var shard = SearchShard()
        for number in range { write(cited.event(number), to: &shard, &scratch) }
        return shard
      }
    }
  }

  /// Page, anchor, day, the customer's name, text.
  private func write(_ index: Int, to shard: inout SearchShard, _ scratch: inout Scratch) {
    let store = source.store
    let event = store.events[index]
    let party = Int(event.party)
    var addresses = source.addresses(party)
    store.details(of: event, into: &scratch.details)
    shard.append(addresses.address(.timeline).text)
    if let place = places[party] {
      shard.append(place.suffix(ofEvent: index - store.parties[party].events.lowerBound))
    }
    shard.endField()
    let id = addresses.address(.event) { store.appendID(of: event, into: &$0) }
    shard.append((event.kind == .note ? "n" : "m") + id.text)
    shard.endField()
    shard.append(source.day(event.at))
    shard.endField()
    if source.numbers[party] >= 0 { shard.append(source.customers[Int(source.numbers[party])].name) }
    shard.endField()
    scratch.text.removeAll(keepingCapacity: true)
    scratch.text += scratch.details.subject
    if !scratch.details.subject.isEmpty { scratch.text += " — ".utf8 }
    scratch.text += scratch.details.text.withUnsafeBufferPointer { scratch.details.text[..<$0.ownCount] }
    if !isText(scratch.text) { scratch.text = Array(String(decoding: scratch.text, as: UTF8.self).utf8) }
    scratch.text.withUnsafeBufferPointer { shard.append($0, atMost: MessageDocuments.longest) }
    shard.endLine()
  }

  private func isText(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 } }
}
