import Dispatch
import Glibc
import Synchronization

/// The scratch files of the process that are mapped. What was read or written of them counts as the process' memory until
/// the machine is short of it; while a `ScratchKeeper` lives, it goes back to the system's cache many times a second, so
/// that a walk over any number of values holds only what it has touched lately.
public enum ScratchPages {
  /// Bytes by address.
  private static let regions = Mutex<[UInt: Int]>([:])

  /// Makes a shared mapping of a file known.
  public static func add(_ base: UnsafeRawPointer, _ bytes: Int) {
    regions.withLock { $0[UInt(bitPattern: base)] = bytes }
  }

  /// To be called before a mapping goes.
  public static func remove(_ base: UnsafeRawPointer) {
    regions.withLock { _ = $0.removeValue(forKey: UInt(bitPattern: base)) }
  }

  /// Gives the memory of all back to the system if they are more bytes than so many. Values stay what they are, for
  /// threads too that read or write them meanwhile.
  static func release(above bytes: Int) {
    // Under the lock no mapping goes, whose addresses would soon be something else's.
    regions.withLock { regions in
      guard regions.values.reduce(0, +) > bytes else { return }
      for (address, bytes) in regions {
        PageRange.release(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: bytes))
      }
    }
  }
}

/// Keeps the mapped scratch files out of memory until it is let go.
public final class ScratchKeeper {
  private let timer: any DispatchSourceTimer

  /// Long enough that what is asked for again at once is mostly still there, short enough that two threads that walk in
  /// order do not reach a hundred megabytes.
  private static let pause = DispatchTimeInterval.milliseconds(20)

  /// - Parameter memory: less than an eighth of it is left in peace.
  public init(within memory: MemoryBudget) {
    // A queue of its own has a thread even while all others are at work.
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "scratch files", qos: .userInitiated))
    timer.schedule(deadline: .now() + ScratchKeeper.pause, repeating: ScratchKeeper.pause)
    timer.setEventHandler { ScratchPages.release(above: memory.share(of: 8)) }
    timer.resume()
  }

  deinit { timer.cancel() }
}
