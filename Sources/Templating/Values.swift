import HTML

/// What a template is filled with: a tree of records in two flat arrays that are reused from page to page, so that a
/// page costs no allocation a value.
///
///     var values = Values(pageSchema)
///     values.set("title", of: values.root, text: "Overview")
///     let row = values.append(to: "rows", of: values.root)
///     values.set("day", of: row, text: "Mon 1 Sep")
///     template.render(values, into: &bytes)
///
/// Slots looked up once (`schema["title"]`) are the fast form; names do where a page is one of few.
public struct Values: Sendable {
  /// A record in these values: its slots follow one another in the flat array.
  public struct Record: Equatable, Sendable {
    let base: Int
  }
}
