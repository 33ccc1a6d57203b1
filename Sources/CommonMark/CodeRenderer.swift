import HTML

/// Writes a code block, for pages that show a fence as it is. It takes the focus, since it may scroll sideways.
public enum CodeRenderer {
  /// - Parameter info: what stands behind the opening fence; its first word names the language in a class.
  public static func render(info: String, body: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.append("<pre tabindex=\"0\"><code")
    if let language = info.split(whereSeparator: \.isWhitespace).first {
      output.append(" class=\"language-")
      output.appendEscaped(String(language))
      output.append("\"")
    }
    output.append(">")
    output.appendEscapedDroppingControls(body)
    output.append("</code></pre>\n")
  }

  public static func render(info: String, body: String) -> Markup {
    var bytes: [UInt8] = []
    var body = body
    body.withUTF8 { render(info: info, body: $0, into: &bytes) }
    return Markup(trusted: bytes)
  }
}
