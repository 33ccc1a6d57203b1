import Diagnostics
import Dispatch
import Reports
import Synchronization
import Testing

@testable import Site

@Suite struct PageFiguresTests {
  @Test func makesEachFigureOnceWhoeverMakesIt() {
    let ids = (0..<40).map { "figure-\($0)" }
    let made = Mutex<[String]>([])
    let page = PageFigures(ids) { (id: String) throws(Diagnostics) -> Report? in
      made.withLock { $0.append(id) }
      return nil
    }
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      if worker == 0 { for id in ids { _ = try? page.report(id) } } else { page.help() }
    }
    #expect(made.withLock { $0.sorted() } == ids.sorted())
  }

  @Test func keepsAMistakeForThePageThatAsks() throws {
    let page = PageFigures(["right", "wrong"]) { (id: String) throws(Diagnostics) -> Report? in
      if id == "wrong" { throw Diagnostics([.error("found nothing, expected something")]) }
      return nil
    }
    page.help()
    _ = try page.report("right")
    #expect(throws: Diagnostics.self) { _ = try page.report("wrong") }
  }
}
