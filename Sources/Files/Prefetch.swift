import Cprocessor

/// Has the processor fetch the line of memory at an address, which is going to be read soon. A hint: of an address where
/// nothing is mapped nothing comes of it.
@inline(__always)
public func prefetch(_ address: UnsafeRawPointer) { triptych_prefetch(address) }
