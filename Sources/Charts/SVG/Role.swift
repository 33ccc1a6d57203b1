/// What a mark stands for. Each has one colour, and always the same.
public enum Role: String, CaseIterable, Sendable {
  /// A Conversation.
  case conv
  /// An AI Session, or what stayed with the AI.
  case ai
  /// What began with the AI and reached the team.
  case both
  /// A Contact, or what went to the team alone.
  case team
}

extension Role {
  var fill: StaticString {
    switch self {
    case .conv: "f-conv"
    case .ai: "f-ai"
    case .both: "f-both"
    case .team: "f-team"
    }
  }

  var ribbon: StaticString {
    switch self {
    case .conv: "r-conv"
    case .ai: "r-ai"
    case .both: "r-both"
    case .team: "r-team"
    }
  }

  /// Sets the colour of whatever draws with the key colour.
  var key: StaticString {
    switch self {
    case .conv: "k-conv"
    case .ai: "k-ai"
    case .both: "k-both"
    case .team: "k-team"
    }
  }
}
