import Diagnostics
import HTML
import Templating
import Time

extension ReportContext {
  /// A template of `Templates/` with its values.
  ///
  /// - Parameters:
  ///   - name: e.g. `blocks/_table`.
  ///   - schema: one object for all pages, so that the template is compiled once.
  public func render(
    _ name: String, _ schema: Schema, fill: (inout Values) throws(Diagnostics) -> Void
  ) throws(Diagnostics) -> Markup {
    let template = try templateCache.template(name, schema, of: templates)
    var values = Values(schema)
    try fill(&values)
    var bytes: [UInt8] = []
    template.render(values, into: &bytes)
    return Markup(trusted: bytes)
  }

  /// What every table says of itself, in one line: unit, anchor, time zone, the data's span and its as-of instant.
  ///
  /// - Parameters:
  ///   - unit: what a row is, `an AI session`.
  ///   - anchor: by what it is placed in time, `its start`; nil for what has no instant.
  public func facts(unit: String, anchor: String?) -> String {
    let first = zone.date(span?.first ?? asOf)
    let last = zone.date(span?.last ?? asOf)
    return words.fill(
      anchor == nil ? "table.facts_timeless" : "table.facts",
      [
        "unit": unit, "anchor": anchor ?? "", "zone": zone.name, "span": words.range(first, last),
        "as_of": moment(asOf),
      ])
  }

  /// `29 Sep 2025, 06:00` on the site's clock.
  public func moment(_ instant: Instant) -> String {
    let (date, time) = zone.local(instant)
    return words.fill(
      "table.moment", ["day": words.shortDayAndYear(date), "time": words.time(millisecondOfDay: time)])
  }

  /// `17:05` on the site's clock.
  public func time(_ instant: Instant) -> String { words.time(millisecondOfDay: zone.local(instant).millisecondOfDay) }

  /// The link to a table's rows as a file that stands at `address` below the site's root.
  public func download(_ address: String, words key: String = "table.download") -> TableDownload {
    TableDownload(href: page.links.address(address), words: words[key])
  }
}
