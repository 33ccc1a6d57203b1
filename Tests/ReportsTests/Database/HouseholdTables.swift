enum HouseholdTables { static let csv: [String: String] = [:] }
