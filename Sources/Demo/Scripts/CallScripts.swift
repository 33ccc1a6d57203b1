extension Scripts {
  /// Telephone calls: `t` is the recording's summary, `n` the agent's note.
  static let calls = #"""
    @ call-late; Late delivery; any; 5
    t Customer asks where order {order} is. {carrier} expects to deliver on {next}. Customer is satisfied with that.
    n Promised to look at the tracking of {order} again on {next}.

    @ call-assembly; Assembly; assembled; 4
    t Customer is building the {product} and cannot fit {part}. Went through steps 5 to 9 together; it fits now.
    n Step 7 again. The drawing should be larger.

    @ call-order; Choosing a product; any; 4
    t Customer orders a {product} by telephone, to {city}. Payment by invoice. Order {order}.
    n New customer, prefers the telephone.

    @ call-warranty; Warranty; any; 3
    t {part} of the {product} broke. Covered by the warranty. Replacement is sent, arrives on {next}.
    n Third broken {piece} this month. Told the workshop.

    @ call-refund; Refund; any; 3
    t Customer misses the refund of {price} for order {order}. It was sent on {day}. Explained that banks need some days.
    n Call back on {next} if the money is not there.

    @ call-complaint; Damaged in transit; any; 2
    t Customer is upset about a damaged {product}. Apologised, offered a replacement and a voucher of $10. Accepted.
    n Driver left it in the rain. Reported to {carrier}.

    @ call-trade; Trade customers; any; 2
    t Regular trade customer orders {qty} of the {product}, on a pallet, for {next}.
    n Usual discount. Gate code is in the address.
    """#

  /// Notes that agents leave, tasks that they set themselves, what the shop's own system adds.
  static let notes = [
    "Checked with the warehouse: {product} is on shelf 14, ready to go.",
    "Customer prefers to be written to, not called.",
    "Replacement sent by express. Watch the tracking until {next}.",
    "Asked {carrier} for a statement. Reference {tracking}.",
    "Refund of {price} approved by {agent}.",
    "Photographs are in the folder of order {order}.",
    "Has a dog. The driver should ring twice.",
    "Same fault as last month, {piece} again.",
  ]

  static let tasks = [
    "Ring {carrier} about order {order}",
    "See whether the refund of {price} has gone out",
    "Write to {first} when the {product} is back in stock",
    "Ask the workshop about {part}",
  ]

  static let activities: [(title: String, body: String)] = [
    ("Order {order} placed", "1 × {product}, {price}"),
    ("Order {order} shipped", "{carrier}, tracking number {tracking}"),
    ("Order {order} delivered", "Handed over in {city}"),
    ("Review of {product}", "5 stars, no text"),
  ]
}
