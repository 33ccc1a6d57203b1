extension Scripts {
  /// Mail threads: `s` is the subject; the AI answers those that have an `a`.
  static let mail = #"""
    @ mail-quote; Trade customers; any; 3
    s Quotation for {qty} pieces
    c Dear Brindlecroft team,
      ~
      For our allotment society I would like a quotation for {qty} pieces of the {product}. We would need them before {nextdate}, delivered to {city}.
      ~
      Could you also tell me whether the handles can be branded? Nothing fancy, just our initials.
    t Thank you for thinking of us. {qty} pieces of the {product} come to {total} at trade price, delivery to {city} included. They can be with you on {nextdate}.
      ~
      We can burn initials into wooden handles, up to four letters, at no charge.
    c That is a good price. We would take it, with the letters "LCAS".
      ~
      May we pay after delivery?
    | Thank you. Our treasurer asks whether we can pay in two parts.
    t Of course. I have written it that way: half now, half thirty days after delivery. The order number is {order}.
    c Agreed, please go ahead. Many thanks for your help.
    t It is done. You will get the confirmation in a separate mail.

    @ mail-wrong; Wrong item; any; 5
    s Wrong item in order {order}
    c Hello,
      ~
      I ordered the {product} and found a {other} in the box. The packing slip says {product}, so I suppose it went wrong in the warehouse.
      ~
      I would like to have what I ordered. What shall I do with the other one?
    | Good morning,
      ~
      Order {order} came today, but it is not mine: there was a {other} inside instead of the {product}.
      ~
      Please advise.
    t I am sorry about the mix-up. The {product} leaves our warehouse today and should reach you on {next}.
      ~
      Please keep the {other} until the driver comes. He has a label with him and takes it along.
    c Thank you for the quick answer. I will be at home on {next}.
    | That works. Can he come after four? I am a teacher.
    t I have written it down for the driver. If anything goes wrong, just answer to this mail.

    @ mail-broken; Warranty; any; 5
    s {product} broken after {weeks} weeks
    c Dear Sir or Madam,
      ~
      I bought a {product} from you (order {order}). After {weeks} weeks {part} has come loose, and I cannot fix it myself.
      ~
      I have bought from you for years, and this is the first time that I have to complain. I hope that you will find a good solution.
    | Hi,
      ~
      {part} of my {product} is broken. I used it exactly as the leaflet says.
      ~
      Order number: {order}
      Bought on: {date}
      ~
      I expect a repair or my money back.
    a Thank you for writing. Loose parts are covered by our warranty, so there is **nothing to pay**. To arrange it I need:
      ~
      1. a photograph of {part}
      2. the number on the handle (it begins with `BC-`)
      ~
      As soon as I have both, I can send a replacement.
    c The photograph is attached. The number is BC-{tracking}.
    t I have taken over from our assistant. The photograph shows clearly that {part} was not pressed in far enough. A new {product} will be with you on {next}. Please keep the old one for your neighbour or for scrap.
    c What a pleasant surprise. Thank you very much.
    | Received, and it works. Thank you.

    @ mail-claim; Damaged in transit; any; 4
    s Complaint: order {order}
    c To whom it may concern,
      ~
      The delivery of {date} was left in the rain. The box had dissolved, and {part} of the {product} has rust on it already.
      ~
      I called {carrier}. They told me to write to you, and now I write to you. I would like to know:
      ~
      - who is responsible,
      - when I get a replacement, and
      - why nobody rang the bell.
    t You are right to complain. We are responsible, not you and not {carrier}.
      ~
      A new {product} is on its way and will be handed over in person on {next}. I have asked {carrier} why nobody rang, and I will tell you what they say.
    c I appreciate the clear words. I will wait for {next}, and for what {carrier} has to say.
    t {carrier} has answered: it was a stand-in driver, and the note about the bell was missing on his list. It is there now. I have also refunded the delivery charge.
    c Thank you. I consider the matter closed.

    @ mail-invoice; Invoices; any; 3
    s Invoice {order}
    c Hello,
      ~
      Could you please send the invoice for order {order} again? Our accountant cannot open the file.
    a Here is the invoice again: [invoice {order}](https://brindlecroft.example/invoices/{order}). If your programme refuses the file, open the link in a browser and print it from there.
    c That worked, thank you.
    | Works fine. Thanks!

    @ mail-advice; Choosing a product; any; 4
    s A question about the {product}
    c Hello,
      ~
      Before I order the {product}, two questions:
      ~
      1. Is {part} made of steel or of aluminium?
      2. Can it stay outside in winter?
      ~
      The garden is at 900 m, so winters are real winters here.
    a Happy to help with both:
      ~
      - {part} is **stainless steel**, and so are the screws.
      - It can stay outside, but frost makes wood brittle. A dry shed is better.
      ~
      More on care is in our [winter guide](https://brindlecroft.example/help/winter).
    c Thank you, then I will order it.
    | Very informative, thank you. And does it come in green?
    = team
    c One more thing: does anyone of you use it in the mountains? I would like to hear from a person.
    t I do, at 1,100 m. Mine has been outside for three winters, under a roof, and looks fine. Oil the handle in autumn and you need not worry.
    c That is what I wanted to hear. Thank you, {agent}!

    @ mail-school; Trade customers; any; 2
    s A garden for our school
    c Dear Brindlecroft,
      ~
      Our school in {city} is planning a garden with the third and fourth grades: {qty} children, six beds, one shed.
      ~
      Which tools would you recommend, and is there a price for schools? We have {total} in all, and not a cent more.
    t What a good plan. For {qty} children I would take three kinds of tools and not ten: the {product}, the {other} and small trowels. There is a price for schools, 20 % below the shop's.
      ~
      How old are the youngest?
    c The youngest are eight. Some of them have never held a spade.
    t Then please no long handles. I have put together a list that stays below {total}. It is attached.
    c Thank you! Two questions:
      ~
      1. Is the {product} safe at that age?
      2. Can we get the tools in two deliveries? Our shed is not built yet.
    t To 1: yes, with gloves, and one grown-up for six children. To 2: of course, the first delivery can come on {nextdate}.
    c The parents' council has agreed. We would like to order, with {nextdate} for the first half.
    t Wonderful. The order number is {order}. I have added a box of gloves as a present.
    c The children have painted you a picture. Where may I send it?
    t To the address below, and it will hang in our kitchen. Please tell me when the first radish is up.
    c The first delivery is here and nothing is missing. The children have named the wheelbarrow "Turbo".
    t Greetings to Turbo! The second half leaves when your shed has a roof. Just write.
    c The roof is on. You may send the rest.
    t It leaves on {next}. Good luck, and good weather.

    @ mail-praise; Feedback; any; 2
    s Thank you
    c Dear all,
      ~
      I only want to say thank you. {agent} was so patient with me on the telephone, and the {product} is a joy.
      ~
      With best wishes from {city}
    t What a lovely mail to begin the day with. I have read it out to everyone.

    @ mail-nothing; Feedback; any; 3
    s Suggestion
    c Hello, have you thought of making the {product} for left-handed people? There are more of us than one would think.
    | Your parcels have too much paper in them. The {product} needs none at all.
    | I still have no answer to my letter of {date} about the {product}.

    @ mail-refund; Refund; any; 4
    s Refund for order {order} still missing
    c Hello,
      ~
      I returned the {product} on {date}. The tracking says that you have had it since {day}.
      ~
      When can I expect my {price}?
    t The parcel was lying in goods-in, without a name on it. I have found it, and the {price} went to your card a minute ago. Please allow until {next}.
    c Thank you. It is not there yet, but I will be patient.
    t Any news? If it has not arrived I will have it traced.
    | I looked again today: our bank says it was sent. Could you check your statement?
    c It has come this morning. All is well.
    """#

  /// What is said later in a conversation that had ended: `c` writes back, or `t` writes first.
  static let afterwards = #"""
    @ again-neighbour; Late delivery; any; 3
    c Sorry, one more thing about order {order}: can it be left with the neighbour?
    t No problem, {first}. I have written it on the label: the neighbour, number 12.
    c thanks!

    @ again-thanks; Feedback; any; 3
    c Just to say that it all worked. Thank you again
    | It arrived!! Thank you {agent} 🙏
    t That is good to hear. Thank you for telling us.

    @ again-wrong; Late delivery; any; 2
    c Hello, I am afraid it is not solved after all. The page for {order} still shows the same.
    t You are right, {first}. I had saved it, but not sent it. It is done now, please look again.
    c Now I see it. Thanks

    @ again-news; Late delivery; any; 3
    t Hello {first}, a follow-up: I have been through order {order} once more, and everything is in order now.
    c Thank you for keeping an eye on it

    @ again-credit; Refund; any; 2
    t Hi {first}, me again. I noticed that the delivery charge had not been refunded. It is now.
    """#
}
