import Files

extension MappedBytes {
  /// The bytes, mapped for as long as the work with them takes.
  func use<Value, Failure: Error>(
    _ work: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { withExtendedLifetime(self) {} }
    return try work(bytes)
  }
}
