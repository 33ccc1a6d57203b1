extension ReportCatalogue {
  /// The blocks of the Overview: AI and team together, Conversations by their start. `months` stands on other pages too.
  static let overviewBlocks = [
    ReportBlock("overview-lede", fewPeople: .hidden([.conversationsByStart]), run: OverviewLede.report),
    ReportBlock("as-of", fewPeople: .untold, run: AsOf.report),
    ReportBlock(
      "overview-figures", fewPeople: .hidden([.conversationsByStart, .sessionsByStart, .contactsByEnd]),
      run: OverviewFigures.report),
    ReportBlock("conversations-per-day", fewPeople: .hidden([.conversationsByStart]), run: ConversationsPerDay.report),
    ReportBlock("flow", fewPeople: .hidden([.conversationsByStart]), run: FlowBlock.report),
    ReportBlock("heat-map", fewPeople: .hidden([.conversationsByStart]), run: HeatMapBlock.report),
    ReportBlock("channels", fewPeople: .hidden([.conversationsByStart]), run: Channels.report),
    ReportBlock("demand", run: DemandBlock.report),
    ReportBlock("team-wait", fewPeople: .hidden([.conversationsByStart]), run: TeamWait.report),
    ReportBlock("months", fewPeople: .untold, run: Months.report),
  ]
}
