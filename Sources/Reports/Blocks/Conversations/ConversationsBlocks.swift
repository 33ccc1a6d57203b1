import Time

extension ReportCatalogue {
  /// The blocks of the Conversation Summary: closed Conversations by their last close, open ones apart.
  static let conversationsBlocks = [
    ReportBlock("conversations-lede", fewPeople: .hidden([.conversationsByClose]), run: ConversationsLede.report),
    ReportBlock("conversations-figures", fewPeople: .hidden([.conversationsByClose]), run: ConversationsFigures.report),
    ReportBlock("conversations-closed-per-day", fewPeople: .hidden([.conversationsByClose]), run: ClosedPerDay.report),
    ReportBlock("conversations-inside", fewPeople: .hidden([.conversationsByClose]), run: ConversationsInside.report),
    ReportBlock("conversations-length", fewPeople: .hidden([.conversationsByClose]), run: ConversationsLength.report),
    ReportBlock(
      "conversations-summary", options: ["by": CalendarUnit.allNames], fewPeople: .hidden([.conversationsByClose]),
      run: ConversationsSummary.report),
    ReportBlock("conversations-open", run: OpenConversations.report),
  ]
}
