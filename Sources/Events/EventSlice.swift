/// A run of the store's events, with the store's indices.
public typealias EventSlice = ArraySlice<Event>
