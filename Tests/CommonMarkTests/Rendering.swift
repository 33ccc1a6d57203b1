import CommonMark
import HTML

func page(_ markdown: String, resolveLink: @escaping (String) -> String? = { _ in nil }) -> Document {
  Document(Array(markdown.utf8), path: "Content/page.md", resolveLink: resolveLink)
}

/// All blocks of a page that are rendered, one after the other.
func html(_ markdown: String, resolveLink: @escaping (String) -> String? = { _ in nil }) -> String {
  page(markdown, resolveLink: resolveLink).blocks.map { block in
    if case .html(let markup, _) = block { markup.shown } else { "[\(block)]" }
  }.joined()
}

/// Markup without live numbers.
func words(_ markup: String) -> LiveMarkup { LiveMarkup(Markup(trusted: markup)) }

extension LiveMarkup {
  /// The markup with its live numbers as they are written.
  var shown: String { filled(\.source).text }
}

func message(_ markdown: String) -> String { message(bytes: Array(markdown.utf8)) }

func message(bytes: [UInt8]) -> String {
  var output: [UInt8] = []
  bytes.withUnsafeBufferPointer { renderMessage($0, into: &output) }
  return String(decoding: output, as: UTF8.self)
}
