import Gzip
import Testing

@testable import Events

@Suite struct GzipTests {
  private func gzip(_ text: String) -> [UInt8] { GzipCodec.pack(Array(text.utf8)) }

  private func lines(_ ids: Range<Int>) -> String {
    ids.map { goodLine.replacing("good", with: "g\($0)") + "\n" }.joined()
  }

  @Test func readsOneMember() throws {
    let store = try read(bytes: ["data/events.jsonl.gz": gzip("[]\n" + lines(0..<9))])
    #expect(store.events.count == 9)
    #expect(store.summary.rejected.map(\.offset) == [0])
    #expect(store.summary.files.map(\.path) == ["data/events.jsonl.gz"])
  }

  @Test func readsSeveralMembersAsOneText() throws {
    let all = lines(0..<4000)
    let parts: [Substring] = [all.prefix(77), all.dropFirst(77).prefix(300_000), "", all.dropFirst(300_077)]
    let store = try read(bytes: ["data/events.jsonl.gz": parts.flatMap { gzip(String($0)) } + [0, 0, 0]])
    #expect(store.events.count == 4000)
    #expect(store.summary.rejected == [])
  }

  @Test func readsCompressedCSV() throws {
    let store = try read(bytes: [
      "data/events.csv.gz": gzip("id,customer,at,kind,actor\n1,c,2026-01-01T00:00:00Z,note,ai\n")
    ])
    #expect(store.listing == ["/c 1 2026-01-01T00:00:00.000Z note ai"])
  }

  @Test func refusesAStreamThatBreaks() {
    let whole = gzip(lines(0..<50))
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    let broken: [[UInt8]] = [
      [], Array(whole.dropLast()), Array(whole.prefix(30)), Array(whole.prefix(5)), damaged, whole + [1, 2, 3],
      whole + whole.prefix(20), Array(goodLine.utf8),
    ]
    for bytes in broken {
      do {
        _ = try read(bytes: ["data/events.jsonl.gz": bytes, "data/events2.jsonl": Array(goodLine.utf8)])
        Issue.record("\(bytes.count) bytes were read")
      } catch ExportError.corruptGzip(let path, let offset) {
        #expect(path == "data/events.jsonl.gz")
        #expect((0...bytes.count).contains(offset))
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
