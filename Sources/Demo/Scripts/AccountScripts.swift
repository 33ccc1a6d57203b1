extension Scripts {
  /// Chats about money, vouchers, accounts and trade customers.
  static let account = #"""
    @ charged-twice; Payment; any; 4
    c I was charged twice for order {order}! 2 x {price}
    | There are two payments of {price} on my card
    a I see **one** payment for order {order}. The other is a reservation, which your bank drops by itself:
      ~
      > A reservation looks like a payment but no money moves.
      ~
      It usually goes away by **{next}**.
    c It says "booked", not "reserved".
    | ok, and if not?
    a If it is still there on {next}, send me a picture of the line (without the card number) and we pay it back.
    = solved
    c OK thanks
    | Alright, I will look on {next}
    a Thank you for asking before worrying.
    = back
    c The second payment of {price} is still there.
    a Thank you for checking. Then it is no reservation.
    = team
    c I want my money back today
    | Please put me through to accounts
    a I am passing you to a colleague who can see the payments.
    t Hello {first}, {agent} here. You are right, the card was charged twice because the page was reloaded. I have sent {price} back.
    c Thank you. How long?
    | ok. please fix that page "=SUM(2;2)" joke aside
    t Two working days, so {next} at the latest. Sorry for the fright.
    c Fine. Thanks {agent}

    @ voucher; Vouchers; any; 3
    c My voucher {code} does not work
    | the code {code} says invalid
    a Voucher **{code}** is valid, but only for orders above $40, and it has to be typed *without spaces*.
    c I did type it without spaces. Still invalid
    | No spaces, and my basket is $62
    a Could you check that the first character is the letter O and not a zero?
    = solved
    c That was it, thank you
    | Yes!! Thanks
    a My pleasure. Happy gardening, {first}.
    = team
    c No, it does not work. Can someone take it off the bill?
    a Yes. I am passing this on, with the code.
    t Hi {first}, this is {agent}. I have taken the amount of {code} off order {order}. You need not do anything.
    c Super, thank you
    | Perfect
    t Have a good day.

    @ invoice; Invoices; any; 4
    c I need an invoice for {order} with our company name on it
    | Can you send me the invoice of order {order}?
    a Here it is: [invoice {order}](https://brindlecroft.example/invoices/{order}). If a company name is missing, tell me the exact wording and I will put it on.
    c "Bellweather Landscapes", with an ll
    | It is fine as it is
    a Noted. You will always find the invoice under that link.
    = solved
    c Got it
    | Thanks!
    a You are welcome.
    = team
    c The tax number is missing, and I cannot add it
    | Our accountant needs it split in two. Is that possible?
    a A colleague in accounts can do that. I am passing you on.
    t Hello {first}, {agent} from accounts. I have made the invoice for {order} again with the change. It is in your mail.
    c It arrived. Thank you
    t Good. I have kept the setting for the next orders.

    @ account; Account; any; 3
    c I cannot log in, the reset mail never comes
    | How can I change the mail address of my account?
    a Let us see. The reset mail comes from `no-reply@brindlecroft.example` and is valid for **one hour**. Could it be in the spam folder?
    c No, nothing there
    | I looked, the folder is empty
    a Thank you. I have asked for a new one; it should reach you within five minutes.
    = solved
    c It works. thanks
    | Logged in!
    a Very good. Your orders are all there, {order} too.
    = team
    c Still nothing. The address may have a typo
    a For your safety only a colleague may change an address. I am passing you on.
    t Hi {first}, {agent} here. For safety: what is the town of your last order?
    c {city}
    t Thank you. There was a letter too many in your address. It is corrected, please try again.
    c Works. You are a star ⭐

    @ trade; Trade customers; any; 3
    c We are a nursery and order every week. Do you have trade prices?
    | Do you give a discount for schools? We need {qty} of the {product}
    a We do. With a trade account there is:
      ~
      | Pieces of one kind | Discount |
      |---|---|
      | 5 to 19 | 8 % |
      | 20 and more | 14 % |
      ~
      You can [apply here](https://brindlecroft.example/trade); it takes a day.
    c And delivery?
    | Does that hold for the {other} too?
    a From **$250** delivery is free, and every tool in the shop is included.
    = solved
    c Good, we will apply
    | Thank you, that is all
    a We look forward to it.
    = team
    c We need {qty} by {next}. Is there someone I can talk to?
    a For that I will get you a person from the trade desk.
    t Hello {first}, this is {agent}, trade desk. {qty} of the {product}: I have them here. Pallet or parcels?
    c Pallet, we have a fork lift
    | Parcels please
    t Very well. They leave tomorrow and arrive on {next}, at trade price already.
    c Excellent service
    | Thank you. Invoice to the usual address.
    t I will see to it.

    @ newsletter; Newsletter; any; 2
    c stop sending me mails
    | How do I leave the newsletter?
    a I have taken your address off the newsletter. One more issue may come this week, as it is sent already. Mails about *orders* still come.
    c ok
    | thanks
    = solved
    c 👍
    = team
    c I got three more since!
    a That should not be. I am passing this to a colleague.
    t Hello {first}, {agent} here. There was a second address of yours on the list. Both are off now. I am sorry.
    c Thank you
    """#
}
