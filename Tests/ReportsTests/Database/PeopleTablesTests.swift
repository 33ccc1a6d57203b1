import SQL
import TestSupport
import Testing

@testable import Reports

@Suite struct PeopleTablesTests {
  private func csv(_ sql: String, reads: [String: Set<String>]? = nil, asOf: String? = nil) throws -> String {
    let data = try GroupData(GladlyYard.example(asOf: asOf).context)
    return try QueryOutput(GroupDatabase(data, jobs: 2).load(reads: reads).run(sql, [:]), .csv).text
  }

  @Test func listsEveryTopicAndThoseThatEventsAloneName() throws {
    #expect(
      try csv("select * from topics", reads: ["topics": ["id", "name", "parent", "path", "is_disabled"]]) == """
        id,name,parent,path,is_disabled
        a,Shop,,Shop,0
        b,Other,a,Shop / Other,0
        c,Other,b,Shop / Other / Other,1
        lost,,,lost,
        r1,Round,r2,'=Round / Round,0
        r2,'=Round,r1,Round / =Round,0
        x,,,x,

        """)
  }

  @Test func keepsOneRowForATopicThatCameAndWent() throws {
    #expect(
      try csv(GladlyYard.stays) == """
        topic,added_at,removed_at
        a,10:04,
        b,10:01,10:03
        c,10:07,
        x,10:01,

        """)
  }

  @Test func endsStaysAtTheEndOfDataAndTellsOfARemovalWithoutItsAddition() throws {
    #expect(
      try csv(GladlyYard.stays, asOf: "2025-09-08T10:02:00Z") == """
        topic,added_at,removed_at
        a,10:01,
        b,10:01,
        c,,10:02
        x,10:01,

        """)
  }

  @Test func listsEveryAgentAndCountsTheirContacts() throws {
    #expect(
      try csv("select * from agents", reads: ["agents": ["id", "name", "email", "contacts"]]) == """
        id,name,email,contacts
        g1,Ina,ina@example.org,1
        g2,<b>Ole</b>,,0
        g3,g3,,1
        g4,'=cmd@example.org,'=cmd@example.org,0

        """)
    #expect(try csv("select agent from contact_agents order by 1") == "agent\ng1\ng3\n")
  }
}
