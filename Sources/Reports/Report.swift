import Files
import HTML

/// What a block becomes: pieces that the page's layout puts in their places.
public struct Report: Sendable {
  /// Where the piece stands on its page.
  public enum Placement: Sendable, Equatable {
    /// The opening sentence, beside the page's title.
    case lede
    /// Across the page.
    case full
    /// Beside the heading, words and legend of its section.
    case row
    /// Part of running text.
    case prose
  }

  /// A file beside the page: rows as CSV.
  public struct File: Sendable {
    /// Below the site's root.
    public var address: String
    private let content: Content

    private enum Content: Sendable {
      case bytes([UInt8])
      case column(ScratchColumn<UInt8>)
    }

    public init(address: String, bytes: [UInt8]) {
      self.address = address
      content = .bytes(bytes)
    }

    /// Rows that may be too many for the memory.
    public init(address: String, rows: ScratchColumn<UInt8>) {
      self.address = address
      content = .column(rows)
    }
  }

  public var placement: Placement
  public var body: Markup
  /// For a row: sentences made from the data, and the legend, below the section's own heading and words.
  /// For a lede: lines under the title, e.g. the report's name and the period.
  public var side: Markup
  /// Rows of the block as CSV.
  public var files: [File]
  /// Names of people, mails or texts are in it.
  public var personal: Bool

  public init(
    _ placement: Placement, body: Markup, side: Markup = Markup(), files: [File] = [], personal: Bool = false
  ) {
    self.placement = placement
    self.body = body
    self.side = side
    self.files = files
    self.personal = personal
  }
}

extension Report.File {
  /// A copy of what the file says.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Calls with what the file says.
  public func withBytes<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch content {
    case .bytes(let bytes): try bytes.withUnsafeBufferPointer(body)
    case .column(let rows): try body(UnsafeBufferPointer(rows.values))
    }
  }
}
