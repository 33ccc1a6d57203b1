import Templating

/// What `blocks/sessions_downloads` may name.
enum SessionsDownloads {
  static let schema = Schema(
    "sessions-downloads",
    [.text("rows"), .text("facts"), .flag("has_downloads"), .list("downloads", TableSchema.download)])
}
