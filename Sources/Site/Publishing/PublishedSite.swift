import Diagnostics
import Files

/// A published site, and what is known of the build that made it. As long as it lives no build puts another in its place.
public struct PublishedSite: Sendable {
  /// The site's folder, absolute.
  public let folder: String
  private let record: BuildRecord?
  private let lock: OutputLock?

  /// - Parameter folder: that a build wrote to, or any other.
  /// - Throws: if a build is at work there.
  public init(_ folder: String) throws(Diagnostics) {
    self.folder = Folders.resolved(folder)
    let state = OutputState(output: self.folder)
    record = BuildRecord.read(state.inputs, index: self.folder + "/index.html")
    guard record != nil else {
      lock = nil
      return
    }
    do throws(FileError) { lock = try state.lock() } catch {
      // Where nothing can be written, no build is at work either.
      lock = nil
      return
    }
    guard lock != nil else {
      throw Diagnostics([.error("a build is writing to `\(folder)`", help: "run the command again when it is done")])
    }
  }
}

extension PublishedSite {
  /// The folder beside a published one in which what the next build needs is kept.
  public static func state(of folder: String) -> String { OutputState(output: Folders.resolved(folder)).folder }

  /// The end of data, as the build knew it.
  public var asOf: String? { record.flatMap { $0.summary.asOf.isEmpty ? nil : $0.summary.asOf } }

  /// Whom it was made for, if that is known.
  public var audience: String? { record?.summary.audience }

  /// The day until which that audience is to use it.
  public var expires: String? { record?.summary.expires }

  /// The rules that were set.
  public var rules: [String] { record?.summary.rules ?? [] }

  /// What the site was made from, a line for each thing: settings, and each file's digest with its name from the site's
  /// folder on, so that the same files in another folder are the same. Nil if it is not known.
  public var inputs: [String]? {
    guard let record else { return nil }
    let roots = record.inputs.settings.compactMap { setting in
      ["site ", "home "].first { setting.hasPrefix($0) }.map { String(setting.dropFirst($0.count)) + "/" }
    }
    let files = record.inputs.files.map { file in
      let root = roots.first { file.path.hasPrefix($0) } ?? ""
      return "\(file.content?.description ?? "-") \(file.path.dropFirst(root.count))"
    }
    let settings = record.inputs.settings.filter { setting in
      ["rule ", "as-of ", "audience "].contains { setting.hasPrefix($0) }
    }
    return settings + files.sorted()
  }
}
