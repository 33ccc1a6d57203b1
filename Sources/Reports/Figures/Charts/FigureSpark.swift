import Charts

/// A small curve of an author's figure, with what it says in words.
struct FigureSpark {
  var name: String
  var values: [Double?]
  var before: [Double?] = []
  var text: (Double) -> String
  var context: ReportContext
}

extension FigureSpark {
  func chart(height: Double, role: Role?) -> Sparkline {
    Sparkline(title: title, role: role, current: values, previous: before, height: height)
  }

  private var title: String {
    let known = values.compactMap(\.self)
    guard let least = known.min(), let most = known.max(), let last = known.last else {
      return context.words.fill("figures.spark.none", ["name": name])
    }
    return context.words.fill(
      "figures.spark.some", ["name": name, "least": text(least), "most": text(most), "last": text(last)])
  }
}
