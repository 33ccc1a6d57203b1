/// The types of content of Gladly's conversation items (`guide/exports.md`, "A Gladly data export"); the raw value is the index of the name.
enum ContentType: UInt8, CaseIterable {
  case chat, sms, whatsapp, facebook, instagram, twitter
  case email, phoneCall, voicemail, voiceAI
  case statusChange, note, topicChange, activity, task

  var name: String {
    switch self {
    case .chat: "CHAT_MESSAGE"
    case .sms: "SMS"
    case .whatsapp: "WHATSAPP"
    case .facebook: "FACEBOOK_MESSAGE"
    case .instagram: "INSTAGRAM_DIRECT"
    case .twitter: "TWITTER"
    case .email: "EMAIL"
    case .phoneCall: "PHONE_CALL"
    case .voicemail: "VOICEMAIL"
    case .voiceAI: "VOICE_AI_MESSAGE"
    case .statusChange: "CONVERSATION_STATUS_CHANGE"
    case .note: "CONVERSATION_NOTE"
    case .topicChange: "TOPIC_CHANGE"
    case .activity: "CUSTOMER_ACTIVITY"
    case .task: "TASK"
    }
  }

  /// The channel of its messages, `""` where it is none.
  var channel: StaticString {
    switch self {
    case .chat: "chat"
    case .sms: "sms"
    case .whatsapp: "whatsapp"
    case .facebook: "facebook"
    case .instagram: "instagram"
    case .twitter: "twitter"
    case .email: "email"
    case .phoneCall, .voiceAI: "voice"
    case .voicemail: "voicemail"
    case .statusChange, .note, .topicChange, .activity, .task: ""
    }
  }
}

/// Who began an item, in Gladly's words.
enum InitiatorType: UInt8, CaseIterable {
  case customer, external, `internal`, agent, system, api, automation

  var name: String {
    switch self {
    case .customer: "CUSTOMER"
    case .external: "EXTERNAL"
    case .internal: "INTERNAL"
    case .agent: "AGENT"
    case .system: "SYSTEM"
    case .api: "API"
    case .automation: "AUTOMATION"
    }
  }
}
