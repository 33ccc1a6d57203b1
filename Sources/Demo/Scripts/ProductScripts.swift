extension Scripts {
  /// Chats about the tools themselves: choosing, building, mending.
  static let products = #"""
    @ choose; Choosing a product; any; 7
    c Is the {product} any good for heavy clay?
    | Hi! I am looking at the {product}. I have a small garden in {city}, is it the right size?
    | what is the difference between the {product} and the {other}
    a Good question. In short:
      ~
      - **{product}**: {price}, {trait}. Most people with a small or middle-sized garden take this one.
      - **{other}**: a little heavier, made for daily use.
      ~
      Which plants or beds is it for?
    c Mostly roses and a long hedge
    | vegetables, four raised beds
    | Just a lawn and some shrubs
    a Then I would take the **{product}**. It can be sent back within 60 days if it does not suit you. The [guide](https://brindlecroft.example/guide) has pictures of both in use.
    = solved
    c Helpful, thanks! Will order it
    | I will think about it.
    | Great advice 🌹
    a Enjoy choosing, {first}.
    = team
    c Does anyone there actually use it? I have arthritis and grip matters
    | Can I ask a gardener? My case is a bit special
    a Certainly. Some of our team garden every day. I am passing you to one of them.
    t Hi {first}, {agent} here. I have the {product} at home. What is it that worries you?
    c The grip, mostly. My hands are small
    | Whether I can still use it after an hour
    t Then look at the {other}: the handle is thinner and turned. If it does not suit you, we take it back, used or not.
    c I did not expect such an honest answer. Ordering it
    | Thank you, that settles it.
    t Let me know how it goes.

    @ stock; Availability; any; 4
    c When will the {product} be back in stock?
    | Is the {product} available again before Easter?
    a The next delivery of the {product} is planned for **{nextdate}**. Shall I send you a mail when it is here?
    c yes please
    | Please do, to the address in my account
    a Done. You will hear from us first, before it is on the website. It is {price}, as before.
    = solved
    c Thank you!
    | thx
    a With pleasure.
    = team
    c Could you keep one for me? It is for an anniversary
    | Do you have a display piece I could buy?
    a I cannot reserve anything. A colleague in the shop can. One moment.
    t Hello {first}, {agent} from the shop. I have put your name on one {product}. You can pay when it arrives.
    c That is wonderful
    t It will be here around {nextdate}. I will write to you.
    c Looking forward to it

    @ assembly; Assembly; assembled; 7
    c I am stuck at step 7 of the {product}. The holes do not line up
    | How do I fix {part} to the frame? The drawing is unclear
    | The {product} wobbles. Did I do something wrong?
    a This is nearly always because the frame was tightened too early. Please try this:
      ~
      1. Loosen **all** bolts by two turns
      2. Push the frame square, the diagonals must be equal
      3. Put in the {spare}
      4. Only then tighten, corner by corner
      ~
      There is a short [film](https://brindlecroft.example/help/film) of step 7.
    c Trying it now
    | ok give me a minute
    c It moved, but one hole is still half covered
    | Better! One corner is still off by a finger
    a That is within reach: tap the corner gently with a rubber mallet, from the *inside*. Metal on metal would damage the coating.
    = solved
    c That did it!! Thank you
    | It stands straight now. Thanks
    a Well done. Check the bolts again after the first storm.
    = back
    c Hello again, I am at step 11 now and {part} does not fit at all.
    a Thank you for staying with it. If the first ten steps are right, {part} may be the wrong one.
    = team
    c Can someone look at a photo?
    | I have spent three hours on this. I want a person
    a Of course. I am passing you on, with what we have tried so far.
    t Hi {first}, I am {agent}. If you send a picture of the corner, I can tell you in a minute.
    c Here it is
    | Sending two pictures, from left and from above
    t I see it. The left and the right rail have changed places. Sorry, the marks are easy to miss.
    | That one was drilled wrongly at the factory. A new {piece} goes out today, you will have it on {next}.
    c Oh no. But thank you
    | Good to know it was not me!
    t It happens to most of us once. Anything else, just write.

    @ warranty; Warranty; any; 5
    c My {product} broke after eight months. {part} came off. Is there a warranty?
    | Hello, {part} of the {product} has snapped. I bought it on {date} last year
    a There is: **ten years** on handles and blades, two years on everything else. Please tell me the order number and how it happened.
    c It is {order}. I was only using it for an hour
    | Order {order}. Normal use, I promise
    a Thank you. {part} of the {product} is covered. We repair or replace it; you do not need the original box.
    = solved
    c Replace it please
    | A repair is fine, I like this one
    a Noted. You will get a label by mail today, and we settle it within *ten days* of receiving it.
    c Very good
    | Thanks, that is generous
    = team
    c It has happened twice now, I no longer want the same model
    | Honestly, I do not trust this model any more
    a That is for a colleague to decide. I am passing you on now.
    t Hello {first}, {agent} here. {part} should not come off at all. Would you like the {other} instead of the same model?
    c Yes, if it is sturdier
    | What would I have to add?
    t It is, and you pay nothing. It leaves on {next}, together with a label for the old one.
    c I am impressed. Thank you

    @ battery; Batteries and chargers; cordless; 5
    c The battery of my {product} does not charge any more. Red light blinking
    | {product}: charger blinks red, is it dead?
    a A blinking red light means that the battery is **too cold or too warm**. Please leave it indoors for an hour, then try again.
      ~
      | Light | Meaning |
      |---|---|
      | green | charged |
      | red, steady | charging |
      | red, blinking | temperature |
    c It was in the shed, that may be it
    | It is indoors all the time
    a Then let us see after an hour. If it still blinks, write to me and we send a new one.
    = solved
    c OK, I will wait. Thanks
    | ok will try
    a Good luck. In winter, please keep it inside.
    = back
    c An hour has passed, it still blinks
    | Still red and blinking. I waited over night
    a Then the battery is faulty. It is {order}, is it not? I will have a colleague send one out.
    = team
    c Can you send me a new one?
    | I need it for the weekend. Who can help?
    a A colleague can do that straight away. Passing you on.
    t Hi {first}, {agent} here. A new battery for the {product} is packed. To the address in {city}?
    c Yes please
    | Yes, same address
    t It will be there on {next}. Please take the old one to a collection point, never into the bin.
    c Will do, thank you!

    @ sharpen; Care and sharpening; blade; 4
    c How do I sharpen the {product}?
    | My {product} is blunt after one season, can you sharpen it?
    a You can do it at home in ten minutes:
      ~
      1. Clean the blade with warm water and a brush
      2. Draw a fine stone along the **bevelled side only**, always away from you
      3. Take off the burr with one stroke on the flat side
      4. A drop of oil on the joint
    c which stone do you mean
    | Is that safe? The blade is curved
    a The [sharpening stone](https://brindlecroft.example/stones) with the blue mark, grain 600. It follows curved blades too.
    = solved
    c Ordering one. Thanks
    | I will try on the weekend
    a Your {product} will thank you.
    = team
    c I would rather have it done by you
    | I have tried and made it worse 😬
    a We do sharpen. A colleague arranges it. One moment.
    t Hello {first}, {agent} from the workshop. Send the {product} in, it takes three days and costs $9.
    c Where to?
    t I am mailing you a label. Please wrap the blade in cardboard.
    c Wonderful, thanks
    """#
}
