import Diagnostics
import Snapshots

/// A verdict as a person reads it: one word first, then what it rests on.
struct VerdictText {
  private let verdict: SnapshotVerdict
  private let path: String

  /// So many files of a kind are named.
  private static let most = 20

  init(_ verdict: SnapshotVerdict, path: String) {
    self.verdict = verdict
    self.path = path
  }
}

extension VerdictText {
  var text: String {
    ([first] + verdict.damage.map { "  " + $0.rawValue } + list("changed", verdict.changed)
      + list("missing", verdict.missing) + list("unexpected", verdict.unexpected) + facts).joined(separator: "\n")
  }

  private var first: String {
    let state = !verdict.isWhole ? "changed" : verdict.isExpired ? "expired" : "whole"
    let kept = verdict.isLocked ? ", as far as can be seen without the passphrase" : ""
    let both = !verdict.isWhole && verdict.isExpired ? ", and expired" : ""
    return "\(path.safeInTerminal): \(state)\(both)\(kept)"
  }

  private func list(_ word: String, _ paths: [String]) -> [String] {
    paths.prefix(VerdictText.most).map { "  \(word): \($0.safeInTerminal)" }
      + (paths.count > VerdictText.most ? ["  \(word): and \(paths.count - VerdictText.most) more"] : [])
  }

  private var facts: [String] {
    guard let facts = verdict.facts else { return [] }
    var lines = ["  \(verdict.files) files, by \(facts.program), for \(facts.audience)"]
    if let asOf = facts.asOf { lines.append("  data as of \(asOf)") }
    if let expires = facts.expires { lines.append("  expires after \(expires)") }
    if !facts.rules.isEmpty { lines.append("  rules \(facts.rules.joined(separator: ", "))") }
    lines.append("  inputs \(facts.inputs ?? "not known: the site was published without a record of its build")")
    if let content = verdict.content { lines.append("  content \(content)") }
    return lines.map(\.safeInTerminal)
  }
}
