import CommonMark

/// Words of a page, some of which are live numbers.
public typealias Live = CommonMark.Live
public typealias LiveMarkup = CommonMark.LiveMarkup
public typealias LiveText = CommonMark.LiveText
