extension ReportCatalogue {
  /// The blocks of AI Sessions Detail: every Session, open ones too, placed in time by its start.
  static let sessionsBlocks = [
    ReportBlock("sessions-lede", fewPeople: .hidden([]), run: SessionsLede.report),
    ReportBlock("sessions-days", fewPeople: .hidden([]), run: SessionsDays.report),
    ReportBlock("sessions-histograms", run: SessionsHistograms.report),
    ReportBlock("sessions-by-day", fewPeople: .hidden([.sessionsByStart]), run: SessionsByDay.report),
    ReportBlock("sessions-detail", options: ["messages": ["true", "false"]], run: SessionsDetail.report),
  ]
}
