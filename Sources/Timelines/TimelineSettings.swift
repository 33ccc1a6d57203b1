import Events
import Time

/// How a message's text is read.
public enum MessageFormat: Sendable { case plain, commonmark }

/// A part of a timeline's page, as the frame of timelines names it.
public enum TimelinePart: String, CaseIterable, Sendable { case lede, picture, list }

/// What a site's configuration decides for timelines.
public struct TimelineSettings: Sendable {
  /// By actor; one that is not here writes plain text.
  public var messageFormat: [Actor: MessageFormat] = [.ai: .commonmark]
  /// Those that pages show; the others are not made.
  public var parts = Set(TimelinePart.allCases)
  /// From a timeline back to the platform's record: `{customer}` and `{conversation}` stand for ids, percent-encoded.
  public var linkTemplate: String?
  /// Events on a page before a timeline is split.
  public var messagesPerPage = 500
  /// Pictures on a page, the latest; each holds at most ten unfolded stretches.
  public var picturesPerPage = 2
  /// The texts were held back from this audience, and are not missing in the export.
  public var textIsHeldBack = false
  /// A quiet time within an open Conversation that is worth a line.
  public var gap = Length.hours(1)
  /// A wait for a first reply that is worth a line.
  public var wait = Length.minutes(30)
  /// The most messages of a Session or Contact that are shown unfolded, and how many stay so at both ends of more.
  public var mostUnfolded = 40
  public var unfoldedAtEnds = 12

  public init() {}
}
