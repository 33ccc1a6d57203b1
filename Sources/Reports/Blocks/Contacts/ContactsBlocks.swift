extension ReportCatalogue {
  /// The blocks of the Contact Summary: ended Contacts by their end, team-handled work only.
  static let contactsBlocks = [
    ReportBlock("contacts-lede", run: ContactsLede.report),
    ReportBlock("contacts-box", fewPeople: .untold, run: ContactsBox.report),
    ReportBlock("contacts-figures", run: ContactsFigures.report),
    ReportBlock("contacts-per-day", run: ContactsPerDay.report),
    ReportBlock("contacts-by-channel", run: ContactsByChannel.report),
    ReportBlock("contacts-by-agent", run: ContactsByAgent.report),
    ReportBlock("contacts-summary", options: ["by": CalendarUnit.allNames], run: ContactsSummary.report),
  ]
}
