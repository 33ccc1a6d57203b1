extension ReportCatalogue {
  /// What was read and what could not be, and the rules that grouped the rest.
  static let qualityBlocks = [
    ReportBlock("quality-lede", fewPeople: .untold, run: QualityLede.report),
    ReportBlock(
      "quality", options: ["view": ["short", "full"] + QualityPart.allCases.map(\.rawValue)], run: Quality.report),
    ReportBlock("rules-in-force", fewPeople: .untold, run: RulesInForce.report),
  ]
}
