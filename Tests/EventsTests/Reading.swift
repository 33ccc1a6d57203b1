import Files
import Testing
import Time

@testable import Events

/// Reads files of a test; each entry is a path of them.
func read(
  _ files: [String: String], _ entries: [DataEntry] = [DataEntry(path: "data")], jobs: Int = 1
) throws -> EventStore {
  try read(bytes: files.mapValues { Array($0.utf8) }, entries, jobs: jobs)
}

func read(
  bytes files: [String: [UInt8]], _ entries: [DataEntry] = [DataEntry(path: "data")], jobs: Int = 1,
  partSize: Int? = nil, rangeSize: Int? = nil, spills: Bool = false, omitting omission: Omission? = nil
) throws -> EventStore {
  var reader = ExportReader(
    source: MemoryFileSource(files), jobs: jobs, aiActors: { _ in ["SIDEKICK_V2"] })
  reader.omission = omission
  if let partSize { reader.partSize = partSize }
  if let rangeSize { reader.rangeSize = rangeSize }
  if spills { (reader.eventBytes, reader.blockSize) = (0, 256) }
  return try reader.read(entries)
}

/// Reads the lines of one file of neutral events.
func neutral(_ lines: String..., name: String = "data/events.jsonl") throws -> EventStore {
  try read([name: lines.joined(separator: "\n")])
}

/// Reads Gladly's items.
func items(_ lines: String...) throws -> EventStore {
  try read(["data/conversation_items.jsonl": lines.joined(separator: "\n")])
}

/// A record that is read, so that a file with bad ones is no error.
let goodLine = #"{"id":"good","customer":"zz","at":"2026-01-01T00:00:00Z","kind":"message","actor":"customer"}"#

extension EventStore {
  /// The events, one a line: `brand/customer id at kind actor`, then what else they carry.
  var listing: [String] {
    parties.flatMap { party in
      events(of: party).map { event in
        var line = "\(name(party.brand))/\(name(party.customer)) \(id(of: event)) \(event.at) \(event.kind.name)"
        line += " \(event.actor.name)"
        if event.actorID != 0 { line += " by=\(name(event.actorID))" }
        if event.channel != 0 { line += " on=\(channels[Int(event.channel)])" }
        if event.conversation != 0 { line += " in=\(name(event.conversation))" }
        if let to = event.to { line += " to=\(to)" }
        return line
      }
    }
  }

  /// Everything that a caller can see, for comparing two reads.
  var everything: String {
    var text = listing
    for party in parties {
      text.append("\(customer(of: party))")
      for event in events(of: party) {
        var details = EventDetails()
        self.details(of: event, into: &details)
        text.append("\(place(of: event)) \(details) \(agentName(event.actorID) ?? "-")")
      }
    }
    text.append("\(summary) \(String(describing: latest)) \(String(describing: secondLatest))")
    text.append(
      "\(Array(names)) \(channels) \(events.map { [$0.party, $0.actorID, $0.conversation, UInt32($0.channel)] })")
    return text.joined(separator: "\n")
  }

  func text(of id: String) -> String {
    var details = EventDetails()
    guard let event = events.first(where: { self.id(of: $0) == id }) else { return "no event \(id)" }
    self.details(of: event, into: &details)
    return String(decoding: details.text, as: UTF8.self)
  }

  func details(of id: String) -> EventDetails {
    var details = EventDetails()
    if let event = events.first(where: { self.id(of: $0) == id }) { self.details(of: event, into: &details) }
    return details
  }
}
