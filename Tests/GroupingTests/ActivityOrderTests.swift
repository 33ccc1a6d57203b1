import Testing

@testable import Grouping

@Suite struct ActivityOrderTests {
  @Test func keepsTheLeastRecentlyActiveFirst() {
    var order = ActivityOrder()
    var ends = ActivityOrder.Ends()
    for _ in 0..<4 { order.open(in: &ends) }
    order.touch(0, in: &ends)
    order.touch(2, in: &ends)
    order.close(3, in: &ends)
    var found: [Int32] = []
    while !ends.isEmpty {
      found.append(ends.first)
      order.close(Int(ends.first), in: &ends)
    }
    #expect(found == [1, 0, 2])
    #expect(ends.last == -1)
  }
}
