import Templating

/// What messages say of their authors: the same for most of a page's messages, so that it is put into the values once.
struct AuthorTexts {
  let customer: Values.SharedText
  let customerKind: Values.SharedText
  let customerWord: Values.SharedText
  let ai: Values.SharedText
  let aiKind: Values.SharedText
  let team: Values.SharedText
  let teamKind: Values.SharedText

  init(customer name: String, _ words: TimelineWords, in values: inout Values) {
    customer = values.share(name)
    customerKind = values.share("cust")
    customerWord = values.share(words.customerWord)
    ai = values.share(words.aiName)
    aiKind = values.share("ai")
    team = values.share(words.teamName)
    teamKind = values.share("team")
  }
}
