/// The open Sessions, or Contacts, of each Conversation in the order of their last activity: linked lists, so that the
/// one that times out next and the one that was active last are found without a search.
struct ActivityOrder: ~Copyable {
  /// One Conversation's list; -1 is none.
  struct Ends: BitwiseCopyable {
    /// The least recently active.
    var first: Int32 = -1
    /// The most recently active.
    var last: Int32 = -1
  }

  struct Link: BitwiseCopyable {
    var before: Int32 = -1
    var after: Int32 = -1
  }

  /// By index of Session or Contact.
  private var links = Row<Link>()
}

extension ActivityOrder.Ends {
  var isEmpty: Bool { first < 0 }
}

extension ActivityOrder {
  mutating func removeAll() { links.removeAll() }

  /// Adds the next Session or Contact, in the order of their indices.
  mutating func open(in ends: inout Ends) {
    links.append(Link())
    append(Int32(links.count - 1), to: &ends)
  }

  mutating func touch(_ index: Int, in ends: inout Ends) {
    guard ends.last != Int32(index) else { return }
    close(index, in: &ends)
    append(Int32(index), to: &ends)
  }

  mutating func close(_ index: Int, in ends: inout Ends) {
    let link = links[index]
    if link.before >= 0 { links[Int(link.before)].after = link.after } else { ends.first = link.after }
    if link.after >= 0 { links[Int(link.after)].before = link.before } else { ends.last = link.before }
  }

  private mutating func append(_ index: Int32, to ends: inout Ends) {
    links[Int(index)] = Link(before: ends.last)
    if ends.last >= 0 { links[Int(ends.last)].after = index } else { ends.first = index }
    ends.last = index
  }
}
