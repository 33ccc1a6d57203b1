/// What a page says of itself between the `---` lines at its top.
public struct FrontMatter: Sendable, Equatable {
  /// What a page is made for: itself, or one page a day, a month, a part of the customers, a customer.
  public enum Subject: String, Sendable, CaseIterable { case day, month, customers, timeline }

  /// How its pieces are laid out.
  public enum Layout: String, Sendable, CaseIterable {
    /// Running text with a list of its sections beside it.
    case prose
    /// Sections of figures, words beside them.
    case report
  }

  public var title = ""
  /// Lines under the title.
  public var about: String?
  /// The opening sentence, where no block makes one.
  public var lede: String?
  public var layout = Layout.prose
  /// Its place among the masthead's links, from 1; nil for none. Its label there, if that is not the title.
  public var nav: Int?
  public var label: String?
  /// The address, if it does not follow from the file's; `{day}`, `{month}`, `{part}` where it is made for many.
  public var address: String?
  /// What one file becomes many pages for; `nil` is the page itself.
  public var subject: Subject?
  /// The page exists once more for every month.
  public var months = false

  public init() {}

  /// The keys, each of which has a place in the manual.
  public static let keys = ["title", "about", "lede", "layout", "nav", "label", "address", "for", "months"]
}
