extension ReportCatalogue {
  /// The blocks of the customers' index.
  static let customersBlocks = [
    ReportBlock("customers-lede", run: CustomersLede.report),
    ReportBlock("customers", run: CustomersIndex.report),
  ]
}
