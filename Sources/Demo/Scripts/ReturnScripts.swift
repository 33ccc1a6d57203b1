extension Scripts {
  /// Chats about sending things back and getting money back.
  static let returns = #"""
    @ return; Return; any; 7
    c I would like to return the {product} from order {order}. It is too heavy for me.
    | How do I send something back? It is a {product}, not used
    | Hello, the {product} is smaller than I thought. Can I return it?
    a You can. Returns are free for **60 days** if the tool has not been used in the ground.
      ~
      Shall I make a label for order {order}? {carrier} can collect it, or you can hand it in at a parcel shop.
    c Collection would be better
    | Parcel shop is fine
    | yes please, a label
    a Here is your label: [return {order}](https://brindlecroft.example/returns/{order}). Once the parcel is back with us, {price} goes to the card that you paid with. That takes *three to five working days*.
    = solved
    c Thank you, that is easy
    | Got it, printing it now.
    a Good. You will get a message when it arrives.
    = back
    c Hi, me again about the return of {order}. The link says the label has expired??
    | The label for {order} will not print, it is a blank page.
    a Thank you for coming back. I made a new one, but the system refuses it for this order.
    = team
    c Is there a person who can do this?
    | Please get someone to look at it.
    a Yes, I am passing this to a colleague now.
    t Hi {first}, {agent} here. I can do the return for order {order} by hand. Will you be at home on {next}?
    c Yes, in the morning
    | After two o'clock, yes
    t Then {carrier} comes on {next} and brings the label. You only need the box.
    c Great, and the refund?
    t I have started it already: {price}, to the same card. No need to wait for the parcel.
    | As soon as the parcel is scanned. You will see {price} a few days after that.
    c Very kind, thank you.

    @ refund; Refund; any; 6
    c I sent my {product} back on {date} and have not seen the money.
    | When will I get the refund for order {order}?
    | Refund for {order} please!! It has been two weeks
    a Your return for order {order} was booked in on **{day}**. The refund of **{price}** was sent to your card the same evening.
      ~
      Banks take up to five working days to show it. That would be {next} at the latest.
    c I see. It is not on my statement yet
    | My bank says there is nothing coming
    a That fits: until the bank books it, it is not visible on either side. If it is not there on {next}, send me a message and I will have the payment traced.
    = solved
    c OK I will check on {next}
    | Fair enough, thanks
    a Thank you, {first}. The reference is `R-{order}`, in case your bank asks.
    = back
    c It is past the day you named and there is still no refund for {order}.
    a I am sorry about that. I can see it was sent, but not where it stopped.
    = team
    c Then please give me someone who can see it
    | I want to talk to a human being about my money.
    a I understand. I am handing this over with the reference `R-{order}`.
    t Hello {first}, I am {agent}. I have asked our bank for a trace of the {price}. Which are the last four digits of your card?
    c 4417
    | It ends in 0925, but I got a new card last month
    t That explains it: the money went to the old card and was returned to us. I have sent it again, by bank transfer this time.
    | Thank you. It was held because of a typing error on our side. I have released it and you will have it on {next}.
    c At last! Thanks for finding it
    | thank you {agent}
    t I am sorry that it took this long. I have added a voucher of $10 to your account.

    @ exchange; Exchange; any; 4
    c I bought the {product} but I should have taken the {other}. Can I swap?
    | Can I exchange my {product} for the {other}?
    a You can. The {other} is in stock. We send it first, and you have **14 days** to send back the {product}.
      ~
      The difference in price is settled with the card of order {order}.
    c Perfect, please do
    | How much is the difference?
    a The exact amount is on the [exchange page](https://brindlecroft.example/exchange/{order}); you confirm it there with one click.
    = solved
    c Confirmed. Thanks!
    | done, that was easy
    a Thank you. The {other} leaves tomorrow and should arrive on {next}.
    = team
    c The page shows a difference that cannot be right
    | It says "not available for your order". Why?
    a I do not know why, and I would rather not guess. A colleague is taking over.
    t Hi {first}, {agent} from the team. Order {order} was bought with a voucher, that is why the page got it wrong. I will do it by hand.
    c Ah, right. The voucher was a birthday present
    t A good present. The {other} goes out today, and there is nothing more to pay.
    c 🎉
    | Thank you so much
    t Enjoy the garden, {first}.

    @ cancel; Cancel an order; any; 5
    c I need to cancel order {order}, ordered by mistake
    | Please cancel {order}. I ordered the {product} twice.
    a Order {order} has not left the warehouse. I can cancel it now; **{price}** goes back to your card. Shall I?
    c Yes please
    | yes cancel it
    a It is cancelled. You will get a confirmation by mail.
    = solved
    c Thank you.
    | Great, sorry for the trouble
    a No trouble at all. We are here if you need anything.
    = team
    c Now BOTH orders are gone! I wanted to keep one
    | Hang on, I got a mail that it has been sent?
    a That is not what you asked for. I am bringing in a colleague straight away.
    t Hello {first}, this is {agent}. I see what happened to order {order}. Give me a minute.
    c ok
    | Sure
    t Put right: one {product} on its way, one cancelled, and {price} back to your card.
    c Phew. Thank you
    """#
}
