/// A page with a figure of every kind, its own words in brackets.
enum ForeignFigures {
  static let page =
    """
    ---
    title: ⟦Б⟧
    layout: report
    lede: "⟦{{ handoff_rate }}⟧ {{ handoff_rate.before }} {{ handoff_rate.change }} {{ contacts.change }}"
    ---

    ```sql few
    select channel, count(*) as n, 'б' as place from sessions group by channel order by channel
    ```

    ```sql none
    select channel as channel, 1 as n from sessions where 0
    ```

    ```sql spans
    select 'session' as kind, started_at, ended_at from sessions limit 5
    ```

    """ + blocks.enumerated().map { "## ⟦Б⟧ {#b\($0)}\n\n```\($1)\n```\n" }.joined(separator: "\n")

  private static let blocks = [
    "metric m1\nmeasures: [conversations, handoff_rate, first_reply, demand]\ncompare: true",
    "metric m2\nmeasure: handoff_rate\nspark: true",
    "table t1\nmeasures: [sessions, handoff_rate, first_reply]\nby: day\ntotals: true\nsearch: true",
    "table t2\ntitle: ⟦Б⟧\nfrom: few\nsearch: true\ntop: 1\ncolumns: {channel: ⟦Б⟧, n: {title: ⟦Б⟧, bar: ai}, place: ⟦Б⟧}",
    "table t3\nfrom: none\ntitle: ⟦Б⟧\ncolumns: {channel: ⟦Б⟧, n: ⟦Б⟧}",
    "table t4\nmeasures: [contacts]\nby: channel", "table t5\nmeasures: [contacts]\nby: agent",
    "chart c1\ntype: bar\nmeasures: [sessions_ended_in_ai, sessions_handed_off]\nby: day\nstacked: true",
    "chart c2\ntype: line\nmeasures: handoff_rate\nby: hour", "chart c3\ntype: bar\nmeasures: contacts\nby: week",
    "chart c4\ntype: bar\nmeasures: contacts\nby: weekday", "chart c5\ntype: line\nmeasures: first_reply\nby: day",
    "chart c6\ntype: histogram\ntitle: ⟦Б⟧\nfrom: few\nvalue: n",
    "chart c7\ntype: heat\ntitle: ⟦Б⟧\nfrom: few\nx: channel\ny: place\nvalue: n",
    "chart c8\ntype: flow\ntitle: ⟦Б⟧\nfrom: few\nfrom_column: channel\nto_column: place\nvalue: n",
    "chart c9\ntype: strips\ntitle: ⟦Б⟧\nfrom: few\nlabel: channel\nvalue: n",
    "chart c10\ntype: lanes\ntitle: ⟦Б⟧\nfrom: spans", "chart c11\ntype: bar\ntitle: ⟦Б⟧\nfrom: none\nx: channel\ny: n",
    "chart c12\ntype: bar\ntitle: ⟦Б⟧\nfrom: few\nx: channel\ny: n\ntop: 1",
    "chart c13\ntype: area\nmeasures: [sessions, contacts]\nby: day",
    "chart c14\ntype: bar\nmeasures: contacts\nby: channel\nhorizontal: true",
  ]
}
