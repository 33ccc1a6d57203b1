import Diagnostics
import Dispatch
import Synchronization

/// Two pieces of work at once, each on a thread.
/// - Throws: the first one's errors, else the second's, whichever ended sooner.
func both<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws(Diagnostics) -> First, _ second: @Sendable () throws(Diagnostics) -> Second
) throws(Diagnostics) -> (First, Second) {
  let done = Mutex<(first: Result<First, Diagnostics>?, second: Result<Second, Diagnostics>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { () throws(Diagnostics) in try first() }
      done.withLock { $0.first = result }
    } else {
      let result = Result { () throws(Diagnostics) in try second() }
      done.withLock { $0.second = result }
    }
  }
  guard case (let first?, let second?) = done.withLock({ $0 }) else { fatalError("both have ended") }
  return (try first.get(), try second.get())
}
