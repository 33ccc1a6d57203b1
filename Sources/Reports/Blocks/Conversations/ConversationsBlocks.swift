import Time

extension ReportCatalogue {
  /// The blocks of the Conversation Summary: closed Conversations by their last close, open ones apart.
  static let conversationsBlocks = [
    ReportBlock("conversations-lede", run: ConversationsLede.report),
    ReportBlock("conversations-figures", run: ConversationsFigures.report),
    ReportBlock("conversations-closed-per-day", run: ClosedPerDay.report),
    ReportBlock("conversations-inside", run: ConversationsInside.report),
    ReportBlock("conversations-length", run: ConversationsLength.report),
    ReportBlock("conversations-summary", options: ["by": CalendarUnit.allNames], run: ConversationsSummary.report),
    ReportBlock("conversations-open", run: OpenConversations.report),
  ]
}
