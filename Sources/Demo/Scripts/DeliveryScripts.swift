extension Scripts {
  /// Chats about parcels: late, lost, damaged, short, to another address.
  static let delivery = #"""
    @ late; Late delivery; any; 9
    c Hi, I ordered the {product} and the tracking has not moved since {day}. The order is {order}.
    | Hello. Order {order} was meant to arrive {day}. Is it lost?
    | Where is my parcel? Order {order}, a {product}. It says "in transit" since {day}
    a I found order {order}. It left our warehouse on **{day}** and the carrier has it at the depot near {city}.
      ~
      - Carrier: {carrier}
      - Tracking number: `{tracking}`
      - New estimate: **{next}**
      ~
      You can follow it on the [tracking page](https://brindlecroft.example/track/{order}).
    | Thank you, order {order} is on its way, but it is running late. {carrier} scanned it near {city} on {day} and now expects to deliver on **{next}**. The number to follow is `{tracking}`.
    c Will it really come on {next}? I have taken the day off for planting
    | I need it before the weekend, is {next} certain?
    | What happens if it does not come on {next}?
    a I cannot promise the day, because the carrier sets it. If there is no new scan by the evening of **{next}**, reply here and we send a replacement or refund you. It is your choice.
    = solved
    c OK, I will wait until {next}. Thanks
    | fine, thank you 🌱
    | That is clear enough, thanks.
    a You are welcome, {first}. I have put a note on order {order} so that nobody asks you to explain again.
    | Thank you for your patience. I hope the {product} is with you by {next}.
    = back
    c Hello again. Still nothing for order {order}, and the tracking page says the same.
    | I am back about {order}. No parcel today either.
    a I am sorry. The last scan is still the one near {city}, so I will not give you another guess.
    = team
    c I would like to speak with a person please
    | Could somebody call the carrier? This is going in circles
    a Of course. I am passing you to a colleague and adding the tracking history, so you do not have to repeat it.
    t Hello {first}, {agent} here. I have order {order} open and I am ringing {carrier} about it now.
    | Hi {first}, this is {agent} from the team. I am looking at order {order} and will check with the depot.
    c Thank you, I will stay here
    | thanks {agent}
    t The depot found it on the wrong shelf. It goes out again on {next}, and I have refunded the delivery charge.
    | They cannot find it, so I have sent a second {product} by express. It should be with you on {next}. If the first one appears, please just refuse it.
    c Brilliant, that is all I needed
    | Perfect, thank you for sorting it so quickly.
    t Glad to help. I will watch the tracking until it is delivered.

    @ damaged; Damaged in transit; any; 6
    c My {product} arrived today and the box was crushed. {part} is bent.
    | The parcel for order {order} was soaked through and {part} is broken
    | hi, delivery came but {part} of the {product} is cracked, what do I do
    a I am sorry about that, {first}. To put it right I need two things:
      ~
      1. A photograph of the damage
      2. A photograph of the **label on the box**
      ~
      You can add both here. Please keep the packaging for a few days.
    c Here they are. You can see it quite well on the second one.
    | Photos attached. The label is a bit torn
    a Thank you, that is enough. For order {order} I can offer:
      ~
      - a new {piece}, sent today, or
      - a complete replacement, with collection of the damaged one, or
      - a refund of {price}.
    = solved
    c A new {piece} would do. No need to send the whole thing
    | Just the {piece} please
    a Done. The {piece} leaves today and should arrive on **{next}**. There is nothing to pay.
    c Great 👍
    | Thank you very much.
    = back
    c Hello, I wrote earlier about the damaged {product}. The new {piece} came, but it is for another model.
    a Thank you for telling me. That should not happen twice, so I would rather have a colleague check the model number.
    = team
    c I am not sure which of these is best. Can I ask someone?
    | Can a real person decide? It was a present.
    a Yes. I am handing you to the team together with your photographs.
    t Hi {first}, {agent} speaking. If the {piece} is damaged, the whole {product} has to go back, the frame may be bent as well.
    | Hello {first}, I am {agent}. I would replace the whole {product} rather than just {part}.
    c Agreed. Do I have to bring it somewhere?
    | ok. how does collection work?
    t No. {carrier} brings the new one on {next} and takes the damaged one along. Any box will do.
    c That is very convenient, thank you
    t Good. I have written it into order {order}. Have a nice day, {first}.

    @ missing; Missing parts; assembled; 5
    c I have unpacked the {product} and the bag with the {spare} is missing.
    | There is no {spare} in the box of my {product}, order {order}.
    a Sorry about that. Sometimes the {spare} is taped *under the lid* of the inner carton. Could you look there first?
    c Looked everywhere. Not there.
    | Nope, the lid is empty
    a Thank you for checking. I can send the {spare} free of charge to the address of order {order}, in {city}. Is that address right?
    = solved
    c Yes, that is right.
    | yes please
    a It is on its way: letter post, **{next}** at the latest. Steps 1 to 4 of the [instructions](https://brindlecroft.example/help/assembly) can be done without it.
    c Lovely, I will start then
    = team
    c We moved, and I would need it sooner than by letter.
    | The address is old and I cannot change it in my account
    a Then a colleague should look at it. One moment, I am passing you on.
    t Hello {first}, {agent} here. I am sorry that the {spare} is missing. To which address should it go?
    c 14 Millrace Lane, {city}. The blue door.
    | To my work please: Harrow Street 3, {city}
    t Noted. It goes by courier today and will be there on {next}.
    c Thanks a lot
    t You are welcome. I have also corrected the address in your account.

    @ address; Address change; any; 4
    c Can I change the address of order {order}? I will be at my sister's on {next}.
    | I typed the wrong street for {order}, can you change it?
    a Order {order} has not been packed yet, so the address can still be changed. Please send me:
      ~
      - street and number
      - town
      - a telephone number for the driver
    c 27 Orchard Row, {city}. My number is the one in the account.
    | It should be 6 Cooper's Yard, {city}
    a Changed. The parcel with the {product} now goes to {city} and should arrive on **{next}**.
    = solved
    c thanks, that was quick
    | Excellent.
    a With pleasure. You will get a new confirmation by mail in a few minutes.
    = team
    c The confirmation still shows the old street
    | And can it be left with the neighbour? There is a dog.
    a I cannot write instructions for the driver myself. I am bringing in a colleague who can.
    t Good day {first}, this is {agent}. I have written the new address and a note for the driver into order {order}.
    c Does the driver read those?
    | Thank you. Should I be at home?
    t They do, it prints on the label. And no one has to sign for it.
    c ok good
    """#
}
