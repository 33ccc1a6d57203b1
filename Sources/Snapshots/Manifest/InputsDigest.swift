import Crypto

/// What a site was made from, as one number.
public enum InputsDigest {
  /// SHA-256 over lines.
  public static func text(_ lines: [String]) -> String {
    var hash = SHA256()
    for line in lines { hash.update(data: Array((line + "\n").utf8)) }
    return Digest.text(hash.finalize())
  }
}
