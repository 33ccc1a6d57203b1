/// What every table holds of the household, as CSV.
enum HouseholdTables {
  static let csv: [String: String] = [
    "conversations": #"""
    key,id,brand,customer,customer_key,started_at,day,hour,weekday,last_activity_at,first_closed_at,closed_at,closed_day,close_reason,closed_by,is_open,first_close_seconds,close_seconds,initiator,path,channel,channels,channel_count,sessions,contacts,events,agents,answered,handed_off,closes,reopens,reopened_by_customer,reopened_by_team,address
    1,c:a1,north,ana,1,2025-09-08T22:30:00.250Z,2025-09-09,0,2,2025-09-08T23:30:00.000Z,2025-09-08T23:00:00.000Z,2025-09-09T22:30:00.250Z,2025-09-10,window,window,0,1799.75,86400,customer,AI then team,chat,chat|email,2,1,2,7,2,1,1,1,1,1,0,timelines/g6/g6eajb374xtk.html#c-jjkoryvhmish
    2,c:b2,south,bo,2,2025-09-10T10:00:00.000Z,2025-09-10,12,3,2025-09-10T10:00:00.000Z,,,,,,1,,,customer,AI only,chat,chat,1,1,0,2,0,0,0,0,0,0,0,timelines/r4/r4q2i5asikdb.html#c-mac7zha4nufm

    """#,
    "sessions": #"""
    key,id,brand,customer,customer_key,conversation,conversation_key,channel,agent,started_at,day,hour,weekday,last_activity_at,ended_at,ended_day,end_reason,origin,outcome,is_open,duration_seconds,active_seconds,first_reply_at,first_reply_seconds,contact,contact_key,team_wait_seconds,customer_messages,ai_messages,address
    1,s:a1,north,ana,1,c:a1,1,chat,Robin,2025-09-08T22:30:00.250Z,2025-09-09,0,2,2025-09-08T22:30:10.500Z,2025-09-08T22:40:00.000Z,2025-09-09,handoff,customer,handed off,0,599.75,10.25,2025-09-08T22:30:10.500Z,10.25,k:a3,1,300,1,1,timelines/g6/g6eajb374xtk.html#s-solinabu2mww
    2,s:b2,south,bo,2,c:b2,2,chat,,2025-09-10T10:00:00.000Z,2025-09-10,12,3,2025-09-10T10:00:00.000Z,2025-09-10T12:00:00.000Z,2025-09-10,inactivity,customer,did not respond,0,7200,0,,,,,,1,0,timelines/r4/r4q2i5asikdb.html#s-wagprvkazha3

    """#,
    "contacts": #"""
    key,id,brand,customer,customer_key,conversation,conversation_key,session,session_key,channel,started_at,day,hour,weekday,last_activity_at,ended_at,ended_day,end_reason,origin,inbound,answered,is_open,first_reply_at,first_reply_seconds,handle_seconds,messages,customer_messages,agent_messages,ai_messages,agent,agents,address
    1,k:a3,north,ana,1,c:a1,1,s:a1,1,chat,2025-09-08T22:40:00.000Z,2025-09-09,0,2,2025-09-08T22:50:00.000Z,2025-09-08T23:00:00.000Z,2025-09-09,closed,handoff,1,1,0,2025-09-08T22:45:00.000Z,300,1200,2,0,2,0,g2,g2|g1,timelines/g6/g6eajb374xtk.html#k-ojyvieztbrz2
    2,k:a7,north,ana,1,c:a1,1,,,email,2025-09-08T23:30:00.000Z,2025-09-09,1,2,2025-09-08T23:30:00.000Z,2025-09-08T23:30:00.000Z,2025-09-09,window,direct,1,0,0,,,0,1,1,0,0,,,timelines/g6/g6eajb374xtk.html#k-lbf6vn2ahpy4

    """#,
    "contact_agents": #"""
    contact_key,contact,brand,customer,agent,position
    1,k:a3,north,ana,g2,1
    1,k:a3,north,ana,g1,2

    """#,
    "events": #"""
    key,id,brand,customer,customer_key,at,day,hour,weekday,kind,actor,actor_id,channel,conversation,conversation_key,session,session_key,contact,contact_key,address
    1,a1,north,ana,1,2025-09-08T22:30:00.250Z,2025-09-09,0,2,message,customer,,chat,c:a1,1,s:a1,1,,,timelines/g6/g6eajb374xtk.html#e-uhfr44my7ngi
    2,a2,north,ana,1,2025-09-08T22:30:10.500Z,2025-09-09,0,2,message,ai,bot,chat,c:a1,1,s:a1,1,,,timelines/g6/g6eajb374xtk.html#e-75yk44fqn3pq
    3,a3,north,ana,1,2025-09-08T22:40:00.000Z,2025-09-09,0,2,handoff,ai,,chat,c:a1,1,,,k:a3,1,timelines/g6/g6eajb374xtk.html#e-p65lkqbisbsh
    4,a4,north,ana,1,2025-09-08T22:45:00.000Z,2025-09-09,0,2,message,agent,g2,chat,c:a1,1,,,k:a3,1,timelines/g6/g6eajb374xtk.html#e-i3vztfwhehty
    5,a5,north,ana,1,2025-09-08T22:50:00.000Z,2025-09-09,0,2,message,agent,g1,chat,c:a1,1,,,k:a3,1,timelines/g6/g6eajb374xtk.html#e-xjwxqun4n3kc
    6,a6,north,ana,1,2025-09-08T23:00:00.000Z,2025-09-09,1,2,conversation_closed,agent,g1,,c:a1,1,,,,,timelines/g6/g6eajb374xtk.html#e-5jtocm4ojn2y
    7,a7,north,ana,1,2025-09-08T23:30:00.000Z,2025-09-09,1,2,message,customer,,email,c:a1,1,,,k:a7,2,timelines/g6/g6eajb374xtk.html#e-pqtc7vzshmtj
    8,b1,south,bo,2,2025-09-10T09:00:00.000Z,2025-09-10,11,3,conversation_closed,system,,,,,,,,,timelines/r4/r4q2i5asikdb.html#e-fcymlra3zx5y
    9,b2,south,bo,2,2025-09-10T10:00:00.000Z,2025-09-10,12,3,message,customer,,chat,c:b2,2,s:b2,2,,,timelines/r4/r4q2i5asikdb.html#e-a4ul22d7std7
    10,b3,south,bo,2,2025-09-10T12:00:00.000Z,2025-09-10,14,3,note,system,,,c:b2,2,,,,,timelines/r4/r4q2i5asikdb.html#e-akogpaljwiyk

    """#,
    "customers": #"""
    key,id,brand,name,email,first_activity_at,last_activity_at,conversations,sessions,contacts,address
    1,ana,north,"Ana ""=1+1""",ana@example.org,2025-09-08T22:30:00.250Z,2025-09-08T23:30:00.000Z,1,1,2,timelines/g6/g6eajb374xtk.html
    2,bo,south,,,2025-09-10T09:00:00.000Z,2025-09-10T12:00:00.000Z,1,1,0,timelines/r4/r4q2i5asikdb.html

    """#,
    "agents": #"""
    id,name,email,contacts
    g1,g1,,1
    g2,Gil,,1

    """#,
    "topics": #"""
    id,name,parent,path,is_disabled
    t1,,,t1,
    t2,,,t2,

    """#,
    "conversation_topics": #"""
    conversation_key,conversation,brand,customer,topic,added_at,removed_at
    1,c:a1,north,ana,t1,2025-09-08T22:30:10.500Z,
    1,c:a1,north,ana,t2,2025-09-08T22:30:10.500Z,

    """#,
    "days": #"""
    day,weekday,is_weekend,week,month,starts_at,ends_at,is_unfinished
    2025-09-09,2,0,2025-09-08,2025-09-01,2025-09-08T22:00:00.000Z,2025-09-09T22:00:00.000Z,0
    2025-09-10,3,0,2025-09-08,2025-09-01,2025-09-09T22:00:00.000Z,2025-09-10T22:00:00.000Z,1

    """#,
  ]
}
