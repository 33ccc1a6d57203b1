import TestSupport
import Testing

@testable import Events

/// Events on their way to their range's store.
@Suite struct PackedRecordTests {
  private typealias Bytes = [UInt8]

  private struct Sample: Equatable {
    var offset: UInt32
    var milliseconds: Int64
    var actorID: UInt32
    var channel: UInt16
    var kind: UInt8
    var traits: UInt8
    var brand: UInt32
    var texts: [Bytes]
  }

  private static let runBrand: UInt32 = 7

  /// Each value mostly small, else about the limit of its narrow field, else as large as it can be.
  private func sample(_ random: inout SeededNumbers) -> Sample {
    let milliseconds: [Int64] = [0, 1_767_225_600_000, 1 << 47 - 1, 1 << 47, -1 << 47, -1 << 47 - 1, .max, .min]
    let actorIDs: [UInt32] = [0, 3, 65_535, 65_536, .max]
    let channels: [UInt16] = [0, 1, 255, 256, .max]
    let counts = [0, 8, 20, 255, 256, 70_000]
    return Sample(
      offset: UInt32.random(in: 0...UInt32.max, using: &random), milliseconds: pick(milliseconds, &random),
      actorID: pick(actorIDs, &random), channel: pick(channels, &random),
      kind: UInt8.random(in: 0...0x7F, using: &random),
      traits: UInt8.random(in: 0...0x7F, using: &random), brand: pick([Self.runBrand, 0, .max], &random),
      texts: (0..<3).map { _ in
        let byte = UInt8.random(in: 0...255, using: &random)
        return Bytes(repeating: byte, count: pick(counts, &random))
      })
  }

  private func pick<Value>(_ values: [Value], _ random: inout SeededNumbers) -> Value {
    let isUsual = Int.random(in: 0..<3, using: &random) > 0
    return values[isUsual ? 0 : Int.random(in: values.indices, using: &random)]
  }

  private func write(_ sample: Sample, to at: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    let event = ReadEvent(
      milliseconds: sample.milliseconds, actorID: sample.actorID, channel: sample.channel, kind: sample.kind,
      traits: sample.traits)
    return sample.texts[0].withUnsafeBufferPointer { customer in
      sample.texts[1].withUnsafeBufferPointer { conversation in
        sample.texts[2].withUnsafeBufferPointer { id in
          var rest = PackedRecord.write(
            event, offset: sample.offset, brand: sample.brand, runBrand: Self.runBrand,
            PackedRecord.Texts(customer: customer, conversation: conversation, id: id), to: at)
          for text in [customer, conversation, id] {
            rest.copyMemory(from: UnsafeRawPointer(text.baseAddress ?? customer.baseAddress!), byteCount: text.count)
            rest += text.count
          }
          return rest
        }
      }
    }
  }

  private func read(_ view: PackedRecord.View) -> Sample {
    Sample(
      offset: view.offset, milliseconds: view.event.milliseconds, actorID: view.event.actorID,
      channel: view.event.channel, kind: view.event.kind, traits: view.event.traits, brand: view.brand,
      texts: [view.texts.customer, view.texts.conversation, view.texts.id].map { Bytes($0) })
  }

  @Test(arguments: 1...20)
  func areReadAsTheyWereWritten(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let samples = (0..<100).map { _ in sample(&random) }
    let size = samples.reduce(0) { $0 + PackedRecord.mostWithoutTexts + $1.texts.reduce(0) { $0 + $1.count } }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    defer { memory.deallocate() }
    var end = memory
    for sample in samples { end = write(sample, to: end) }
    #expect(end <= memory + size)
    var at = UnsafeRawPointer(memory)
    var found: [Sample] = []
    for _ in samples {
      let view = PackedRecord.View(at, brand: Self.runBrand)
      found.append(read(view))
      at = view.next
    }
    #expect(at == UnsafeRawPointer(end))
    #expect(found == samples)
  }
}
