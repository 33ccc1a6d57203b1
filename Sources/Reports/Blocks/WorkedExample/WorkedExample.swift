import Charts
import Diagnostics
import Events
import Files
import Grouping
import HTML
import Templating

/// The picture of the FAQ's worked example. It is read and grouped like any export, by the default rules, so that it
/// cannot differ from what they do.
enum WorkedExample {
  private static let schema = Schema(
    "worked-example", [.text("label"), .markup("names"), .markup("picture")])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let store = try store()
    var groups = Groups()
    var grouper = Grouper(rules: Rules(), channels: store.channels)
    if let end = store.latest { grouper.group(store.events[...], asOf: end, into: &groups) }
    let picture = WorkedExamplePicture(groups: groups, events: store.events, words: context.words)
    let body = try context.render("blocks/worked-example", schema) { values in
      values.set("label", of: values.root, text: context.words["example.label"])
      values.set("names", of: values.root, markup: names(context).render())
      values.set("picture", of: values.root, markup: picture.markup)
    }
    return Report(.prose, body: body)
  }
}

extension ReportCatalogue {
  static let exampleBlocks = [ReportBlock("worked-example", fewPeople: .untold, run: WorkedExample.report)]
}

extension WorkedExample {
  private static func store() throws(Diagnostics) -> EventStore {
    let source = MemoryFileSource([WorkedExampleEvents.path: WorkedExampleEvents.csv])
    do throws(ExportError) {
      return try ExportReader(source: source, jobs: 1) { _ in [] }.read([DataEntry(path: WorkedExampleEvents.path)])
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }

  private static func names(_ context: ReportContext) -> LaneNames {
    func name(_ key: String) -> LaneNames.Name { LaneNames.Name(text: context.words["example.lane.\(key)"]) }
    return LaneNames(
      conversations: name("conversations"), sessions: name("sessions"), contacts: name("contacts"),
      messages: name("messages"), isBelowHeads: false)
  }
}
