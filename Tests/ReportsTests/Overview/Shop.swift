import Reports
import Time

/// Two weeks of a small shop, one line a way that a Conversation can go.
enum Shop {
  /// Every path, Contacts with and without an answer, an outbound one, and a Conversation in the week before.
  static let export = """
    id,customer,at,kind,actor,channel,actor_id,actor_name,to,customer_name
    p1,paul,2025-09-02T09:00:00Z,message,customer,chat,,,ai,Paul
    p2,paul,2025-09-02T09:01:00Z,message,ai,chat,,,,
    a1,ana,2025-09-08T10:00:00Z,message,customer,chat,,,ai,Ana
    a2,ana,2025-09-08T10:01:00Z,message,ai,chat,,,,
    b1,bo,2025-09-09T10:00:00Z,message,customer,chat,,,ai,Bo
    b2,bo,2025-09-09T10:01:00Z,message,ai,chat,,,,
    b3,bo,2025-09-09T10:10:00Z,handoff,ai,chat,,,,
    b4,bo,2025-09-09T10:14:00Z,message,agent,chat,g1,Gil,,
    b5,bo,2025-09-09T10:30:00Z,conversation_closed,agent,chat,g1,Gil,,
    c1,cy,2025-09-09T11:00:00Z,message,customer,chat,,,ai,Cy
    c2,cy,2025-09-09T11:01:00Z,message,ai,chat,,,,
    c3,cy,2025-09-09T11:05:00Z,handoff,ai,chat,,,,
    d1,di,2025-09-10T12:00:00Z,message,customer,email,,,team,Di
    d2,di,2025-09-10T14:00:00Z,message,agent,email,g2,Ada,,
    d3,di,2025-09-10T14:05:00Z,contact_ended,agent,email,g2,Ada,,
    d4,di,2025-09-10T15:00:00Z,message,customer,chat,,,ai,
    d5,di,2025-09-10T15:01:00Z,message,ai,chat,,,,
    e1,ed,2025-09-11T09:00:00Z,message,agent,email,g1,Gil,,Ed
    e2,ed,2025-09-11T09:30:00Z,contact_ended,agent,email,g1,Gil,,
    f1,flo,2025-09-12T18:00:00Z,conversation_reopened,agent,,g1,Gil,,Flo
    a3,ana,2025-09-09T20:00:00Z,message,customer,chat,,,ai,
    a4,ana,2025-09-09T20:01:00Z,message,ai,chat,,,,
    z1,zoe,2025-09-14T12:00:00Z,message,customer,chat,,,ai,Zoe
    z2,zoe,2025-09-14T12:01:00Z,message,ai,chat,,,,
    """

  /// On the Overview of the second week.
  static func example(_ events: String = export, zone: Zone = .utc, asOf: String? = nil) throws -> Example {
    try Example(["events.csv": events], zone: zone, asOf: asOf, first: "2025-09-08", last: "2025-09-14")
  }
}
