extension ReportCatalogue {
  /// The blocks of the Overview: AI and team together, Conversations by their start. `months` stands on other pages too.
  static let overviewBlocks = [
    ReportBlock("overview-lede", run: OverviewLede.report),
    ReportBlock("as-of", fewPeople: .untold, run: AsOf.report),
    ReportBlock("overview-figures", run: OverviewFigures.report),
    ReportBlock("conversations-per-day", run: ConversationsPerDay.report),
    ReportBlock("flow", run: FlowBlock.report),
    ReportBlock("heat-map", run: HeatMapBlock.report),
    ReportBlock("channels", run: Channels.report),
    ReportBlock("demand", run: DemandBlock.report),
    ReportBlock("team-wait", run: TeamWait.report),
    ReportBlock("months", fewPeople: .untold, run: Months.report),
  ]
}
