import Diagnostics
import HTML
import Templating

/// A table too wide for its page, as two with the same rows: the main columns, and the further ones that open below.
struct SplitTable<Tally> {
  let whole: BucketTable<Tally>
  /// Keys of the measures that stand in the second table.
  let apart: Set<String>
}

extension SplitTable {
  /// - Parameter file: the address of the CSV, which has every column.
  func render(file: String) throws(Diagnostics) -> Markup {
    let context = whole.context
    let main = table(file: file) { !apart.contains($0) }
    var further = table(file: file) { apart.contains($0) }
    further.id += "-more"
    further.caption = context.words.fill("overview.bucket.more_caption", ["caption": main.caption])
    further.captionIsHidden = false
    let rendered = try context.render(further)
    return try context.render(main)
      + context.render("blocks/_more", Schema("more", [.markup("table")])) { values in
        values.set("table", of: values.root, markup: rendered)
      }
  }

  private func table(file: String, _ holds: (String) -> Bool) -> Table {
    let part = BucketTable(
      context: whole.context, id: whole.id, words: whole.words, measures: whole.measures.filter { holds($0.key) },
      buckets: whole.buckets, tallies: whole.tallies, total: whole.total, screen: whole.screen)
    var table = part.table(file: file)
    table.classes.append("dense")
    return table
  }
}
