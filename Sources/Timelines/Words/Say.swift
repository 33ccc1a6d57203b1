/// The sentences of a timeline, by their keys below `timeline.` in the words of the language.
enum Say: String, CaseIterable, Sendable {
  case customer
  case brand
  case email
  case phone
  case address
  case idAt = "id_at"
  case otherId = "other_id"
  case noName = "no_name"
  case pictureTitle = "picture_title"
  case pictureTitleOf = "picture_title_of"
  case pictureAll = "picture_all"
  case pictureLatest = "picture_latest"
  case fold
  case foldOpen = "fold_open"
  case handoff
  case howAi = "how.ai"
  case howAiTeam = "how.ai_team"
  case howTeamAi = "how.team_ai"
  case howTeam = "how.team"
  case howNeither = "how.neither"
  case conversation
  case session
  case sessionShort = "session_short"
  case contact
  case continued
  case outlineNote = "outline_note"
  case outlineWide = "outline_wide"
  case dayTime = "day_time"
  case dayAtTime = "day_at_time"
  case atTomorrow = "at_tomorrow"
  case until
  case untilOpen = "until_open"
  case span
  case spanOpen = "span_open"
  case activeWaiting = "active_waiting"
  case active
  case byAi = "by_ai"
  case originHandoff = "origin.handoff"
  case originDirect = "origin.direct"
  case originOutbound = "origin.outbound"
  case firstReply = "first_reply"
  case noReply = "no_reply"
  case noAiReply = "no_ai_reply"
  case waitTeam = "wait_team"
  case waitAi = "wait_ai"
  case quiet
  case gap
  case openedFirst = "opened.first"
  case openedWindow = "opened.window"
  case openedAfter = "opened.after"
  case openedGiven = "opened.given"
  case windowEnds = "window_ends"
  case windowMoves = "window_moves"
  case windowNone = "window_none"
  case windowAfterClose = "window_after_close"
  case reopenedManual = "reopened.manual"
  case reopenedCustomer = "reopened.customer"
  case reopenedAi = "reopened.ai"
  case reopenedExchange = "reopened.exchange"
  case windowAnew = "window_anew"
  case closedPlain = "closed.plain"
  case closedBefore = "closed.before"
  case closedAfter = "closed.after"
  case closedKept = "closed.kept"
  case closedAgain = "closed.again"
  case windowOut = "window_out"
  case windowOutBefore = "window_out_before"
  case windowOutQuiet = "window_out_quiet"
  case retired
  case open
  case openUntil = "open_until"
  case partClosed = "part_closed"
  case partOpen = "part_open"
  case sessionEndedInactivity = "session_ended.inactivity"
  case endedBy = "ended_by"
  case endedWithCall = "ended_with_call"
  case noContact = "no_contact"
  case contactEndedInactivity = "contact_ended.inactivity"
  case contactEndedLapsed = "contact_ended.lapsed"
  case contactEndedWindow = "contact_ended.window"
  case handedOffPlain = "handed_off.plain"
  case handedOffBy = "handed_off.by"
  case handedOffAgent = "handed_off.agent"
  case handedOffCustomer = "handed_off.customer"
  case handedOffStarted = "handed_off.started"
  case beganHandoff = "began.handoff"
  case beganStarted = "began.started"
  case noTextMessage = "no_text.message"
  case noTextVoice = "no_text.voice"
  case noTextVoicemail = "no_text.voicemail"
  case noTextHeldBack = "no_text.held_back"
  case quoted
  case long
  case note
  case task
  case activity
  case topicsAdded = "topics_added"
  case topicsRemoved = "topics_removed"
  case topicsNone = "topics_none"
  case automatic
  case other
  case otherPlain = "other_plain"
  case callEnded = "call_ended"
  case statusOpen = "status_open"
  case reopenedOpen = "reopened_open"
  case handoffAgain = "handoff_again"
  case startedAgain = "started_again"
  case beganHere = "began_here"
  case handedOffHere = "handed_off_here"
  case noSessionOpen = "no_session_open"
  case noContactOpen = "no_contact_open"
  case closedHere = "closed_here"
  case loose
  case looseNote = "loose_note"
  case orphanSessionEnded = "orphan.session_ended"
  case orphanContactEnded = "orphan.contact_ended"
  case orphanCallEnded = "orphan.call_ended"
  case orphanConversationClosed = "orphan.conversation_closed"
  case orphanConversationReopened = "orphan.conversation_reopened"
  case contentsNote = "contents_note"
  case monthPart = "month_part"
  case pageTitle = "page_title"
  case whole
  case earlier
  case later
  case footSpan = "foot_span"
  case footRules = "foot_rules"
  case footRulesWindow = "foot_rules_window"
  case footRulesTimeout = "foot_rules_timeout"
  case footRulesNone = "foot_rules_none"
  case footZone = "foot_zone"
  case whoSystem = "who_system"
}

extension Say {
  /// A number of its own below 256: an enum of a byte is that byte, and hashing its key would cost more than the sentence.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// All, each at its place.
  static var byPlace: [Say] { allCases.sorted { $0.place < $1.place } }
}
