extension ReportCatalogue {
  /// The blocks of the Contact Summary: ended Contacts by their end, team-handled work only.
  static let contactsBlocks = [
    ReportBlock("contacts-lede", fewPeople: .hidden([.contactsByEnd]), run: ContactsLede.report),
    ReportBlock("contacts-box", fewPeople: .untold, run: ContactsBox.report),
    ReportBlock("contacts-figures", fewPeople: .hidden([.contactsByEnd]), run: ContactsFigures.report),
    ReportBlock("contacts-per-day", fewPeople: .hidden([.contactsByEnd]), run: ContactsPerDay.report),
    ReportBlock("contacts-by-channel", fewPeople: .hidden([.contactsByEnd]), run: ContactsByChannel.report),
    ReportBlock("contacts-by-agent", fewPeople: .hidden([.contactsByEnd]), run: ContactsByAgent.report),
    ReportBlock(
      "contacts-summary", options: ["by": CalendarUnit.allNames], fewPeople: .hidden([.contactsByEnd]),
      run: ContactsSummary.report),
  ]
}
